"""Large files are copied a piece at a time, with room on the disk looked for first."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from pathlib import Path

from calltaker.regions.progress import size_words
from calltaker.regions.report import Progress
from db.region.folder import RegionError

PIECE_BYTES = 4 * 1024 * 1024
SPARE_BYTES = 512 * 1024 * 1024
"""Left for the log and the recordings: a map must never be what ends a shift."""


def copy(source: Path, target: Path, progress: Progress) -> str:
    """Copy a file durably and return its SHA-256. Raises `RegionError` when there is no room or the file changes meanwhile,
    `OSError`."""
    size = source.stat().st_size
    check_room(source, target, size)
    digest, done = hashlib.sha256(), 0
    try:
        with source.open("rb") as reader, target.open("xb") as writer:
            while piece := reader.read(PIECE_BYTES):
                writer.write(piece)
                digest.update(piece)
                done += len(piece)
                progress(done, size)
            writer.flush()
            os.fsync(writer.fileno())
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise RegionError(f"{source}: the disk was full after {size_words(done)}") from error
        raise
    if done != size:
        raise RegionError(f"{source}: the file changed while it was copied")
    return digest.hexdigest()


def check_room(source: Path, target: Path, size: int) -> None:
    """Raises `RegionError` when there is no room for `size` bytes more beside `target`."""
    free = shutil.disk_usage(target.parent).free
    if free < size + SPARE_BYTES:
        raise RegionError(
            f"{source}: no room: {size_words(size)} are to be written, {size_words(free)} are free in {target.parent.parent}, "
            f"and {size_words(SPARE_BYTES)} must stay free for the log and the recordings"
        )


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file. Raises `OSError`."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

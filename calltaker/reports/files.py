"""Whole files or none: temp → fsync → rename → fsync folder. Who sees the name sees the whole content, power cut or not."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile

import msgspec

from calltaker.reports.errors import ReportError


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A file that is complete on disk."""

    file: str
    bytes: int
    sha256: str


def write_whole(target: Path, fill: Callable[[Path], None]) -> Written:
    """Let `fill` write a temporary file beside `target`, then put it in its place.

    Raises `ReportError` in plain words when the folder or the disk refuses; nothing is left behind then."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", suffix=".part", delete=False) as temporary:
            part = Path(temporary.name)
    except OSError as error:
        raise ReportError(f"cannot write in {target.parent}: {error.strerror or error}") from error
    try:
        fill(part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            size = file.tell()
        part.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise ReportError(f"cannot write {target}: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
    return Written(file=str(target), bytes=size, sha256=digest)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable. Windows has no such call and journals the folder on its own."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

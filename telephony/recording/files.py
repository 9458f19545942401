"""Where recordings lie: `<recordings>/<YYYY>/<MM>/<DD>/<call_id>.wav` (UTC day), the legs of a running call beside it."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

CALLER_LEG = ".caller.wav"
DESK_LEG = ".desk.wav"
FINAL = ".wav"
PART = ".part"

_SAFE_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,63}")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class RecordingPaths(msgspec.Struct, frozen=True):
    """The files of one call. The legs (mono) exist while it runs, the final file (stereo) after it was sealed."""

    folder: Path
    call_id: str

    @property
    def caller_leg(self) -> Path:
        return self.folder / f"{self.call_id}{CALLER_LEG}"

    @property
    def desk_leg(self) -> Path:
        return self.folder / f"{self.call_id}{DESK_LEG}"

    @property
    def final(self) -> Path:
        return self.folder / f"{self.call_id}{FINAL}"

    @property
    def part(self) -> Path:
        """Where this process writes the final file before it is whole; every process has its own."""
        return self.folder / f"{self.call_id}.{os.getpid()}{PART}"

    def parts(self) -> list[Path]:
        """Return what sealing processes, living or dead, have left of this call."""
        return sorted(self.folder.glob(f"{self.call_id}.*{PART}"))


def paths(recordings: Path, call_id: str, at_us: int) -> RecordingPaths:
    """Return the files of a call that began at `at_us`. Raises `ValueError` for an id that is no plain file name."""
    day = _EPOCH + timedelta(microseconds=at_us)
    return in_folder(recordings / f"{day:%Y}" / f"{day:%m}" / f"{day:%d}", call_id)


def in_folder(folder: Path, call_id: str) -> RecordingPaths:
    """Return the files of a call in a known folder. Raises `ValueError` for an id that is no plain file name."""
    if not _SAFE_ID.fullmatch(call_id):
        raise ValueError(f"not a call id: {call_id!r}")
    return RecordingPaths(folder, call_id)


def make_folder(folder: Path) -> None:
    """Create the folder for its owner alone (recordings are personal data) and make its name durable."""
    missing = [step for step in (folder, *folder.parents) if not step.exists()]
    for step in reversed(missing):
        step.mkdir(mode=0o700, exist_ok=True)
        sync_folder(step.parent)


def sync_folder(folder: Path) -> None:
    """Make names in the folder durable. Windows keeps them with the file's own flush and cannot open folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

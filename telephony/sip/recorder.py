"""The recording of one call while it runs: two WAV files, the caller's leg and the desk's leg, 16 kHz, 16 bit, mono."""

from __future__ import annotations

from pathlib import Path

import pjsua2 as pj

_HEADER_BYTES = 44
_LENGTH_AT = 40


class LegRecorder:
    """Two recorders of pjsua2. Made before the call is answered, so that no word is lost. Belongs to the SIP thread."""

    def __init__(self, caller_path: Path, desk_path: Path) -> None:
        """Open both files. Raises `pj.Error` when one cannot be opened."""
        self.caller_path = caller_path
        self.desk_path = desk_path
        self.started = False
        self.failure_told = False
        self._last_bytes = -1
        self.caller: pj.AudioMediaRecorder | None = _open(caller_path)
        self.desk: pj.AudioMediaRecorder | None = _open(desk_path)

    def has_stalled(self) -> bool:
        """True when the legs have not grown since the last question: the disk is full or gone. Ask at most once a second;
        silence is written too, so an open leg always grows."""
        size = sum(_size(path) for path in (self.caller_path, self.desk_path))
        stalled = size == self._last_bytes
        self._last_bytes = size
        return stalled

    def close(self) -> None:
        """Let go of both. The bridge's clock writes the last samples and the lengths within one of its ticks (20 ms):
        see `is_complete`."""
        self.caller = None
        self.desk = None

    def is_complete(self) -> bool:
        """True when both files are closed, with their lengths in the header."""
        return all(_has_length(path) for path in (self.caller_path, self.desk_path))


def _open(path: Path) -> pj.AudioMediaRecorder:
    recorder = pj.AudioMediaRecorder()
    recorder.createRecorder(str(path))
    return recorder


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _has_length(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except OSError:
        return False
    return len(header) == _HEADER_BYTES and header[_LENGTH_AT:] != bytes(4)

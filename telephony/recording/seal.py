"""Merge the two legs of an ended call into one stereo file that is complete, on disk and hashed.

    python -m telephony.recording.seal FOLDER_OF_LEGS CALL_ID [--one-leg]

A process of its own, because the line carries sound. It prints one JSON line: `Sealed` on success, `{"error", "detail",
"call_id"}` otherwise, with the exit code of `SealError`. It may be killed at any instant and run again: the final file
appears whole or not at all, the legs go only after that, and sealing a sealed call tells the same again.
"""

from __future__ import annotations

import argparse
import errno
import hashlib
import os
import sys
import wave
from array import array
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Literal

import msgspec

from telephony.recording import files, wav
from telephony.recording.files import RecordingPaths

SealCode = Literal["missing_legs", "one_leg_only", "disk_full", "bad_leg", "bad_call_id", "file_error"]
EXIT_CODES: dict[SealCode, int] = {
    "missing_legs": 3,
    "one_leg_only": 4,
    "disk_full": 5,
    "bad_leg": 6,
    "bad_call_id": 7,
    "file_error": 8,
}
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG})


class Sealed(msgspec.Struct, frozen=True, kw_only=True):
    """`repaired`: a leg's header had to be mended (the line died). `missing_leg`: "caller" or "desk" when that side is
    silence because its leg was not there."""

    call_id: str
    path: str
    sha256: str
    seconds: float
    bytes: int
    repaired: bool = False
    missing_leg: Literal["", "caller", "desk"] = ""


class SealError(Exception):
    """The recording could not be sealed; what was there is still there."""

    def __init__(self, code: SealCode, detail: str) -> None:
        super().__init__(detail)
        self.code: SealCode = code


def seal(folder: Path, call_id: str, *, one_leg: bool = False) -> Sealed:
    """Seal a call. `one_leg` allows one leg to be missing; its side is silence then. Raises `SealError`."""
    try:
        recording = files.in_folder(folder, call_id)
    except ValueError as error:
        raise SealError("bad_call_id", str(error)) from error
    try:
        return _seal(recording, one_leg=one_leg)
    except (wav.BadLegError, wave.Error, EOFError) as error:
        raise SealError("bad_leg", str(error) or "a leg ends inside its header") from error
    except OSError as error:
        raise SealError("disk_full" if error.errno in _FULL else "file_error", f"{error.strerror}: {error.filename}") from error


def _seal(recording: RecordingPaths, *, one_leg: bool) -> Sealed:
    if recording.final.exists():
        return _finished(recording)
    legs = {name: leg for name, leg in _legs(recording).items() if leg.exists()}
    if not legs:
        raise SealError("missing_legs", f"no leg of call {recording.call_id} in {recording.folder}")
    missing = next((name for name in _legs(recording) if name not in legs), "")
    if missing and not one_leg:
        raise SealError("one_leg_only", f"the {missing} leg of call {recording.call_id} is missing")
    repaired = _mend(list(legs.values()))
    try:
        _merge(legs.get("caller"), legs.get("desk"), recording.part)
        sealed = _describe(recording, recording.part)
        recording.part.replace(recording.final)
    except FileNotFoundError:
        if not recording.final.exists():
            raise
        return _finished(recording)  # another process was faster
    finally:
        recording.part.unlink(missing_ok=True)
    files.sync_folder(recording.folder)
    _remove_legs(recording)
    return msgspec.structs.replace(sealed, repaired=repaired, missing_leg=missing)


def _legs(recording: RecordingPaths) -> dict[Literal["caller", "desk"], Path]:
    return {"caller": recording.caller_leg, "desk": recording.desk_leg}


def _mend(legs: Sequence[Path]) -> bool:
    """Mend both legs; a leg without a header takes the rate of the other."""
    rate_hz = next((rate for leg in legs if (rate := wav.rate_of(leg)) != wav.DEFAULT_RATE_HZ), wav.DEFAULT_RATE_HZ)
    mended = [wav.mend(leg, rate_hz=rate_hz) for leg in legs]  # all of them, not up to the first
    return any(mended)


def _merge(caller: Path | None, desk: Path | None, target: Path) -> None:
    """Write left = caller, right = desk, second by second; the shorter one is padded with silence."""
    with ExitStack() as stack:
        readers = [stack.enter_context(wave.open(str(leg), "rb")) if leg else None for leg in (caller, desk)]
        rates = {reader.getframerate() for reader in readers if reader}
        if len(rates) != 1:
            raise wav.BadLegError(f"the legs have different sample rates: {sorted(rates)} Hz")
        rate_hz = rates.pop()
        frames = max(reader.getnframes() for reader in readers if reader)
        file = stack.enter_context(target.open("wb"))
        with wave.open(file, "wb") as writer:
            writer.setparams((2, wav.SAMPLE_BYTES, rate_hz, frames, "NONE", "not compressed"))
            for start in range(0, frames, rate_hz):
                count = min(rate_hz, frames - start)
                writer.writeframesraw(_stereo(*(_samples(reader, count) for reader in readers)))
        file.flush()
        os.fsync(file.fileno())


def _samples(reader: wave.Wave_read | None, count: int) -> array[int]:
    samples = array("h")
    samples.frombytes(reader.readframes(count) if reader else b"")
    samples.frombytes(bytes((count - len(samples)) * wav.SAMPLE_BYTES))
    return samples


def _stereo(left: array[int], right: array[int]) -> bytes:
    both = array("h", bytes(len(left) * 2 * wav.SAMPLE_BYTES))
    both[0::2] = left
    both[1::2] = right
    return both.tobytes()


def _describe(recording: RecordingPaths, content: Path) -> Sealed:
    """Return what is in `content`, which is (or becomes) the final file."""
    with content.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    with wave.open(str(content), "rb") as reader:
        seconds = reader.getnframes() / reader.getframerate()
    return Sealed(
        call_id=recording.call_id,
        path=str(recording.final),
        sha256=sha256,
        seconds=round(seconds, 3),
        bytes=content.stat().st_size,
    )


def _finished(recording: RecordingPaths) -> Sealed:
    """The final file is there, so it is whole: clear away what an interrupted run has left and tell again."""
    files.sync_folder(recording.folder)
    sealed = _describe(recording, recording.final)
    _remove_legs(recording)
    return sealed


def _remove_legs(recording: RecordingPaths) -> None:
    for leftover in (recording.caller_leg, recording.desk_leg, *recording.parts()):
        leftover.unlink(missing_ok=True)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m telephony.recording.seal", description="Seal the recording of a call.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("call_id")
    parser.add_argument("--one-leg", action="store_true", help="seal although one leg is missing")
    options = parser.parse_args(arguments)
    try:
        answer: object = seal(options.folder, options.call_id, one_leg=options.one_leg)
        code = 0
    except SealError as error:
        answer = {"error": error.code, "detail": str(error), "call_id": options.call_id}
        code = EXIT_CODES[error.code]
    sys.stdout.write(msgspec.json.encode(answer).decode() + "\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

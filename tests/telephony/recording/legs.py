"""Legs as a recorder writes them."""

from __future__ import annotations

import struct
import wave
from array import array
from pathlib import Path

RATE_HZ = 16_000


def samples(count: int, start: int = 1) -> array[int]:
    """Return a sawtooth, so that every sample tells where it stood."""
    return array("h", [(start + index) % 30_000 for index in range(count)])


def wav_bytes(sound: array[int], *, rate_hz: int = RATE_HZ, killed: bool = False, channels: int = 1) -> bytes:
    """Return a WAV file; `killed` leaves the sizes 0, as a recorder does until it is closed."""
    content = sound.tobytes()
    sizes = (0, 0) if killed else (36 + len(content), len(content))
    form = (16, 1, channels, rate_hz, rate_hz * 2 * channels, 2 * channels, 16)
    return struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", sizes[0], b"WAVE", b"fmt ", *form, b"data", sizes[1]) + content


def write_legs(folder: Path, call_id: str, caller: array[int], desk: array[int], **options: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{call_id}.caller.wav").write_bytes(wav_bytes(caller, **options))
    (folder / f"{call_id}.desk.wav").write_bytes(wav_bytes(desk, **options))


def read_stereo(path: Path) -> tuple[list[int], list[int], int]:
    """Return (left, right, sample rate)."""
    with wave.open(str(path), "rb") as reader:
        assert (reader.getnchannels(), reader.getsampwidth()) == (2, 2)
        both = array("h")
        both.frombytes(reader.readframes(reader.getnframes()))
        return both[0::2].tolist(), both[1::2].tolist(), reader.getframerate()

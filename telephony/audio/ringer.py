"""The ring tone on the loudspeaker, while any call rings."""

from __future__ import annotations

import threading
import wave

import resources
from telephony.audio.loop import Loop
from telephony.audio.rings import RATE_HZ, SAMPLE_BYTES, bytes_of
from telephony.audio.tone import RING_FILE

PAUSE_MS = 1500


class Ringer:
    """One burst, a pause, again. `start` and `stop` only set what the device plays next: they never wait, on any thread.
    Without a device nothing is heard; the hub has told so before."""

    def __init__(self) -> None:
        self._cycle = Loop(_load_burst() + bytes(bytes_of(PAUSE_MS)))
        self._ringing = threading.Event()

    @property
    def is_ringing(self) -> bool:
        return self._ringing.is_set()

    def start(self) -> None:
        """Ring, from the beginning of a burst; a ringer that rings goes on."""
        if not self._ringing.is_set():
            self._cycle.rewind()
            self._ringing.set()

    def stop(self) -> None:
        """Be silent at once (but for the few periods of 20 ms that the device already holds)."""
        self._ringing.clear()

    def fill(self, nbytes: int) -> bytes:
        """Return what the device is to play now."""
        return self._cycle.get(nbytes) if self._ringing.is_set() else bytes(nbytes)


def _load_burst() -> bytes:
    """Return the shipped tone. Raises `ValueError` when the file is not what the device is opened for."""
    with wave.open(str(resources.path("sounds", RING_FILE)), "rb") as reader:
        if (reader.getframerate(), reader.getnchannels(), reader.getsampwidth()) != (RATE_HZ, 1, SAMPLE_BYTES):
            raise ValueError(f"{RING_FILE} is not {RATE_HZ} Hz mono 16 bit")
        return reader.readframes(reader.getnframes())

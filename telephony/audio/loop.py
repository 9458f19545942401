"""Sound that is played over and over."""

from __future__ import annotations

import threading


class Loop:
    """Gives its sound in pieces of any size; after the end comes the beginning. Any thread may ask."""

    def __init__(self, sound: bytes) -> None:
        if not sound:
            raise ValueError("no sound to repeat")
        self._sound = sound
        self._at = 0
        self._lock = threading.Lock()

    def get(self, count: int) -> bytes:
        """Return the next `count` bytes."""
        with self._lock:
            pieces = bytearray()
            while len(pieces) < count:
                piece = self._sound[self._at : self._at + count - len(pieces)]
                pieces += piece
                self._at = (self._at + len(piece)) % len(self._sound)
            return bytes(pieces)

    def rewind(self) -> None:
        """Begin at the beginning again."""
        with self._lock:
            self._at = 0

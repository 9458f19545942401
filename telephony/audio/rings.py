"""A bounded ring of sound between two clocks: the bridge's and the sound device's."""

from __future__ import annotations

import threading

RATE_HZ = 16_000
SAMPLE_BYTES = 2
FRAME_MS = 20
FRAME_BYTES = RATE_HZ * SAMPLE_BYTES * FRAME_MS // 1000

TARGET_MS = 40
SLACK_MS = 60


def bytes_of(milliseconds: int) -> int:
    """Return how many bytes of 16 kHz mono 16-bit sound last so long."""
    return RATE_HZ * milliseconds // 1000 * SAMPLE_BYTES


class JitterRing:
    """Takes sound in any pieces and gives it in any pieces, never blocks, never grows past `target + slack`.

    It gives silence until `target_ms` have gathered, so that an uneven producer does not tear the sound. When the
    consumer falls behind, the oldest sound is cut back to the target: late speech is worse than a short gap.
    One producer and one consumer, on any threads.
    """

    def __init__(self, target_ms: int = TARGET_MS, slack_ms: int = SLACK_MS) -> None:
        self._target = bytes_of(target_ms)
        self._limit = self._target + bytes_of(slack_ms)
        self._sound = bytearray()
        self._flowing = False
        self._lock = threading.Lock()
        self.underruns = 0
        self.overruns = 0

    def put(self, sound: bytes | bytearray | memoryview) -> None:
        """Append sound; half a sample at its end is dropped."""
        whole = len(sound) // SAMPLE_BYTES * SAMPLE_BYTES
        with self._lock:
            self._sound += sound[:whole]
            if len(self._sound) > self._limit:
                del self._sound[: len(self._sound) - self._target]
                self.overruns += 1

    def get(self, count: int) -> bytes:
        """Return exactly `count` bytes, silence when there is not enough sound."""
        with self._lock:
            if not self._flowing and len(self._sound) >= self._target:
                self._flowing = True
            if self._flowing and len(self._sound) < count:
                self._flowing = False
                self.underruns += 1
            if not self._flowing:
                return bytes(count)
            sound = bytes(self._sound[:count])
            del self._sound[:count]
            return sound

    def clear(self) -> None:
        """Forget what is in it, as when a device comes back."""
        with self._lock:
            self._sound.clear()
            self._flowing = False

    @property
    def depth_ms(self) -> int:
        """How much sound waits."""
        return len(self._sound) * 1000 // (RATE_HZ * SAMPLE_BYTES)

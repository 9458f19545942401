"""The call taker's headset as the bridge sees it: two rings, whatever device is behind them."""

from __future__ import annotations

from pathlib import Path

import miniaudio

from telephony.audio.devices import SoundError
from telephony.audio.loop import Loop
from telephony.audio.rings import RATE_HZ, JitterRing


def load_sound(path: Path) -> Loop:
    """Return a WAV, FLAC, MP3 or Ogg file as sound for the bridge. Raises `SoundError`."""
    try:
        decoded = miniaudio.decode(path.read_bytes(), nchannels=1, sample_rate=RATE_HZ)
        return Loop(decoded.samples.tobytes())
    except (OSError, ValueError, miniaudio.MiniaudioError) as error:
        raise SoundError(f"{path.name} cannot be played: {error}") from error


class HeadsetStream:
    """16 kHz, mono, 16 bit little-endian. The bridge's clock calls `read_mic` and `write_speaker`, the device's thread
    calls `fill_speaker` and `take_mic`; all of them return at once. Without a device it is the null headset: the
    microphone is silent and what is written is forgotten. `recorded` stands in for the microphone (training, tests)."""

    def __init__(self, recorded: Loop | None = None) -> None:
        self.microphone = JitterRing()
        self.speaker = JitterRing()
        self._source = recorded or self.microphone

    def read_mic(self, nbytes: int, /) -> bytes:
        """Return exactly `nbytes` of what the microphone hears, silence when there is nothing."""
        return self._source.get(nbytes)

    def write_speaker(self, data: bytes, /) -> None:
        """Take sound for the ear."""
        self.speaker.put(data)

    def fill_speaker(self, nbytes: int) -> bytes:
        """Return what the device is to play now."""
        return self.speaker.get(nbytes)

    def take_mic(self, data: bytes) -> None:
        """Take what the device has heard."""
        self.microphone.put(data)

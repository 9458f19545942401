"""The ring tone, computed: `python -m telephony.audio.tone FOLDER` writes the shipped sounds."""

from __future__ import annotations

import math
import sys
import wave
from array import array
from pathlib import Path

from telephony.audio.rings import RATE_HZ, SAMPLE_BYTES

RING_FILE = "ring.wav"
RING_S = 1.0
WARBLE_HZ = 16
TONES_HZ = (800, 1000)
LOUDNESS = 0.5
EDGE_S = 0.01


def ring() -> array[int]:
    """Return one burst of the ring: two tones in turn, 16 times a second, with soft edges so that nothing clicks."""
    samples = array("h")
    phase = 0.0
    total = round(RING_S * RATE_HZ)
    for index in range(total):
        tone_hz = TONES_HZ[index * WARBLE_HZ // RATE_HZ % 2]
        phase += 2 * math.pi * tone_hz / RATE_HZ
        edge = min(1.0, index / (EDGE_S * RATE_HZ), (total - 1 - index) / (EDGE_S * RATE_HZ))
        samples.append(round(32767 * LOUDNESS * edge * math.sin(phase)))
    return samples


def write(folder: Path) -> None:
    """Write the sounds as mono 16-bit WAV files."""
    with wave.open(str(folder / RING_FILE), "wb") as writer:
        writer.setparams((1, SAMPLE_BYTES, RATE_HZ, 0, "NONE", "not compressed"))
        writer.writeframes(ring().tobytes())


if __name__ == "__main__":
    write(Path(sys.argv[1]))

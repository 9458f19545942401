"""The agent's headset as a port of the conference bridge: 16 kHz, mono, 16 bit, 20 ms.

The wheel has no sound devices, so the bridge's own clock drives this port and the two methods run on pjmedia's clock
thread, 50 times a second. They must be short and must not raise: an error is counted and silence is used.
"""

from __future__ import annotations

import ctypes
from typing import Protocol

import pjsua2 as pj

CLOCK_RATE_HZ = 16_000
FRAME_US = 20_000
FRAME_BYTES = CLOCK_RATE_HZ * 2 * FRAME_US // 1_000_000
_SILENCE = bytes(FRAME_BYTES)


class HeadsetStream(Protocol):
    """A headset, or what stands in for it. Both return at once and may be called from any thread."""

    def read_mic(self, nbytes: int, /) -> bytes:
        """Return exactly `nbytes` of 16-bit little-endian mono sound at 16 kHz; silence when there is none."""

    def write_speaker(self, data: bytes, /) -> None:
        """Take one frame for the ear; what does not fit is dropped."""


class HeadsetPort(pj.AudioMediaPort):  # type: ignore[misc]  # pjsua2 has no types
    """Moves frames by address: `bytes(frame.buf)` of this wheel takes half a millisecond a frame, a copy 20 µs.
    `frame.buf` is a `std::vector<unsigned char>`, whose first two words are begin and end of its data."""

    def __init__(self, stream: HeadsetStream) -> None:
        super().__init__()
        self._stream = stream
        self.failed_frames = 0
        self.last_failure = ""
        audio_format = pj.MediaFormatAudio()
        audio_format.init(pj.PJMEDIA_FORMAT_PCM, CLOCK_RATE_HZ, 1, FRAME_US, 16)
        self.createPort("headset", audio_format)

    def remove(self) -> None:
        """Take the port off the bridge while its Python half still lives.

        The wheel does so in the C++ destructor. Left to the garbage collector, that runs when Python has emptied the object
        already, and the clock thread may be just about to call it: a frame then meets a port without attributes, and the
        object is freed a second time when the frame is done.
        """
        self.__swig_destroy__(self)

    def onFrameRequested(self, frame: pj.MediaFrame) -> None:
        """The bridge wants what the microphone hears."""
        try:
            sound = self._stream.read_mic(FRAME_BYTES)
        except Exception as error:  # noqa: BLE001 - top of the clock thread's work
            self._report(error)
            sound = _SILENCE
        if len(sound) != FRAME_BYTES:
            self._report(ValueError(f"microphone gave {len(sound)} bytes"))
            sound = _SILENCE
        frame.type = pj.PJMEDIA_FRAME_TYPE_AUDIO
        frame.buf.resize(FRAME_BYTES)
        ctypes.memmove(ctypes.c_void_p.from_address(int(frame.buf.this)).value or 0, sound, FRAME_BYTES)

    def onFrameReceived(self, frame: pj.MediaFrame) -> None:
        """The bridge gives what the ear should hear."""
        begin, end = (ctypes.c_void_p * 2).from_address(int(frame.buf.this))
        length = (end or 0) - (begin or 0)
        has_sound = frame.type == pj.PJMEDIA_FRAME_TYPE_AUDIO and length > 0
        sound = ctypes.string_at(begin, length) if has_sound and begin else _SILENCE
        try:
            self._stream.write_speaker(sound)
        except Exception as error:  # noqa: BLE001 - top of the clock thread's work
            self._report(error)

    def _report(self, error: Exception) -> None:
        """Keep the failure for the SIP thread, which logs it: logging here could block the sound."""
        self.last_failure = f"{type(error).__name__}: {error}"
        self.failed_frames += 1

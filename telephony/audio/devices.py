"""Which sound devices there are, and which one a name means. The only module that knows miniaudio.

miniaudio's own listing fails as a whole when one device does not answer, and its devices never free their connection
to the sound server; both are done here by its C functions.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any, Literal

import miniaudio
import msgspec

from telephony.audio.rings import FRAME_MS, RATE_HZ, SAMPLE_BYTES

Kind = Literal["playback", "capture"]
Fill = Callable[[int], bytes]
Take = Callable[[bytes], None]

NULL_DEVICE = "tanpa perangkat suara"
CHOSEN_NULL = "null"
APP_NAME = "calltaker"
SILENT_S = 1.0
STARTING_S = 5.0
STARTING_SILENT_S = 3.0  # an idle PulseAudio sink sleeps up to 2 s before it takes up the short periods asked for

_CARDS = Path("/proc/asound/cards")  # without a card ALSA only writes complaints to stderr
_MONITOR_WORDS = ("monitor of ", "monitor ")


class SoundError(Exception):
    """A device cannot be listed or opened; the text says why."""


class SoundDevice(msgspec.Struct, frozen=True):
    """A device as the sound server names it. `handle` is miniaudio's own id of it."""

    name: str
    kind: Kind
    is_default: bool
    handle: Any


def list_devices() -> tuple[SoundDevice, ...]:
    """Return all devices. Raises `SoundError` when there is no sound server to ask."""
    ffi, lib = miniaudio.ffi, miniaudio.lib
    context = _open_context()
    try:
        playback, capture = ffi.new("ma_device_info**"), ffi.new("ma_device_info**")
        playbacks, captures = ffi.new("ma_uint32*"), ffi.new("ma_uint32*")
        result = lib.ma_context_get_devices(context, playback, playbacks, capture, captures)
        if result != lib.MA_SUCCESS:
            raise SoundError(f"devices cannot be listed (miniaudio error {result})")
        found = [_describe(playback[0][index], "playback") for index in range(playbacks[0])]
        found += [_describe(capture[0][index], "capture") for index in range(captures[0])]
        return tuple(found)
    finally:
        lib.ma_context_uninit(context)


def choose(devices: tuple[SoundDevice, ...], kind: Kind, wanted: str, like: str = "") -> SoundDevice | None:
    """Return the device whose name is `wanted`, or contains it, in any case of letters.

    Without `wanted`: the one like `like` (the microphone of the headset), else the system's default. A monitor (what a
    loudspeaker plays, offered as a microphone) is only taken by name: it would send callers their own voice.
    """
    of_kind = [device for device in devices if device.kind == kind]
    speakers = [device.name for device in devices if device.kind == "playback"]
    real = [device for device in of_kind if kind == "playback" or not _is_monitor(device.name, speakers)]
    if wanted:
        return _named(real, wanted) or _named(of_kind, wanted)
    akin = _named(real, like) if like else None
    return akin or next((device for device in real if device.is_default), None) or next(iter(real), None)


class OpenDevice:
    """A running device: 16 kHz, mono, 16 bit, periods of 20 ms. `fill`/`take` run on the sound library's thread and must
    return at once. Opening and closing may block as long as the sound server does."""

    def __init__(self, device: SoundDevice, *, fill: Fill | None = None, take: Take | None = None) -> None:
        self.name = device.name
        self._opened_s = self.last_beat_s = time.monotonic()
        self._fill, self._take = fill, take
        build = miniaudio.PlaybackDevice if device.kind == "playback" else miniaudio.CaptureDevice
        pump = self._pump_out() if device.kind == "playback" else self._pump_in()
        next(pump)
        try:
            self._device = build(
                miniaudio.SampleFormat.SIGNED16,
                1,
                RATE_HZ,
                buffersize_msec=FRAME_MS,
                device_id=device.handle,
                backends=_backends(),
                app_name=APP_NAME,
            )
            self._device.start(pump)
        except miniaudio.MiniaudioError as error:
            raise SoundError(f"{device.name}: {error}") from error

    def has_stopped(self) -> bool:
        """True when the device has asked for (or brought) nothing for too long: unplugged, or the sound server is gone.
        The library does not notice either by itself."""
        now_s = time.monotonic()
        patience_s = STARTING_SILENT_S if now_s - self._opened_s < STARTING_S else SILENT_S
        return now_s - self.last_beat_s > patience_s

    def stood_still(self, seconds: float) -> None:
        """This process had no time for so long, its sound threads neither: that is no silence of the device's."""
        self.last_beat_s = min(time.monotonic(), self.last_beat_s + seconds)

    def close(self) -> None:
        """Stop the device and let go of the sound server."""
        context = self._device._context  # noqa: SLF001 - the library never frees it
        self._device.close()
        miniaudio.lib.ma_context_uninit(context)

    def _pump_out(self) -> Generator[bytes, int, None]:
        count = yield b""
        while True:
            self.last_beat_s = time.monotonic()
            count = yield self._fill(count * SAMPLE_BYTES) if self._fill else b""

    def _pump_in(self) -> Generator[None, bytes, None]:
        while True:
            sound = yield
            self.last_beat_s = time.monotonic()
            if self._take:
                self._take(sound)


def _backends() -> list[miniaudio.Backend]:
    """Return the sound systems to try; never the library's own null one, which would hide that there is no sound."""
    if sys.platform == "win32":
        return [miniaudio.Backend.WASAPI, miniaudio.Backend.DSOUND]
    if sys.platform == "darwin":
        return [miniaudio.Backend.COREAUDIO]
    has_card = _CARDS.exists() and "[" in _CARDS.read_text(encoding="utf-8", errors="replace")
    return [miniaudio.Backend.PULSEAUDIO, *([miniaudio.Backend.ALSA] if has_card else [])]


def _open_context() -> Any:
    ffi, lib = miniaudio.ffi, miniaudio.lib
    backends = _backends()
    names = ffi.new("ma_backend[]", [backend.value for backend in backends])
    context = ffi.new("ma_context*")
    result = lib.ma_context_init(names, len(backends), ffi.NULL, context)
    if result != lib.MA_SUCCESS:
        raise SoundError(f"no sound server (miniaudio error {result})")
    return context


def _describe(info: Any, kind: Kind) -> SoundDevice:
    name = miniaudio.ffi.string(info.name).decode("utf-8", "replace")
    handle = miniaudio.ffi.new("ma_device_id*", info.id)  # a copy: the list dies with its context
    return SoundDevice(name=name, kind=kind, is_default=bool(info.isDefault), handle=handle)


def _named(devices: list[SoundDevice], wanted: str) -> SoundDevice | None:
    sought = wanted.casefold()
    exact = (device for device in devices if device.name.casefold() == sought)
    part = (device for device in devices if sought in device.name.casefold())
    return next(exact, None) or next(part, None)


def _is_monitor(name: str, speakers: list[str]) -> bool:
    """Sound servers name a monitor after its loudspeaker, in their own language."""
    lower = name.casefold()
    return lower.startswith(_MONITOR_WORDS) or any(name != speaker and name.endswith(" " + speaker) for speaker in speakers)

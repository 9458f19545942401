"""The headset and the ringer of the seat, opened as the settings say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from calltaker.settings import Sound as SoundSettings
from telephony.audio.hub import DeviceHub
from telephony.events import AudioDeviceChanged


class Sound:
    """Devices come and go by themselves; what is told to `on_event` is where speech goes now. Raises `SoundError` when the
    file that stands for the microphone cannot be read."""

    def __init__(self, settings: SoundSettings, on_event: Callable[[AudioDeviceChanged], None]) -> None:
        self._devices = DeviceHub(on_event)
        in_file = Path(settings.headset_in_file).expanduser() if settings.headset_in_file else None
        self.headset = self._devices.open_headset(settings.headset, settings.microphone, in_file)
        self.ringer = self._devices.open_ringer(settings.ringer)

    def close(self) -> None:
        self._devices.close()

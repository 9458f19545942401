"""A place for one sound device: open, or empty and tried again."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from telephony.audio.devices import CHOSEN_NULL, Fill, Kind, OpenDevice, SoundDevice, SoundError, Take, choose

logger = logging.getLogger(__name__)

RETRY_S = 2.0

Listing = Callable[[], tuple[SoundDevice, ...]]


class Slot:
    """Owned by the hub's thread. `name` is the open device's, or ""; `reason` says why there is none."""

    def __init__(
        self,
        kind: Kind,
        wanted: str,
        *,
        like: str = "",
        fill: Fill | None = None,
        take: Take | None = None,
        on_open: Callable[[], None] = lambda: None,
    ) -> None:
        self.kind: Kind = kind
        self.wanted = wanted
        self.name = ""
        self.reason = ""
        self._like, self._fill, self._take, self._on_open = like, fill, take, on_open
        self._device: OpenDevice | None = None
        self._next_try_s = 0.0

    @property
    def is_open(self) -> bool:
        return self._device is not None

    def look_after(self, listing: Listing) -> None:
        """Let go of a device that has stopped; open the wanted one when it is there. `listing` asks the sound server."""
        if self._device is not None:
            if self._device.has_stopped():
                logger.warning("sound device %s (%s) has stopped", self.name, self.kind)
                self.reason = f"{self.name} has stopped"
                self.close()
            return
        if self.wanted == CHOSEN_NULL:
            self.reason = "chosen"
        elif time.monotonic() >= self._next_try_s:
            self._open(listing)
            self._next_try_s = time.monotonic() + RETRY_S

    def stood_still(self, seconds: float) -> None:
        """See `OpenDevice.stood_still`."""
        if self._device is not None:
            self._device.stood_still(seconds)

    def close(self) -> threading.Thread | None:
        """Let go of the device. Closing waits for the sound server, which may be frozen: a thread of its own does it."""
        device, self._device, self.name = self._device, None, ""
        if device is None:
            return None
        closing = threading.Thread(target=device.close, name="close sound device", daemon=True)
        closing.start()
        return closing

    def _open(self, listing: Listing) -> None:
        try:
            devices = listing()
            device = choose(devices, self.kind, self.wanted, self._like)
            if device is not None:
                self._on_open()
                self._device = OpenDevice(device, fill=self._fill, take=self._take)
        except SoundError as error:
            self.reason = str(error)
            return
        if device is None:
            self.reason = self._not_found(devices)
        else:
            self.name, self.reason = device.name, ""
            logger.info("sound device %s (%s) is open", self.name, self.kind)

    def _not_found(self, devices: tuple[SoundDevice, ...]) -> str:
        there = ", ".join(device.name for device in devices if device.kind == self.kind) or "none"
        return f"no {self.kind} device named {self.wanted!r}; there are: {there}" if self.wanted else f"no {self.kind} device"

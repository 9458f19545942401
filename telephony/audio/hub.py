"""The one thread that opens, watches and reopens the sound devices of a seat, so that no other thread ever waits for one."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from telephony.audio.devices import NULL_DEVICE, SoundDevice, list_devices
from telephony.audio.headset import HeadsetStream, load_sound
from telephony.audio.ringer import Ringer
from telephony.audio.slot import Slot
from telephony.events import AudioDeviceChanged

logger = logging.getLogger(__name__)

Role = Literal["headset", "ringer"]
LOOK_EVERY_S = 0.25
CLOSE_WITHIN_S = 1.0
STOOD_STILL_S = 0.5


class DeviceHub:
    """Gives out streams at once, silent until their device is open. `on_event` gets an `AudioDeviceChanged` for each role
    after the first attempt and at every change, on the hub's thread; it must return at once."""

    def __init__(self, on_event: Callable[[AudioDeviceChanged], None]) -> None:
        self._on_event = on_event
        self._roles: dict[Role, list[Slot]] = {}
        self._retired: list[Slot] = []
        self._told: dict[Role, tuple[str, bool]] = {}
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="sound devices", daemon=True)
        self._thread.start()

    def open_headset(self, name: str, microphone: str = "", in_file: Path | None = None) -> HeadsetStream:
        """Return the headset, in place of an earlier one.

        Names are parts of device names, "" = the system's default, "null" = none on purpose. `in_file` (any WAV) is
        played, over and over, in place of the microphone. Raises `SoundError` when that file cannot be played."""
        stream = HeadsetStream(load_sound(in_file) if in_file else None)
        slots = [Slot("playback", name, fill=stream.fill_speaker, on_open=stream.speaker.clear)]
        if in_file is None:
            wanted = microphone or ("null" if name == "null" else "")
            slots.append(Slot("capture", wanted, like=name, take=stream.take_mic, on_open=stream.microphone.clear))
        self._add("headset", slots)
        return stream

    def open_ringer(self, name: str) -> Ringer:
        """Return the ringer on its own loudspeaker. Its device stays open, so that a ring starts at once and a loss is
        known before the next call."""
        ringer = Ringer()
        self._add("ringer", [Slot("playback", name, fill=ringer.fill)])
        return ringer

    def close(self) -> None:
        """Close all devices; returns within a second even when the sound server is frozen."""
        self._stopping = True
        self._wake.set()
        self._thread.join(CLOSE_WITHIN_S)

    def _add(self, role: Role, slots: list[Slot]) -> None:
        with self._lock:
            self._retired += self._roles.get(role, [])
            self._roles[role] = slots
        self._wake.set()

    def _run(self) -> None:
        while not self._stopping:
            self._wake.clear()
            try:
                self._look_after_all()
            except Exception:  # top of the loop: a sound library's surprise must not end the watch
                logger.exception("looking after the sound devices failed")
            self._rest()
        self._close_all()

    def _rest(self) -> None:
        """Wait for the next round. Who wakes much too late has stood still with the whole process: a headset must not be
        closed and opened anew in a call because the computer slept."""
        began_s = time.monotonic()
        self._wake.wait(LOOK_EVERY_S)
        late_s = time.monotonic() - began_s - LOOK_EVERY_S
        if late_s > STOOD_STILL_S:
            with self._lock:
                slots = [slot for of_role in self._roles.values() for slot in of_role]
            for slot in slots:
                slot.stood_still(late_s)

    def _look_after_all(self) -> None:
        with self._lock:
            roles = dict(self._roles)
            retired, self._retired = self._retired, []
        for slot in retired:
            slot.close()
        listing = _ListOnce()
        for role, slots in roles.items():
            for slot in slots:
                slot.look_after(listing)
            self._tell(role, slots)

    def _tell(self, role: Role, slots: list[Slot]) -> None:
        name, is_null, reason = _describe(slots)
        if self._told.get(role) != (name, is_null):
            self._told[role] = (name, is_null)
            now_us = time.time_ns() // 1000
            self._on_event(AudioDeviceChanged(at_us=now_us, role=role, name=name, is_null=is_null, reason=reason))

    def _close_all(self) -> None:
        deadline_s = time.monotonic() + CLOSE_WITHIN_S
        closing = [slot.close() for slots in self._roles.values() for slot in slots]
        for thread in closing:
            if thread is not None:
                thread.join(max(0.0, deadline_s - time.monotonic()))


class _ListOnce:
    """One listing serves all slots of a round."""

    def __init__(self) -> None:
        self._devices: tuple[SoundDevice, ...] | None = None

    def __call__(self) -> tuple[SoundDevice, ...]:
        if self._devices is None:
            self._devices = list_devices()
        return self._devices


def _describe(slots: list[Slot]) -> tuple[str, bool, str]:
    """Return (name, is_null, reason) of a role. A headset of which one half is missing is no headset, and its name says
    which half is left."""
    missing = [slot for slot in slots if not slot.is_open]
    if not missing:
        return slots[0].name, False, ""
    left = next((f"{slot.name} ({slot.kind})" for slot in slots if slot.is_open), NULL_DEVICE)
    return left, True, "; ".join(dict.fromkeys(slot.reason for slot in missing))

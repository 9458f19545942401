"""Keeps the health true: registrations and sound devices as the telephone tells them, the room on the disk, signs of life."""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

from calltaker.line.hub import Hub
from calltaker.line.signs_of_life import SignsOfLife
from calltaker.line.wire import LineState
from telephony import events as seen

log = logging.getLogger("line")

_BEAT_S = 1.0
_LOOK_AT_DISK_EVERY = 10
_MB = 1024 * 1024
# Free space is told in steps, or every second of recording would be news.
_STEP_MB = 16


class HealthKeeper:
    """`on_event` gets every fact of the telephone, on any thread. `note(what, detail)` puts a change of the seat on record."""

    def __init__(
        self, hub: Hub, recordings: Path, life: SignsOfLife, line_names: tuple[str, ...], note: Callable[[str, str], None]
    ) -> None:
        self._hub = hub
        self._recordings = recordings
        self._life = life
        self._note = note
        self._lock = threading.Lock()
        self._lines = {name: LineState(name=name, registered=False, code=0, reason="") for name in line_names}
        hub.set_health(lines=tuple(self._lines.values()))  # a registrar that has not answered yet is no registration
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="health", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join(2.0)

    def on_event(self, event: seen.AnyTelephonyEvent) -> None:
        match event:
            case seen.RegistrationChanged():
                self._registered(event)
            case seen.AudioDeviceChanged(role="headset"):
                self._hub.set_health(headset=event.name, headset_is_null=event.is_null)
            case seen.AudioDeviceChanged():
                self._hub.set_health(ringer=event.name, ringer_is_null=event.is_null)

    def _registered(self, event: seen.RegistrationChanged) -> None:
        with self._lock:
            was = self._lines.get(event.line)
            self._lines[event.line] = LineState(
                name=event.line, registered=event.registered, code=event.code, reason=event.reason
            )
            lines = tuple(self._lines.values())
        self._hub.set_health(lines=lines)
        if was is None or was.registered != event.registered:
            self._note("registered" if event.registered else "registration_lost", f"{event.line}: {event.code} {event.reason}")

    def _beat(self) -> None:
        beats = 0
        while not self._stopping.wait(_BEAT_S if beats else 0.0):
            try:
                if beats % _LOOK_AT_DISK_EVERY == 0:
                    self._hub.set_health(recording_free_mb=free_mb(self._recordings))
                if beats:
                    self._life.touch()
            except OSError as error:
                log.warning("the data folder cannot be looked at: %s", error)
            beats += 1


def free_mb(folder: Path) -> int:
    """Return the free space for `folder` in MB, rounded down to steps of 16 MB. Raises `OSError`."""
    return shutil.disk_usage(folder).free // _MB // _STEP_MB * _STEP_MB

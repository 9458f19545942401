"""When the ringer rings: while an incoming call waits and nobody is being talked to (a ring tone in the room would speak into
the call that is; the window shows the waiting one). Driven by the telephone's facts themselves, so that a slow disk never
delays the sound."""

from __future__ import annotations

from typing import Protocol

from telephony import events as seen


class RingerDevice(Protocol):
    """The device that makes the sound. Both return at once."""

    def start(self) -> None: ...

    def stop(self) -> None: ...


class Ringing:
    """Belongs to the SIP thread: `on_event` gets every fact."""

    def __init__(self, device: RingerDevice) -> None:
        self._device = device
        self._waiting: set[str] = set()
        self._talking: set[str] = set()

    def on_event(self, event: seen.AnyTelephonyEvent) -> None:
        match event:
            case seen.CallRinging():
                self._waiting.add(event.call_id)
            case seen.CallAnswered() | seen.CallResumed():
                self._waiting.discard(event.call_id)
                self._talking.add(event.call_id)
            case seen.CallHeld():
                self._talking.discard(event.call_id)
            case seen.CallEnded():
                self._waiting.discard(event.call_id)
                self._talking.discard(event.call_id)
            case _:
                return
        if self._waiting and not self._talking:
            self._device.start()
        else:
            self._device.stop()

"""The one interface of every line: the SIP engine, the scripted line for tests and training, later a GSM gateway."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from telephony.commands import AnyCommand
from telephony.events import AnyTelephonyEvent

EventSink = Callable[[AnyTelephonyEvent], None]


class PhoneError(Exception):
    """The order cannot be carried out; the text is plain words for the desk's log, without a number in it."""


class Phone(Protocol):
    """A line. Events go to the sink given at construction, on the line's own thread, in order of happening;
    the sink must return at once (it puts them into a queue)."""

    def start(self) -> None:
        """Open transports, devices and registrations. Raises `PhoneError` when the line cannot work at all."""

    def submit(self, command: AnyCommand) -> None:
        """Hand over an order from any thread and return at once. A refused order comes back through
        `on_refused` given at construction: `(command, code, detail)`, a stable code and a technical word on it."""

    def stop(self) -> None:
        """Hang up what is left, close recordings, unregister, return when done (at most 3 s)."""

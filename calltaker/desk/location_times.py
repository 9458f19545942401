"""How long it took from the answer to a known place: times of key presses, never what was pressed, said once a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from calltaker.desk.now import ClockUs, now_us
from calltaker.desk.open_form import OpenForm, new_id
from calltaker.domain.form import FormState
from calltaker.line.wire import Append
from db import events as log

if TYPE_CHECKING:
    from calltaker.app.room import Desk

MOST_KEYS = 500
MOST_CALLS = 32
WORDS_SOURCE = "typed"
"""What is said of a place that stands in words alone."""

_SAID_OF = ("location_source", "lat", "lon", "village_code", "location_verified")


class LocationTimes(QObject):
    """Keeps the times of the calls that were worked on last. What the line does not take now is said when it is back."""

    def __init__(self, desk: Desk, *, clock_us: ClockUs = now_us, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock_us = clock_us
        self._keys_ms: dict[str, list[int]] = {}
        self._said: dict[str, tuple[str, ...]] = {}
        self._unsaid: list[log.NewEvent] = []
        desk.line.attached.connect(self._on_attached)

    def key_pressed(self, call_id: str) -> None:
        """A key was pressed in the form of a call."""
        after_ms = self._after_ms(call_id)
        if after_ms is None:
            return
        times = self._keys_ms.setdefault(call_id, [])
        if len(times) < MOST_KEYS:
            times.append(after_ms)
        while len(self._keys_ms) > MOST_CALLS:
            del self._keys_ms[next(iter(self._keys_ms))]

    def keys_ms(self, call_id: str) -> tuple[int, ...]:
        return tuple(self._keys_ms.get(call_id, ()))

    def confirm(self, form: OpenForm) -> None:
        """The place of a form is settled; said once, and again when another place is settled for the same call."""
        if not form.call_id:
            return
        settled = tuple(form.state.value(name) for name in _SAID_OF)
        if self._said.get(form.call_id) == settled:
            return
        self._said[form.call_id] = settled
        while len(self._said) > MOST_CALLS:
            del self._said[next(iter(self._said))]
        self._say(form.call_id, _confirmation(form, self._after_ms(form.call_id), self.keys_ms(form.call_id)))

    def _say(self, call_id: str, payload: log.CallLocationConfirmed) -> None:
        event = log.new_event(call_id, payload, actor=self._desk.settings.seat.operator, event_id=new_id())
        self._send(event)

    def _send(self, event: log.NewEvent) -> None:
        def failed(_words: str) -> None:
            self._unsaid.append(event)

        self._desk.line.send(Append(events=(event,)), None, failed)

    def _on_attached(self, is_attached: bool) -> None:
        if is_attached:
            unsaid, self._unsaid = self._unsaid, []
            for event in unsaid:
                self._send(event)

    def _after_ms(self, call_id: str) -> int | None:
        """Return the milliseconds since the call was answered, `None` when it was not."""
        call = self._desk.calls.call(call_id)
        if call is None or call.answered_at_us is None:
            return None
        return max(0, self._clock_us() - call.answered_at_us) // 1_000


def _confirmation(form: OpenForm, after_ms: int | None, keys_ms: tuple[int, ...]) -> log.CallLocationConfirmed:
    state: FormState = form.state
    return log.CallLocationConfirmed(
        source=state.value("location_source") or WORDS_SOURCE,
        incident_id=form.incident_id,
        after_ms=after_ms,
        keys_ms=keys_ms,
        verified=state.value("location_verified") == "1",
    )

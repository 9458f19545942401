"""The facts of an incident in plain words: what was done, the old value beside the new one. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from calltaker.desk.timeline_fields import POINT_FIELDS, FieldWords
from calltaker.domain.ticket import short_number
from calltaker.theme.signs import state_sign
from db import events as log

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calltaker.domain.catalogue import Catalogue
    from db.rows import IncidentDetail, TimelineRow

translate = QCoreApplication.translate
_TOGETHER_US = 10_000_000
"""So near to each other the parts of one point are set."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the timeline. `at_us` UTC; `who` is the operator's name, or what did it by itself."""

    at_us: int
    who: str
    what: str


class TimelineWords:
    """Tells the facts of one incident in the order of commit. `agency_name` makes a name of an agency's code."""

    def __init__(
        self, detail: IncidentDetail, catalogue: Catalogue, language: str, agency_name: Callable[[str], str], caller: CallerText
    ) -> None:
        self._catalogue = catalogue
        self._language = language
        self._agency_name = agency_name
        self._number = detail.row.number
        self._callers = {call.call_id: caller(call.number, call.number_raw) for call in detail.calls}
        self._agencies = {row.referral_id: agency_name(row.agency) for row in detail.row.referrals}
        self._fields = FieldWords(catalogue, language)
        self._tellers = self._tellers_by_kind()
        self._calls = self._calls_by_kind()

    def told(self, rows: Iterable[TimelineRow]) -> tuple[Entry, ...]:
        """Return the entries; facts that mean nothing to the incident (sound, recording) are left out, a fact that this
        program does not know is named by its kind."""
        entries: list[Entry] = []
        point_from: TimelineRow | None = None
        for row in rows:
            try:
                payload = log.decode(row.kind, row.payload.encode())
            except log.UnknownKindError:
                payload = None
            is_point = isinstance(payload, log.IncidentFieldSet) and payload.field in POINT_FIELDS
            goes_on = is_point and point_from is not None and _is_together(point_from, row)
            if is_point and not goes_on:
                self._fields.begin_point()
            what = row.kind if payload is None else self._what(row, payload)
            if goes_on and entries:
                entries.pop()
            point_from = row if is_point else None
            if what:
                entries.append(Entry(at_us=row.at_us, who=_who(row.actor), what=what))
        return tuple(entries)

    def _what(self, row: TimelineRow, payload: Any) -> str:
        """Return one fact in words, "" for what means nothing to the incident."""
        tell = self._tellers.get(type(payload))
        if tell is not None:
            return tell(row, payload)
        call = self._calls.get(type(payload))
        said = call(payload) if call is not None else ""
        return f"{self._callers.get(row.subject, '')}: {said}" if said else ""

    def _tellers_by_kind(self) -> dict[type, Callable[[TimelineRow, Any], str]]:
        """Return how facts of the incident, its agencies and its units are told."""
        return {
            log.IncidentOpened: lambda _row, it: self._opened(it),
            log.IncidentFieldSet: lambda _row, it: self._fields.changed(it.field, it.value, it.reason),
            log.IncidentNoteAdded: lambda _row, it: translate("timeline", "note: {text}").format(text=it.text),
            log.IncidentClosed: lambda _row, it: self._with_reason(_closed(it.informed), it.reason),
            log.IncidentReopened: lambda _row, it: self._with_reason(translate("timeline", "opened again"), it.reason),
            log.ReferralSent: lambda _row, it: self._sent(it),
            log.ReferralAdvanced: lambda row, it: f"{self._agencies.get(row.subject, row.subject)}: {self._state(it)}",
            log.UnitStateSet: lambda row, it: f"{row.subject}: {self._state(it)}",
        }

    def _calls_by_kind(self) -> dict[type, Callable[[Any], str]]:
        """Return how facts of a call of the incident are told; what concerns only the telephone is left out."""
        return {
            log.CallRinging: lambda _it: translate("timeline", "the call came in"),
            log.CallAnswered: lambda _it: translate("timeline", "answered"),
            log.CallEnded: lambda it: _ended(it.by),
            log.CallLinked: lambda _it: translate("timeline", "the call belongs to this incident"),
            log.OutcomeSet: self._outcome,
            log.OutcomeUndone: lambda it: self._with_reason(translate("timeline", "outcome taken back"), it.reason),
            log.TransferStarted: self._forwarding,
            log.TransferSucceeded: lambda _it: translate("timeline", "forwarded"),
            log.TransferFailed: lambda it: self._with_reason(translate("timeline", "forwarding failed"), it.reason),
            log.ConferenceStarted: lambda _it: translate("timeline", "talking as three"),
            log.CallLocationReceived: lambda it: translate("timeline", "the phone sent a place") if it.location else "",
            log.CallLocationConfirmed: lambda it: self._fields.settled(it.source, is_verified=it.verified),
        }

    def _opened(self, payload: log.IncidentOpened) -> str:
        words = translate("timeline", "incident {number}: {what}")
        return words.format(number=short_number(self._number), what=self._fields.begun(payload.fields))

    def _state(self, payload: log.ReferralAdvanced | log.UnitStateSet) -> str:
        return self._with_reason(state_sign(payload.state).said, payload.reason)

    def _outcome(self, payload: log.OutcomeSet) -> str:
        outcome = self._catalogue.outcomes.get(payload.outcome)
        name = outcome.name(self._language) if outcome else payload.outcome
        return self._with_reason(translate("timeline", "outcome: {name}").format(name=name), payload.reason)

    def _forwarding(self, payload: log.TransferStarted) -> str:
        agency = self._agency_name(payload.agency) if payload.agency else payload.target_uri
        return translate("timeline", "forwarding to {agency}").format(agency=agency)

    def _sent(self, payload: log.ReferralSent) -> str:
        ways = {
            "message": translate("timeline", "sent by message"),
            "voice": translate("timeline", "told by telephone"),
            "transfer": translate("timeline", "the caller was forwarded"),
            "conference": translate("timeline", "spoke with the caller as three"),
        }
        units = f" ({', '.join(payload.units)})" if payload.units else ""
        return f"{self._agency_name(payload.agency)}: {ways.get(payload.channel, payload.channel)}{units}"

    def _with_reason(self, words: str, reason: str) -> str:
        obstacle = self._catalogue.obstacles.get(reason)
        return ", ".join(filter(None, (words, obstacle.name(self._language) if obstacle else reason)))


CallerText = Callable[[str, str], str]
"""Makes words of a number and its raw text (`calltaker.desk.callers.number_text`)."""


def _is_together(one: TimelineRow, other: TimelineRow) -> bool:
    return one.actor == other.actor and other.at_us - one.at_us <= _TOGETHER_US


def _who(actor: str) -> str:
    """Return the operator; the telephone and the journal act under no person's name."""
    if actor == "line":
        return translate("timeline", "telephone")
    return actor or translate("timeline", "system")


def _closed(informed: str) -> str:
    ways = {
        "yes": translate("timeline", "closed, the reporter was told"),
        "unreachable": translate("timeline", "closed, the reporter could not be reached"),
        "anonymous": translate("timeline", "closed, the reporter is anonymous"),
    }
    return ways.get(informed) or translate("timeline", "closed")


def _ended(by: str) -> str:
    ways = {
        "caller": translate("timeline", "the caller hung up"),
        "desk": translate("timeline", "hung up by the desk"),
        "line": translate("timeline", "cut off, the telephone stopped"),
        "transfer": translate("timeline", "handed over"),
    }
    return ways.get(by) or translate("timeline", "the call ended")

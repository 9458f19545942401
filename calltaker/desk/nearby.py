"""What is known around the place of the form on the screen: warnings, earlier incidents, possible doubles, who is near."""

from __future__ import annotations

from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Any

import msgspec
import uuid_utils
from PySide6.QtCore import QObject, QTimer, Signal

from calltaker.desk.now import now_us
from calltaker.domain import place_drift
from calltaker.domain.dispatch import recipients
from calltaker.domain.form import FormState
from calltaker.domain.hazards import FOR_AGENCIES, expires_us
from calltaker.domain.nearby import Asked, Duplicate, NearUnit, duplicates, nearest_units
from calltaker.line.wire import Append
from calltaker.places.wire import FindNearest, Near
from db import events as log
from db.gazetteer.place import SERVICE_KINDS, Place
from db.queries import places
from db.rows import NearIncident, PlaceNoteRow

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.board import BoardController
    from calltaker.desk.forms import FormController
    from calltaker.desk.open_form import OpenForm

REST_MS = 150
UNSEEN_S = 0.7
"""What has stood on the screen for less than this, nobody has read."""
MOST_OFFERED = 2
"""So many possible doubles have a key of their own."""
HISTORY_RADIUS_M = 100.0
_HISTORY_US = 2 * 365 * 86_400_000_000
_NEAR_KINDS = tuple(kind for kind in SERVICE_KINDS if kind != "post")


class Nearby(msgspec.Struct, frozen=True, kw_only=True):
    """Everything around one place. `history` are incidents at the place itself, the form's own left out; `wanted` the agencies
    of the type's run card, the lead first."""

    notes: tuple[PlaceNoteRow, ...] = ()
    doubles: tuple[Duplicate, ...] = ()
    history: tuple[NearIncident, ...] = ()
    units: tuple[NearUnit, ...] = ()
    posts: tuple[Place, ...] = ()
    wanted: tuple[str, ...] = ()

    def offered(self, at: int) -> str:
        """Return the id of the incident that is offered at this place, from 0; "" = none."""
        return self.doubles[at].row.incident_id if at < len(self.doubles) else ""

    @property
    def is_empty(self) -> bool:
        return not (self.notes or self.doubles or self.history or self.units or self.posts)


class NearbyController(QObject):
    """`changed`: `nearby` differs. Looks again whenever place, number or type of the form change, after a short rest; what is
    learnt for another form or place than the one on the screen is dropped."""

    changed = Signal()

    def __init__(self, desk: Desk, forms: FormController, board: BoardController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms = forms
        self._board = board
        self.nearby = Nearby()
        self._asked = Asked()
        self._offered_since_s = [-inf] * MOST_OFFERED
        self._looked_up: tuple[Any, ...] = ()
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self.look)
        forms.shown.connect(lambda _key: self.look())
        forms.changed.connect(lambda _key: self._rest.start())
        board.incidents_changed.connect(self._compare)
        board.units_changed.connect(self._compare)
        board.ticked.connect(self._forget_late)
        desk.line.committed.connect(self._on_committed)

    @property
    def best_double(self) -> Duplicate | None:
        """The incident that one key links the call to."""
        return self.double(0)

    def double(self, at: int) -> Duplicate | None:
        """Return the incident that the key of this place links the call to, from 0; `None` when there is none."""
        form = self._forms.current
        if form is None or form.incident_id or not form.call_id or at >= min(len(self.nearby.doubles), MOST_OFFERED):
            return None
        return self.nearby.doubles[at]

    def has_new(self, at: int) -> bool:
        """True when another incident has just come to this place: a key that is pressed now was meant for the one before."""
        return monotonic() - self._offered_since_s[at] < UNSEEN_S

    def look(self) -> None:
        """Look around the place of the form on the screen, if it is another one than before."""
        self._rest.stop()
        form = self._forms.current
        self._asked = asked_by(form) if form else Asked()
        number = form.state.value("callback_number") if form else ""
        wanted = (form.key if form else "", self._asked.lat, self._asked.lon, number)
        if wanted != self._looked_up:
            if wanted[:3] != self._looked_up[:3]:
                self._show(Nearby())
            self._looked_up = wanted
            self._look_up(number)
        self._compare()

    def add_note(self, hazard: str, text: str) -> None:
        """Warn of the place and the number of the form on the screen."""
        form = self._forms.current
        if form is None:
            return
        note = log.PlaceNoteAdded(
            hazard=hazard,
            text=text,
            expires_us=expires_us(now_us()),
            lat=self._asked.lat,
            lon=self._asked.lon,
            number=form.state.value("callback_number"),
            place_text=form.state.value("place_text"),
        )
        self._append(str(uuid_utils.uuid7()), note, self.tr("The warning is on record. It is over by itself in 180 days."))

    def end_note(self, note_id: str, reason: str) -> None:
        """Take a warning away before its time."""
        self._append(note_id, log.PlaceNoteEnded(reason=reason), self.tr("The warning is taken away."))

    @property
    def can_warn(self) -> bool:
        """A note must be found again: it needs a point or a number."""
        form = self._forms.current
        return form is not None and (self._asked.has_point or bool(form.state.value("callback_number")))

    # --- looking up ----------------------------------------------------------------------------------------------------
    def _look_up(self, number: str) -> None:
        wanted, lat, lon, at_us = self._looked_up, self._asked.lat, self._asked.lon, now_us()

        def take(**found: Any) -> None:
            if wanted == self._looked_up:
                self._show(msgspec.structs.replace(self.nearby, **found))

        doubt_m = self._asked.radius_m or 0.0
        if number or self._asked.has_point:
            self._desk.worker.submit(
                lambda c: places.notes(c, now_us=at_us, lat=lat, lon=lon, doubt_m=doubt_m, number=number),
                lambda notes: take(notes=tuple(notes)),
                key="nearby.notes",
            )
        if lat is None or lon is None:
            return
        since_us = at_us - _HISTORY_US
        self._desk.worker.submit(
            lambda c: places.incidents_near(c, lat=lat, lon=lon, radius_m=HISTORY_RADIUS_M, since_us=since_us),
            lambda rows: take(history=tuple(one for one in rows if one.row.incident_id != self._asked.incident_id)),
            key="nearby.history",
        )

        def take_posts(answer: object) -> None:
            if isinstance(answer, Near):
                take(posts=answer.places)

        self._desk.places.ask(FindNearest(lat=lat, lon=lon, kinds=_NEAR_KINDS, limit=1), take_posts, key="nearby.posts")

    def _compare(self) -> None:
        """Compare with the board as it is now: no query, a few hundred rows at most."""
        asked = self._asked
        doubles = duplicates(asked, self._board.incidents, now_us()) if self._is_writing() else ()
        units: tuple[NearUnit, ...] = ()
        if asked.lat is not None and asked.lon is not None:
            units = nearest_units(self._board.units, asked.lat, asked.lon)
        card = recipients(asked.type_code, self._desk.catalogue, self._board.agencies) if asked.type_code else ()
        wanted = tuple(one.agency_code for one in card)
        self._show(msgspec.structs.replace(self.nearby, doubles=doubles, units=units, wanted=wanted))

    def _is_writing(self) -> bool:
        """A form that is an incident already has been compared; the question comes before."""
        form = self._forms.current
        return form is not None and not form.incident_id

    def _forget_late(self) -> None:
        kept = tuple(note for note in self.nearby.notes if note.expires_us > now_us())
        if kept != self.nearby.notes:
            self._show(msgspec.structs.replace(self.nearby, notes=kept))

    def _show(self, nearby: Nearby) -> None:
        form = self._forms.current
        if form is not None:
            form.warnings = tuple(warning for note in nearby.notes if (warning := crew_warning(note)))
        if nearby == self.nearby:
            return
        for at in range(MOST_OFFERED):
            before, newest = self.nearby.offered(at), nearby.offered(at)
            if before and newest and before != newest:
                self._offered_since_s[at] = monotonic()
        self.nearby = nearby
        self.changed.emit()

    # --- the log -------------------------------------------------------------------------------------------------------
    def _on_committed(self, committed: Any) -> None:
        if committed.event.kind.startswith("place_note."):
            self._looked_up = ()
            self._rest.start()

    def _append(self, subject: str, payload: log.Payload, words: str) -> None:
        say = self._desk.notices.say
        event = log.new_event(subject, payload, actor=self._desk.settings.seat.operator)

        def failed(problem: str) -> None:
            say(self.tr("Not saved: {problem}").format(problem=problem), "alarm")

        self._desk.line.send(Append(events=(event,)), lambda _reply: say(words), failed)


def crew_warning(note: PlaceNoteRow) -> str:
    """Return what a crew must know of a note, in Indonesian; "" for what is the desk's business alone, or for a note on another
    place that was only found by the caller's number."""
    if note.lat is not None and not note.is_here:
        return ""
    known = FOR_AGENCIES.get(note.hazard, "")
    if known.casefold() == note.text.strip().casefold():
        return known
    if not known:
        return note.text if note.hazard == "other" else ""
    return f"{known}: {note.text}"


def asked_by(form: OpenForm) -> Asked:
    """Return what a form says of its place. Around a point that belongs to other words there is nothing to look for."""
    state = form.state
    is_adrift = place_drift.is_adrift(state)
    lat, lon = (None, None) if is_adrift else (_degrees(state, "lat"), _degrees(state, "lon"))
    placed = lat is not None and lon is not None
    return Asked(
        type_code=state.value("type_code"),
        lat=lat if placed else None,
        lon=lon if placed else None,
        radius_m=_degrees(state, "radius_m") if placed else None,
        village_code="" if is_adrift else state.value("village_code"),
        place_text=state.value("place_text"),
        incident_id=form.incident_id,
    )


def _degrees(state: FormState, name: str) -> float | None:
    try:
        return float(state.value(name))
    except ValueError:
        return None

"""The place of the form on the screen: what the words may mean, what a person took, and what else the call has sent.

Nothing here takes a place by itself. Candidates and later positions stand beside the form until a person's key takes one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from calltaker.desk import place_rows, place_words
from calltaker.desk.location_times import LocationTimes
from calltaker.desk.now import ClockUs, now_us
from calltaker.desk.place_lookup import PlaceLookup
from calltaker.desk.place_rows import Row
from calltaker.desk.place_taker import PlaceTaker
from calltaker.desk.place_words import Line
from calltaker.domain import place_choice, place_drift
from calltaker.domain.form import NO_LOCATION
from calltaker.places.wire import Point
from db import events as log
from db.gazetteer.place import Place

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.forms import FormController
    from calltaker.desk.open_form import OpenForm
    from calltaker.line.wire import Committed

AGE_TICK_MS = 15_000


@dataclass(frozen=True)
class Candidate:
    """What a row stands for: a place, a point, or (neither) to keep or drop the point that belongs to other words."""

    row: Row
    place: Place | None = None
    point: Point | None = None
    is_kept: bool = False

    @property
    def is_of_words(self) -> bool:
        return self.place is not None or self.point is not None


class _Awaited(NamedTuple):
    """A place that a person pressed Enter on before the answer to these words was there."""

    key: str
    words: str
    code: str


class LocationController(QObject):
    """`changed`: something of the place on the screen differs. Indices are those of `candidates` at this moment."""

    changed = Signal()

    def __init__(self, desk: Desk, forms: FormController, *, clock_us: ClockUs = now_us, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms = forms
        self._clock_us = clock_us
        self.times = LocationTimes(desk, clock_us=clock_us, parent=self)
        self._lookup = PlaceLookup(desk, forms, self)
        self._lookup.changed.connect(self._on_answer)
        self._awaited: _Awaited | None = None
        self._taker = PlaceTaker(desk, forms, self._lookup, self.times)
        self._ages = QTimer(self, interval=AGE_TICK_MS)
        self._ages.timeout.connect(self.changed)
        self._ages.start()
        forms.changed.connect(self._on_form)
        forms.shown.connect(self._on_form)
        desk.line.committed.connect(self._on_committed)

    # --- what is shown -------------------------------------------------------------------------------------------------
    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """What may be taken now, best first."""
        form = self._forms.current
        if form is None or not self._lookup.is_open(form):
            return ()
        centre = self._desk.settings.centre
        found: list[Candidate] = []
        answer = self._lookup.answer(form)
        if answer is not None:
            found += [Candidate(place_rows.point_row(point, centre), point=point) for point in answer.points]
            rows = place_rows.place_rows(answer.places, answer.beside, centre)
            found += [Candidate(row, place=place) for row, place in zip(rows, answer.places, strict=True)]
        if place_drift.is_adrift(form.state):
            found.append(Candidate(place_rows.keep_row(form.state.point_text), is_kept=True))
            found.append(Candidate(place_rows.drop_row(form.state.point_text)))
        return tuple(found)

    @property
    def sure_index(self) -> int:
        """The candidate that Enter takes without being gone to: the only position, typed and beyond doubt; -1 = none."""
        form, offered = self._forms.current, [candidate for candidate in self.candidates if candidate.is_of_words]
        if form is None or len(offered) != 1 or not self._lookup.is_current(form):
            return -1
        return -1 if offered[0].point is None or offered[0].row.is_question else 0

    @property
    def status(self) -> Line:
        """Source, radius and age of the place in force."""
        form = self._forms.current
        if form is None:
            return Line()
        if self.is_adrift:
            return place_words.adrift_line(form.state)
        return place_words.status_line(form.state, self._clock_us())

    @property
    def village(self) -> Line:
        """The village of the place in force, or the centre that helps beyond our region."""
        form = self._forms.current
        if form is None:
            return Line()
        line = place_words.village_line(form.state, self._lookup.where(form.state), self._desk.settings.centre)
        named = self._lookup.other_area(form)
        return place_words.two_areas_line(named, line) if named else line

    @property
    def hint(self) -> Line:
        """The one sentence over the candidates."""
        form = self._forms.current
        if form is None or not self._lookup.is_open(form):
            return Line()
        answer = self._lookup.answer(form)
        places = answer.places if answer is not None and answer.is_ambiguous else ()
        return place_words.hint_line(
            answer.rejected if answer is not None else "",
            namesakes=len(place_choice.namesakes(places, self._desk.settings.centre.region_code)),
            alike=sum(candidate.row.is_alike for candidate in self.candidates),
            question=answer is not None and any(point.doubts for point in answer.points),
            progress_pct=self._desk.places.progress_pct,
            problem=self._desk.places.problem,
        )

    @property
    def offer(self) -> str:
        """The best other place that came with the call, in words; "" = none."""
        offers = self.offers()
        if not offers:
            return ""
        return place_words.offer_words(offers[0], self._lookup.where_of(offers[0].lat, offers[0].lon), self._clock_us())

    @property
    def is_adrift(self) -> bool:
        """True when the point in force belongs to other words than those that stand there: it can be dropped."""
        form = self._forms.current
        return form is not None and place_drift.is_adrift(form.state)

    @property
    def is_verified(self) -> bool:
        form = self._forms.current
        return form is not None and form.state.value("location_verified") == "1"

    def offers(self) -> tuple[log.Location, ...]:
        """Return the places that came with the call and are not in the form, newest first."""
        form = self._forms.current
        call = self._desk.calls.call(form.call_id) if form is not None else None
        if form is None or call is None:
            return ()
        return place_choice.offers(form.state, place_choice.locations_of(call))

    # --- what a person does --------------------------------------------------------------------------------------------
    def take(self, index: int) -> None:
        """Take a candidate; one that is there no longer is none. While the answer to the last letters is under way, a place is
        taken as soon as that answer names it too: those letters may be its house number."""
        candidates = self.candidates
        form = self._forms.writable()
        if form is None or not 0 <= index < len(candidates):
            return
        chosen = candidates[index]
        self._awaited = None
        if chosen.is_of_words and not self._lookup.is_current(form):
            if chosen.place is not None:
                self._awaited = _Awaited(form.key, form.state.value("place_text"), chosen.place.code)
            return
        if chosen.place is not None:
            self._taker.take_place(form, chosen.place)
        elif chosen.point is not None:
            self._taker.take_point(form, chosen.point)
        elif chosen.is_kept:
            self._taker.keep(form)
        else:
            self._taker.drop(form)

    def take_offer(self) -> None:
        """Take the place that is offered beside the form (Ctrl+G). Typed words stay; what was in the form is offered then."""
        offers = self.offers()
        form = self._forms.writable()
        if form is None:
            return
        if not offers:
            self._desk.notices.say(self.tr("The call has sent no other place."))
            return
        self._taker.take_location(form, offers[0])

    def place_pin(self, lat: float, lon: float) -> None:
        """Set the place on the map; its village is filled in as soon as polygons have told it."""
        form = self._forms.writable()
        if form is None:
            return
        self._taker.take_pin(form, lat, lon)

    def toggle_unknown(self) -> None:
        """The person says that no place is known (Alt+0), or takes it back. Then no point is in force, also none that the call
        has sent: it is offered beside."""
        form = self._forms.writable()
        if form is None:
            return
        if form.state.value("location_source") == NO_LOCATION:
            self._taker.drop(form)
        else:
            self._taker.take_nothing(form)

    def drop(self) -> None:
        """Let go of a point that belongs to other words."""
        form = self._forms.writable()
        if form is not None and place_drift.is_adrift(form.state):
            self._taker.drop(form)

    def verify(self) -> None:
        """The caller says that the place is right (Ctrl+B), or takes it back. What was confirmed is a person's from then on."""
        form = self._forms.writable()
        if form is None:
            return
        state = form.state
        if state.value("location_verified"):
            form.typed("location_verified", "")
            self._forms.person_changed(form)
            return
        if place_drift.is_adrift(state):
            self._desk.notices.say(self.tr("The point belongs to other words: keep it, drop it or choose again."), "warning")
            return
        if any(candidate.point is not None for candidate in self.candidates):
            self._desk.notices.say(self.tr("These coordinates are not taken yet: ↓ and Enter take them."), "warning")
            return
        if not (state.value("place_text") or state.value("lat") or state.value("village")):
            self._desk.notices.say(self.tr("There is no place to confirm yet."), "warning")
            return
        self._taker.confirm(form)

    def dismiss(self) -> None:
        """Put the candidates away until the words change (Esc)."""
        if self._forms.current is not None:
            self._lookup.close(self._forms.current)

    def show_again(self) -> None:
        """Bring the candidates back for the words that stand there."""
        if self._forms.current is not None:
            self._lookup.open_again(self._forms.current)

    def key_pressed(self) -> None:
        """A key was pressed in the form; its time is kept, not the key."""
        form = self._forms.current
        if form is not None and form.call_id:
            self.times.key_pressed(form.call_id)

    # --- what happens --------------------------------------------------------------------------------------------------
    def _on_answer(self) -> None:
        """An answer came. A place that waited for it is taken, if a person still means these words."""
        form, awaited = self._forms.current, self._awaited
        self._doubt_point(form)
        if form is not None and awaited is not None and self._lookup.is_current(form):
            self._awaited = None
            codes = [candidate.place.code if candidate.place else "" for candidate in self.candidates]
            if (form.key, form.state.value("place_text")) == awaited[:2] and awaited.code in codes:
                self.take(codes.index(awaited.code))
        self.changed.emit()

    def _doubt_point(self, form: OpenForm | None) -> None:
        """The search has found another place of the very words that were added: the point is asked about."""
        answer = self._lookup.answer(form) if form is not None and self._lookup.is_current(form) else None
        if form is not None and answer and answer.places and place_drift.names_another(form.state, answer.places[0]):
            form.state = form.state.with_other_place(form.state.value("place_text"))
            self._forms.person_changed(form)

    def _on_form(self, key: str) -> None:
        form = self._forms.current
        if form is None or form.key != key:
            return
        self._lookup.follow(form, self.offers()[:1])
        self.changed.emit()

    def _on_committed(self, committed: Committed) -> None:
        """An incident that is opened accepts the place as it stands, whether a phone, the list or words gave it."""
        event: Any = committed.event
        if event.kind == log.IncidentOpened.KIND:
            form = self._forms.of_incident(event.subject)
            if form is not None:
                self.times.confirm(form)

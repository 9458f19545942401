"""Asks the process of places about the words and points of the form on the screen, and keeps what it said for as long as the
form still says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from calltaker.domain.form import NO_LOCATION, FormState
from calltaker.domain.place_choice import by_where, degrees, point_of
from calltaker.places.wire import Locate, Located, Understand, Understood
from db.events import Location
from db.region.whereabouts import Whereabouts

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.forms import FormController
    from calltaker.desk.open_form import OpenForm

MOST_ROWS = 5
SHORTEST_TEXT = 2
_MOST_POINTS = 64
_MOST_FORMS = 32


@dataclass
class _Look:
    """`text` is what was asked last, `is_loose` whether as words left over of the line, `settled` the words for which the list
    is closed: one was taken, or Esc. `is_retyped`: a person changes the place of an incident that the log holds already.
    `named` is the area that was taken by name: code and name."""

    text: str = ""
    is_loose: bool = False
    settled: str = ""
    is_retyped: bool = False
    answer: Understood | None = None
    named: tuple[str, str] = ("", "")


def words_of(form: OpenForm) -> str:
    """Return the words that may name the place: those of the place, else the landmark ("di depan polsek krian"), else what the
    one line leaves unread ("banjir kalanganyar sedati")."""
    return form.state.value("place_text") or form.state.value("landmark") or _loose_words(form)


def is_of_loose_words(form: OpenForm) -> bool:
    """True when the words are only left over of the one line: nothing but a whole name among them is a place."""
    return not (form.state.value("place_text") or form.state.value("landmark"))


def _loose_words(form: OpenForm) -> str:
    """A person who has said that no place is known, or emptied it in an incident, is not asked again by their own line."""
    is_asked = not form.number and form.state.value("location_source") != NO_LOCATION
    return form.proposal.loose if is_asked else ""


class PlaceLookup(QObject):
    """`changed`: an answer came for what stands on the screen now. Late answers to what was changed since are dropped."""

    changed = Signal()

    def __init__(self, desk: Desk, forms: FormController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms = forms
        self._looks: dict[str, _Look] = {}
        self._wheres: dict[tuple[str, str], Whereabouts | None] = {}
        desk.places.state_changed.connect(self._on_places)

    def follow(self, form: OpenForm, offers: Sequence[Location] = ()) -> None:
        """The form is on the screen or has changed: ask what is not known yet of its words, its point and what is offered."""
        look = self._look(form)
        text = words_of(form)
        is_loose = is_of_loose_words(form)
        look.is_retyped |= bool(form.number) and "place_text" in form.edits
        if (text, is_loose) != (look.text, look.is_loose):
            look.text, look.is_loose = text, is_loose
            if self._is_question(form) and len(text.strip()) >= SHORTEST_TEXT:
                self._ask_words(form.key, text, is_loose=is_loose)
            else:
                look.answer = None
        self._learn_village(form)
        for offer in offers:
            self.where_of(offer.lat, offer.lon)

    # --- words ---------------------------------------------------------------------------------------------------------
    def is_open(self, form: OpenForm) -> bool:
        """True while the words of the place are a question: nothing was taken for them, and they are not only looked at. Words
        left over of the line are none until a place is named among them."""
        answer = self.answer(form)
        return self._is_question(form) and (not is_of_loose_words(form) or bool(answer and answer.places))

    def _is_question(self, form: OpenForm) -> bool:
        text = words_of(form)
        look = self._look(form)
        return bool(text.strip()) and text != look.settled and (not form.number or look.is_retyped)

    def answer(self, form: OpenForm) -> Understood | None:
        """Return what the words may mean. Until the answer to the newest words is there, the one before it stands."""
        return self._look(form).answer

    def is_current(self, form: OpenForm) -> bool:
        """True when the answer is one to the very words that stand there now."""
        answer = self._look(form).answer
        return answer is not None and answer.text == words_of(form)

    def settle(self, form: OpenForm, words: str) -> None:
        """These words are chosen."""
        look = self._look(form)
        look.settled, look.answer = words, None

    def close(self, form: OpenForm) -> None:
        self.settle(form, words_of(form))
        self.changed.emit()

    def note_named(self, form: OpenForm, code: str, name: str) -> None:
        """A place was taken by its name. A point that comes later may lie elsewhere than an area of this `code`; "" is no area,
        and ends what one taken before it said."""
        self._look(form).named = code, name

    def other_area(self, form: OpenForm) -> str:
        """Return the area that the words name while the point in force lies in another one; "" when they agree."""
        code, name = self._look(form).named
        of_point = form.state.value("village_code")
        if not code or not of_point or not form.state.value("lat") or name.casefold() not in words_of(form).casefold():
            return ""
        return "" if f"{of_point}.".startswith(f"{code}.") else name

    def open_again(self, form: OpenForm) -> None:
        look = self._look(form)
        look.settled = look.text = ""
        self.follow(form)

    def _ask_words(self, key: str, text: str, *, is_loose: bool) -> None:
        def done(answer: object) -> None:
            look = self._looks.get(key)
            if isinstance(answer, Understood) and look is not None and look.text == answer.text != look.settled:
                look.answer = answer
                self.changed.emit()

        self._desk.places.ask(Understand(text=text, limit=MOST_ROWS, is_loose=is_loose), done, key=f"place.words:{key}")

    # --- points --------------------------------------------------------------------------------------------------------
    def where(self, state: FormState) -> Whereabouts | None:
        """Return where the point of a form lies, `None` as long as nobody knows."""
        return self._wheres.get((state.value("lat"), state.value("lon")))

    def where_of(self, lat: float | None, lon: float | None) -> Whereabouts | None:
        """Return where a point lies; what is not known is asked for and `changed` tells when it is."""
        if lat is None or lon is None:
            return None
        point = degrees(lat), degrees(lon)
        if point not in self._wheres:
            self._ask_where(point)
        return self._wheres.get(point)

    def _ask_where(self, point: tuple[str, str]) -> None:
        self._wheres[point] = None
        while len(self._wheres) > _MOST_POINTS:
            del self._wheres[next(iter(self._wheres))]

        def done(answer: object) -> None:
            if not isinstance(answer, Located):
                return
            self._wheres[point] = answer.where
            if self._forms.current is not None:
                self._learn_village(self._forms.current)
            self.changed.emit()

        self._desk.places.ask(Locate(lat=float(point[0]), lon=float(point[1])), done, key=f"place.where:{point[0]},{point[1]}")

    def _learn_village(self, form: OpenForm) -> None:
        """Bring the village of the form's point into it. An incident that is only looked at is not written to."""
        point = point_of(form.state)
        if point is None:
            return
        where = self.where_of(*point)
        is_written = not form.incident_id or "lat" in form.edits
        if where is not None and where.is_exact and is_written and form.learn_village(by_where(where)):
            self._forms.person_changed(form)

    # --- the process ---------------------------------------------------------------------------------------------------
    def _on_places(self) -> None:
        """The process began, died, or knows more than before: what it said is asked again."""
        if self._desk.places.problem or self._desk.places.progress_pct < 100:
            self.changed.emit()
            return
        self._wheres.clear()
        for look in self._looks.values():
            look.text = ""
        if self._forms.current is not None:
            self.follow(self._forms.current)
        self.changed.emit()

    def _look(self, form: OpenForm) -> _Look:
        look = self._looks.setdefault(form.key, _Look())
        while len(self._looks) > _MOST_FORMS:
            del self._looks[next(iter(self._looks))]
        return look

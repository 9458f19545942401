"""Wires what is around a place: the strip in the form, the keys of the offered incidents and of warnings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from calltaker.desk.nearby import NearbyController
from calltaker.desk.nearby_words import distance_words, double_words, history_words, near_words, note_words, short_note_words
from calltaker.domain.hazards import HAZARDS
from calltaker.views.dispatch.prompt import Option, Prompt
from calltaker.views.incident.nearby_strip import NearbyStrip

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.board import BoardController
    from calltaker.desk.forms import FormController
    from calltaker.desk.incidents import IncidentController


class NearbyKeys(QObject):
    """`strip` and `prompt` are to be placed into the form."""

    def __init__(
        self,
        desk: Desk,
        forms: FormController,
        board: BoardController,
        incidents: IncidentController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._board = board
        self._incidents = incidents
        self._forms = forms
        self._asked_in = ""
        self.controller = NearbyController(desk, forms, board, self)
        self.strip = NearbyStrip()
        self.prompt = Prompt()
        self.controller.changed.connect(self._show)
        self.strip.link_requested.connect(self._link)
        self.strip.end_requested.connect(self.ask_end_note)
        forms.shown.connect(self._leave_other_form)

    def link_best(self) -> bool:
        """Tie the call to the incident that is offered first; False when none is."""
        return self._link_offered(0)

    def link_second(self) -> None:
        """Tie the call to the incident that is offered second."""
        if not self._link_offered(1):
            self._desk.notices.say(self.tr("No second incident is offered."), "warning")

    def _link_offered(self, at: int) -> bool:
        offered = self.controller.double(at)
        if offered is not None and self.controller.has_new(at):
            self._desk.notices.say(self.tr("Another incident has just come to the front: look, then press again."), "warning")
        elif offered is not None:
            self._incidents.link(offered.row.incident_id, offered.row.number)
        return offered is not None

    def ask_note(self) -> None:
        """Ctrl+H: warn everybody who is called to this place or from this number later."""
        if not self.controller.can_warn:
            self._desk.notices.say(self.tr("A warning needs a place on the map or a number."), "warning")
            return
        self._ask(self.tr("Warn of what?"), self._ask_words, options=self._hazards(), allows_text=True)

    def _ask_words(self, answer: str) -> None:
        """Both orders are natural: the kind of danger and then words, or words and then their kind."""
        if answer in HAZARDS:
            self._ask(self.tr("In a few words:"), lambda text: self.controller.add_note(answer, text))
        else:
            question = self.tr("“{words}”: what kind of danger is it?").format(words=answer)
            self._ask(question, lambda hazard: self.controller.add_note(hazard, answer), options=self._hazards())

    def ask_end_note(self) -> None:
        """Ctrl+Shift+H: a warning is no longer true; of several, which one."""
        notes = self.controller.nearby.notes
        if not notes:
            self._desk.notices.say(self.tr("There is no warning here."), "warning")
        elif len(notes) == 1:
            self._ask_end(notes[0].note_id)
        else:
            options = [(note.note_id, short_note_words(note)) for note in notes]
            self._ask(self.tr("Which warning is no longer true?"), self._ask_end, options=options)

    def _ask_end(self, note_id: str) -> None:
        self._ask(self.tr("Why is it no longer true?"), lambda reason: self.controller.end_note(note_id, reason))

    def _ask(
        self, question: str, then: Callable[[str], None], *, options: Sequence[Option] = (), allows_text: bool = False
    ) -> None:
        form = self._forms.current
        self._asked_in = form.key if form else ""
        self.prompt.ask(question, then, options=options, allows_text=allows_text)

    def _leave_other_form(self, key: str) -> None:
        """A warning that was begun for one place must never be written down for another."""
        if not self.prompt.is_open or key == self._asked_in:
            return
        if text := self.prompt.text:
            self._desk.notices.say(
                self.tr("Another form is shown; the warning is not on record: {words}").format(words=text), "warning"
            )
        self.prompt.put_away()

    @staticmethod
    def _hazards() -> list[Option]:
        return [(code, QCoreApplication.translate("hazards", words)) for code, words in HAZARDS.items()]

    def _link(self, incident_id: str) -> None:
        row = self._board.incident(incident_id)
        if row is not None:
            self._incidents.link(row.incident_id, row.number)

    def distances(self) -> dict[str, str]:
        """Return how far each unit's base is from the place of the form, in words, by call sign."""
        return {near.unit.callsign: distance_words(near.distance_m) for near in self.controller.nearby.units}

    def _show(self) -> None:
        nearby, seat, centre = self.controller.nearby, self._desk.settings.seat, self._desk.settings.centre
        offset = centre.utc_offset_minutes
        catalogue, language = self._desk.catalogue, seat.language
        self.strip.show_lines(
            [note_words(note, offset) for note in nearby.notes],
            [(double.row.incident_id, double_words(double, catalogue, language)) for double in nearby.doubles],
            history_words(nearby, catalogue, language, offset),
            near_words(nearby),
            can_link=self.controller.best_double is not None,
        )

"""The forms of the calls: one per call id, never mixed. A person's keys go in, drafts and field facts go to the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from calltaker.desk.call_facts import brought_by, incident_of, is_settled
from calltaker.desk.drafts import DraftSaver, read_draft
from calltaker.desk.form_edits import FormEdits
from calltaker.desk.open_form import NEW, OpenForm, new_id
from calltaker.domain.form import FormState
from calltaker.line.wire import Committed, Snapshot
from db import events as log
from db.queries import board
from telephony.numbers import read_typed

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from db.rows import IncidentDetail


class FormController(QObject):
    """`changed` (form key): values or conflicts of a form. `shown` (form key or ""): another form is on the screen, because a
    person moved on. No signal here ever means that the focus should move."""

    changed = Signal(str)
    shown = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms: dict[str, OpenForm] = {}
        self._current = ""
        self._open_calls: set[str] = set()
        self._drafts = DraftSaver(desk.line, self._say_draft_lost, self)
        self._edits = FormEdits(desk, self)
        self._edits.rested.connect(self.save_edits)
        desk.line.snapshot_received.connect(self._on_snapshot)
        desk.line.attached.connect(self._on_attached)
        desk.line.committed.connect(self._on_committed)
        desk.calls.current_changed.connect(self._on_current_changed)
        desk.calls.call_changed.connect(self._on_call_changed)

    # --- which form ----------------------------------------------------------------------------------------------------
    @property
    def current(self) -> OpenForm | None:
        """The form on the screen."""
        return self._forms.get(self._current)

    def form(self, key: str) -> OpenForm | None:
        return self._forms.get(key)

    def of_incident(self, incident_id: str) -> OpenForm | None:
        return next((form for form in self._forms.values() if incident_id and form.incident_id == incident_id), None)

    def show_call(self, call_id: str) -> None:
        """Show the form of a call; of a consultation, the form of the citizen it is made for."""
        call = self._desk.calls.call(call_id)
        if call is not None:
            owner = call.on_behalf_of or call_id
            self._show(self._forms.get(owner) or self._new_form(owner))

    def show_current_call(self) -> None:
        """A person asks for the form of the current call (F4)."""
        self.show_call(self._desk.calls.current_id)

    def show_incident(self, incident_id: str) -> None:
        """Show an incident of the board as a form."""
        form = self.of_incident(incident_id)
        if form is None:
            form = self._forms[incident_id] = OpenForm(key=incident_id, incident_id=incident_id)
        self._show(form)
        self.read_incident(incident_id)

    def show_new(self) -> None:
        """Show an empty form for a report that did not come by telephone."""
        self._show(self._new_form(NEW + new_id()))

    def show_form(self, key: str) -> None:
        """Show a form that this window holds."""
        if key in self._forms:
            self._show(self._forms[key])

    def all_forms(self) -> tuple[OpenForm, ...]:
        """Return every form that this window holds, each once."""
        return tuple({id(form): form for form in self._forms.values()}.values())

    def discard(self, key: str) -> None:
        """A person throws a report without a call away, with its draft."""
        if self._forms.pop(key, None) is None:
            return
        self._drafts.save(key, "")
        if key == self._current:
            self._current = ""
            self.shown.emit("")
            self.show_current_call()
        self.changed.emit(key)

    def _show(self, form: OpenForm) -> None:
        if form.key != self._current:
            self.save_edits()
            self._current = form.key
            self._forget_empty()
            self.shown.emit(form.key)

    def _forget_empty(self) -> None:
        """Let go of the forms that nobody wrote into and whose calls are over: most calls of a day."""
        for key, form in tuple(self._forms.items()):
            call = self._desk.calls.call(form.call_id)
            is_over = call is None or not call.is_open
            if is_over and form is not self.current and not form.has_words and not form.incident_id:
                del self._forms[key]

    def _new_form(self, key: str) -> OpenForm:
        """Return an empty form of a call, or of no call."""
        form = self._forms[key] = OpenForm(key=key, call_id="" if key.startswith(NEW) else key)
        self._take_from_call(form)
        return form

    # --- a person's keys -----------------------------------------------------------------------------------------------
    def type_text(self, name: str, value: str) -> None:
        """A person changed a field of the form on the screen."""
        form = self.writable()
        if form is None or (form.state.value(name) == value and form.state.origin(name) == "person"):
            return
        form.typed(name, value)
        if name in {"summary", "type_code"}:
            form.propose(self._desk.catalogue)
        self.person_changed(form)

    def accept(self, name: str) -> None:
        """A person took over what is proposed for a field."""
        form = self.current
        if form is not None and form.state.value(name):
            self.type_text(name, form.state.value(name))

    def answer(self, question: str, answer: str) -> None:
        """The caller answered a key question; "" takes the answer back."""
        form = self.writable()
        if form is None:
            return
        form.answered(question, answer)
        self.person_changed(form)

    def choose(self, name: str, value: str) -> None:
        """A person settled a conflict of a field."""
        form = self.writable()
        if form is not None:
            form.choose(name, value)
            self._edits.save(form, name)
            self.changed.emit(form.key)

    def leave(self, name: str) -> None:
        """The focus left a field: its fact is said now."""
        form = self.current
        if form is None:
            return
        number = read_typed(form.state.value(name)).number if name == "callback_number" else ""
        if number:
            self.type_text(name, number)
        if name in form.edits:
            self._edits.save(form, name)

    def save_edits(self) -> None:
        """Say every changed field of every opened incident."""
        self._edits.save_all(self._forms.values())

    def writable(self) -> OpenForm | None:
        """Return the form on the screen when a person may change it; a closed incident says that it must be opened first."""
        form = self.current
        if form is None or not form.is_closed:
            return form
        self._desk.notices.say(self.tr("This incident is closed. Open it again first."), "warning")
        self.changed.emit(form.key)
        return None

    def person_changed(self, form: OpenForm) -> None:
        """Bring to the disk what changed in a form, and show it."""
        if form.incident_id:
            self._edits.wait()
        else:
            self._drafts.save(form.key, form.state.to_json())
        self.changed.emit(form.key)

    # --- incidents -----------------------------------------------------------------------------------------------------
    def was_opened(self, form: OpenForm, incident_id: str, payload: log.IncidentOpened) -> None:
        """The log has the incident of this form now."""
        if form.number:
            return
        form.incident_id = incident_id
        form.opened_with(payload.fields, payload.number)
        self._drafts.save(form.key, "")
        if form.edits:
            self._edits.wait()
        self.changed.emit(form.key)

    def read_incident(self, incident_id: str) -> None:
        """Read an incident again; a newer wish replaces one that still waits."""

        def done(detail: IncidentDetail | None) -> None:
            form = self.of_incident(incident_id)
            if detail is not None and form is not None:
                form.read(detail)
                self.changed.emit(form.key)

        self._desk.worker.submit(lambda c: board.incident(c, incident_id), done, key=f"incident:{incident_id}")

    def tie(self, form: OpenForm, incident_id: str) -> None:
        """The form's call, or the report itself, belongs to an incident. When another form has it open already, that one is
        this call's form too: two forms of one incident would argue with each other."""
        if form.incident_id:
            return
        self._drafts.save(form.key, "")
        if (other := self.of_incident(incident_id)) is not None:
            self._forms[form.key] = other
            if self._current == form.key:
                self._show(other)
            return
        form.incident_id = incident_id
        if form.id_for("incident") != incident_id:
            form.state = FormState()
        self.read_incident(incident_id)

    def _on_committed(self, committed: Committed) -> None:
        event = committed.event
        if not event.kind.startswith(("incident.", "referral.", "call.linked")):
            return
        payload = log.decode(event.kind, event.payload)
        if isinstance(payload, log.IncidentOpened):
            opener = next((form for form in self._forms.values() if form.id_for("incident") == event.subject), None)
            if opener is not None:
                self.was_opened(opener, event.subject, payload)
        elif isinstance(payload, log.CallLinked) and (form := self._forms.get(event.subject)) is not None:
            self.tie(form, payload.incident_id)
        incident_id = incident_of(event, payload, self._forms.values())
        if self.of_incident(incident_id) is not None:
            self.read_incident(incident_id)

    # --- calls and the line --------------------------------------------------------------------------------------------
    def _on_current_changed(self, call_id: str) -> None:
        """Follow the calls, except that a form with somebody's words in it never makes way because a call ended: the next word
        would land in another call's form."""
        form = self.current
        known_open = (self._desk.calls.call(one) for one in self._open_calls)
        one_ended = any(call is not None and not call.is_open for call in known_open)
        if form is None or not one_ended or not form.has_words:
            self.show_call(call_id)

    def _on_call_changed(self, call_id: str) -> None:
        call = self._desk.calls.call(call_id)
        if call is not None and call.is_open:
            self._open_calls.add(call_id)
        else:
            self._open_calls.discard(call_id)
        form = self._forms.get(call_id)
        if form is not None:
            self._take_from_call(form)
            self.changed.emit(form.key)
        if form is not None and call is not None and is_settled(call, self._desk.catalogue):
            self._drafts.save(call_id, "")

    def _take_from_call(self, form: OpenForm) -> None:
        """Bring the number and the location of the call into the form, beside what a person typed."""
        call = self._desk.calls.call(form.call_id)
        if call is None:
            return
        if call.incident_id:
            self.tie(form, call.incident_id)
            return
        for name, value in brought_by(call).items():
            form.state = form.state.from_network(name, value)

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        """Restore what was being typed before the window was started again; what this window holds is newer."""
        drafts = self._drafts.still_wanted(snapshot.drafts)
        for key, text in drafts.items():
            form = self._forms.get(key) or self._new_form(key)
            if not text or form.incident_id or form.has_words:
                continue
            if (state := read_draft(key, text)) is None:
                self._desk.notices.say(self.tr("A saved draft could not be read; the call itself is complete."), "warning")
                continue
            form.state = state
            self._take_from_call(form)
            form.propose(self._desk.catalogue)
            self.changed.emit(key)
        if self.current is None:
            self.show_current_call()
        if self.current is None:
            self.show_form(max((key for key in drafts if key.startswith(NEW)), default=""))

    def _on_attached(self, is_attached: bool) -> None:
        if is_attached:
            self.save_edits()

    def _say_draft_lost(self, words: str) -> None:
        text = self.tr("What you type is not on disk for the moment: {problem}")
        self._desk.notices.say(text.format(problem=words), "warning")

"""What is known of the caller: bound to the call it is shown for, said in words, newest first."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from calltaker.desk.history_words import HistoryWords, PastCall
from calltaker.models.rows import Column, RowsModel
from calltaker.views.common import Panel, label, set_property, table_view
from calltaker.views.dispatch.wrapped import WrappedLabel


class HistoryPanel(Panel):
    """`show_words(caller, words)`; `None` empties it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_title(self.tr("History of the number"))
        self._caller = label("", "strong")
        self._headline = WrappedLabel("", "strong")
        self._incidents = WrappedLabel()
        self._incidents.setProperty("tone", "p2")
        self._marks = WrappedLabel()
        self._marks.setProperty("tone", "violet")
        columns = (
            Column[PastCall](self.tr("When"), lambda row: row.when),
            Column[PastCall](self.tr("Outcome"), lambda row: row.outcome, lambda row: row.tone),
        )
        self._model: RowsModel[PastCall] = RowsModel(columns, lambda row: row.call_id, self)
        self._table = table_view(self._model, name=self.tr("Earlier calls"), stretch=1, widths=(112, 150))
        self._table.horizontalHeader().hide()
        for widget in (self._caller, self._headline, self._incidents, self._marks):
            self.body.addWidget(widget)
        self.body.addWidget(self._table, 1)
        self.body.addStretch(0)
        self.show_words("", None)

    def show_words(self, caller: str, words: HistoryWords | None) -> None:
        self._caller.setText(caller)
        self._caller.setVisible(bool(caller))
        self._headline.say(words.headline if words else self.tr("No caller."))
        set_property(self._headline, "tone", words.tone if words else "dim")
        for shown, lines in ((self._incidents, words.incidents if words else ()), (self._marks, words.marks if words else ())):
            shown.say("\n".join(lines))
            shown.setVisible(bool(lines))
        self._model.set_rows(words.past if words else ())
        has_past = bool(words and words.past)
        self._table.setVisible(has_past)
        self.body.setStretch(self.body.count() - 1, 0 if has_past else 1)

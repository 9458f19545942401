"""Which days are looked at: five choices, a step back and forth, and how old the figures are. All by keyboard."""

from __future__ import annotations

from datetime import date
from typing import get_args

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QDateEdit, QHBoxLayout, QPushButton, QWidget

from calltaker.domain.period import MAX_DAYS, Period, PeriodKind
from calltaker.views.common import KeyedButton, Pill, label, set_property
from calltaker.views.supervisor.phrases import day_text

DATE_FORMAT = "dd-MM-yyyy"
MIN_DATE_WIDTH_PX = 150


class PeriodBar(QWidget):
    """`kind_chosen` (PeriodKind), `days_chosen` (first and last date), `step_requested` (-1 or 1), `refresh_requested`."""

    kind_chosen = Signal(str)
    days_chosen = Signal(object, object)
    step_requested = Signal(int)
    refresh_requested = Signal()

    def __init__(self, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self._choices = QButtonGroup(self)
        self._choices.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._buttons = {kind: self._add_choice(row, kind) for kind in get_args(PeriodKind)}
        self._choices.buttonClicked.connect(self._on_choice)
        self._first = self._add_date(row, self.tr("First day"))
        self._last = self._add_date(row, self.tr("Last day"))
        self._add_step(row, "◀", self.tr("Earlier"), "Alt+←", -1)
        self._add_step(row, "▶", self.tr("Later"), "Alt+→", 1)
        self._span = label("", "strong")
        row.addWidget(self._span)
        row.addStretch(1)
        self._age = Pill(self.tr("No figures yet"))
        row.addWidget(self._age)
        again = KeyedButton(self.tr("Read again"), "Alt+R", icon_name="history", focusable=True)
        again.clicked.connect(self.refresh_requested)
        row.addWidget(again)

    def show_period(self, period: Period) -> None:
        """Show what is looked at, whoever chose it."""
        with QSignalBlocker(self._choices):
            self._buttons[period.kind].setChecked(True)
        for edit, day in ((self._first, period.first), (self._last, period.last)):
            edit.setVisible(period.kind == "custom")
            if not edit.hasFocus():
                with QSignalBlocker(edit):
                    edit.setDate(QDate(day.year, day.month, day.day))
        self._span.setText(self._span_text(period))
        self.show_problem(False)

    def show_age(self, read_at: str) -> None:
        self._age.show_state(self.tr("Data as of {time}").format(time=read_at))

    def show_stale(self, words: str) -> None:
        """Say that the figures on the page could not be renewed."""
        self._age.show_state(words, "warning")

    def show_problem(self, wrong: bool) -> None:
        """Mark the days that make no period."""
        for edit in (self._first, self._last):
            set_property(edit, "invalid", wrong)
        if wrong:
            self._span.setText(self.tr("The last day must not lie before the first; {days} days at most").format(days=MAX_DAYS))

    def focus_choice(self) -> None:
        chosen = self._choices.checkedButton()
        if chosen is not None:
            chosen.setFocus()

    def _name(self, kind: PeriodKind) -> str:
        return {
            "today": self.tr("Today"),
            "week": self.tr("7 days"),
            "month_30": self.tr("30 days"),
            "month": self.tr("Month"),
            "custom": self.tr("Other days"),
        }[kind]

    def _span_text(self, period: Period) -> str:
        if period.kind == "month":
            text = day_text(self._locale, period.first, "MMMM yyyy")
        elif period.days == 1:
            text = day_text(self._locale, period.first, "dddd, d MMMM yyyy")
        else:
            text = f"{day_text(self._locale, period.first, 'd MMM')} – {day_text(self._locale, period.last, 'd MMM yyyy')}"
        return text

    def _add_choice(self, row: QHBoxLayout, kind: PeriodKind) -> QPushButton:
        button = QPushButton(self._name(kind))
        button.setAccessibleName(self._name(kind))
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("kind", kind)
        self._choices.addButton(button)
        row.addWidget(button)
        return button

    def _add_date(self, row: QHBoxLayout, name: str) -> QDateEdit:
        edit = QDateEdit()
        edit.setAccessibleName(name)
        edit.setDisplayFormat(DATE_FORMAT)
        edit.setMinimumWidth(MIN_DATE_WIDTH_PX)
        edit.setVisible(False)
        edit.editingFinished.connect(self._on_days)
        row.addWidget(edit)
        return edit

    def _add_step(self, row: QHBoxLayout, sign: str, name: str, key: str, step: int) -> None:
        button = KeyedButton(sign, focusable=True)
        button.setAccessibleName(name)
        button.setAccessibleDescription(key)
        button.setToolTip(f"{name}  {key}")
        button.clicked.connect(lambda: self.step_requested.emit(step))
        row.addWidget(button)

    def _on_choice(self, button: QPushButton) -> None:
        self.kind_chosen.emit(button.property("kind"))

    def _on_days(self) -> None:
        self.days_chosen.emit(_day(self._first), _day(self._last))


def _day(edit: QDateEdit) -> date:
    shown = edit.date()
    return date(shown.year(), shown.month(), shown.day())

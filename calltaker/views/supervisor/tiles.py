"""The six figures that a supervisor looks at first, each with what it is a share of."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from calltaker.desk.figures import Figures
from calltaker.domain.standards import share
from calltaker.views.common import label, set_property
from calltaker.views.supervisor.phrases import NOTHING, count_text, goal_text, of_rang, percent_text, share_of_rang


class Tile(QFrame):
    """A heading, a large figure and a sentence. A reader speaks all three as one."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._title = title
        self._figure = label(NOTHING, "number")
        self._meaning = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(0)
        column.addWidget(label(title, "heading"))
        column.addWidget(self._figure)
        column.addWidget(self._meaning)
        column.addStretch(1)
        self.setAccessibleName(title)

    def show_figure(self, figure: str, meaning: str, tone: str = "text") -> None:
        self._figure.setText(figure)
        set_property(self._figure, "tone", tone)
        self._meaning.setText(meaning)
        self.setAccessibleName(f"{self._title}: {figure}. {meaning}")

    @property
    def figure(self) -> str:
        return self._figure.text()


class Tiles(QWidget):
    """Real calls stand beside pranks, so that nobody forgets them behind a large number."""

    def __init__(self, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self.rang = Tile(self.tr("Calls that rang"))
        self.pranks = Tile(self.tr("Pranks and silent calls"))
        self.real = Tile(self.tr("Real calls"))
        self.answered = Tile(self.tr("Answered in time"))
        self.abandoned = Tile(self.tr("Abandoned while ringing"))
        self.refused = Tile(self.tr("Refused: all lines busy"))
        self._all = (self.rang, self.pranks, self.real, self.answered, self.abandoned, self.refused)
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for column, tile in enumerate(self._all):
            row.addWidget(tile, 0, column)
            row.setColumnStretch(column, 1)

    def show_figures(self, figures: Figures) -> None:
        locale, times = self._locale, figures.times
        rang = times.incoming
        self.refused.show_figure(
            count_text(locale, times.refused),
            self.tr("These never rang and are in no other figure"),
            "p1" if times.refused else "text",
        )
        if not rang:
            for tile in (self.rang, self.pranks, self.real, self.answered, self.abandoned):
                tile.show_figure(NOTHING, self.tr("No call rang in these days"))
            return
        self.rang.show_figure(
            count_text(locale, rang),
            self.tr("{count} answered, tests excluded").format(count=count_text(locale, times.answered)),
        )
        noise = figures.pranks + figures.ghosts
        self.pranks.show_figure(share_of_rang(locale, noise, rang), of_rang(locale, noise, rang), "violet" if noise else "text")
        self.real.show_figure(
            count_text(locale, figures.real),
            self.tr("{share} of the calls that rang").format(share=share_of_rang(locale, figures.real, rang)),
            "ok" if figures.real else "text",
        )
        self._show_answered(figures)
        self.abandoned.show_figure(
            count_text(locale, times.abandoned), self._abandoned_words(figures), "p2" if figures.missed else "text"
        )

    def _show_answered(self, figures: Figures) -> None:
        standard, times = figures.standards[0], figures.times
        within = times.within_s.get(standard.within_s)
        if within is None:
            self.answered.show_figure(NOTHING, self.tr("within {seconds} s is not counted").format(seconds=standard.within_s))
            return
        value = share(within, times.incoming)
        is_met = value is not None and value >= standard.share
        verdict = self.tr("✓ goal {goal} met") if is_met else self.tr("✕ goal {goal} not met")
        self.answered.show_figure(
            percent_text(self._locale, value),
            self.tr("within {seconds} s: {part} of {rang}. {verdict}").format(
                seconds=standard.within_s,
                part=count_text(self._locale, within),
                rang=count_text(self._locale, times.incoming),
                verdict=verdict.format(goal=goal_text(self._locale, standard.share)),
            ),
            "ok" if is_met else "p1",
        )

    def _abandoned_words(self, figures: Figures) -> str:
        part = share_of_rang(self._locale, figures.times.abandoned, figures.times.incoming)
        if not figures.missed:
            return self.tr("{share} of the calls that rang; nobody waits for a call back").format(share=part)
        return self.tr("{share} of the calls that rang; {count} wait for a call back").format(
            share=part, count=count_text(self._locale, len(figures.missed))
        )

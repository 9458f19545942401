"""How fast calls are answered: shares against named standards, and the percentiles."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from calltaker.charts.chart_view import ChartView
from calltaker.charts.threshold_bars import Threshold, ThresholdBars
from calltaker.desk.figures import Figures
from calltaker.domain.standards import AnswerStandard, share
from calltaker.views.common import ElidedLabel, Panel, label
from calltaker.views.supervisor.phrases import NOTHING, count_text, goal_text, of_rang, percent_text, seconds_text

PERCENTILES = (50, 90, 95, 99)


class AnswerPanel(Panel):
    def __init__(self, locale: QLocale, key: str, parent: QWidget | None = None) -> None:
        super().__init__("", key, parent)
        self.set_title(self.tr("Answer times"))
        self._locale = locale
        self.view = ChartView(self.tr("No calls in these days"))
        self._words = label("", "dim", wrap=True)
        self.view.words_changed.connect(self._words.setText)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._words)
        self._percentiles = [label(NOTHING, "strong") for _ in PERCENTILES]
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label(self.tr("Answered"), "small"))
        for figure in self._percentiles:
            row.addWidget(figure, 1, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(row)
        self._located = ElidedLabel("small")
        self._located.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.header.addWidget(self._located, 8)

    def show_figures(self, figures: Figures) -> None:
        times = figures.times
        bars = tuple(self._threshold(figures, standard) for standard in figures.standards)
        title = self.tr("Answer times, {first} to {last}").format(first=figures.period.first, last=figures.period.last)
        self.view.set_chart(ThresholdBars(title=title, bars=bars if times.incoming else ()))
        values = (times.p50_ms, times.p90_ms, times.p95_ms, times.p99_ms)
        for percent, figure, value_ms in zip(PERCENTILES, self._percentiles, values, strict=True):
            text = seconds_text(self._locale, value_ms)
            figure.setText(self.tr("{percent} %: {time}").format(percent=percent, time=text))
            figure.setAccessibleName(self.tr("{percent} % of answered calls within {time}").format(percent=percent, time=text))

        located = figures.located
        text = self.tr("Place settled: 50 % {half} · 90 % {most} · {count} calls")
        self._located.show_text(
            text.format(
                half=seconds_text(self._locale, located.p50_ms),
                most=seconds_text(self._locale, located.p90_ms),
                count=count_text(self._locale, located.located),
            )
        )

    def _threshold(self, figures: Figures, standard: AnswerStandard) -> Threshold:
        source = standard.source or self.tr("this centre")
        goal = goal_text(self._locale, standard.share)
        name = self.tr("Within {seconds} s · {source}: {goal}").format(seconds=standard.within_s, source=source, goal=goal)
        within = figures.times.within_s.get(standard.within_s)
        if within is None:
            words = self.tr("Within {seconds} s is not counted").format(seconds=standard.within_s)
            return Threshold(name=name, share=None, target=standard.share, verdict=NOTHING, words=words)
        value = share(within, figures.times.incoming)
        met = value is not None and value >= standard.share
        verdict = f"{percent_text(self._locale, value)} {'✓' if met else '✕'}"
        answered = self.tr("{part} of {answered} answered").format(
            part=count_text(self._locale, within), answered=count_text(self._locale, figures.times.answered)
        )
        words = self.tr("Within {seconds} s: {rang} = {share}; {answered}. Goal {goal} ({source}): {result}").format(
            seconds=standard.within_s,
            rang=of_rang(self._locale, within, figures.times.incoming),
            share=percent_text(self._locale, value),
            answered=answered,
            source=source,
            goal=goal,
            result=self.tr("met") if met else self.tr("not met"),
        )
        return Threshold(name=name, share=value, target=standard.share, verdict=verdict, words=words)

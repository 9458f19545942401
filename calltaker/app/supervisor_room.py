"""The supervisor's room: figures, exports and their page, wired together. The window's thread only."""

from __future__ import annotations

from datetime import date

from calltaker.app.room import Desk, Room
from calltaker.desk.exports import ExportController
from calltaker.desk.now import ClockUs, now_us
from calltaker.desk.statistics import StatisticsController
from calltaker.domain.period import PeriodError
from calltaker.views.supervisor.phrases import locale_of
from calltaker.views.supervisor.supervisor_page import SupervisorPage


def build_supervisor_room(desk: Desk, *, clock: ClockUs = now_us) -> Room:
    """Return the room with its panel "supervisor". Nothing is read before the page is shown."""
    page = SupervisorPage(locale_of(desk.settings.seat.language))
    statistics = StatisticsController(desk.worker, desk.line, desk.settings.centre, clock=clock, parent=page)
    exports = ExportController(desk.line, desk.settings, clock=clock, parent=page)
    _wire_figures(page, statistics)
    _wire_files(page, statistics, exports)
    page.period_bar.show_period(statistics.period)
    return Room(panels={"supervisor": page})


def _wire_figures(page: SupervisorPage, statistics: StatisticsController) -> None:
    bar = page.period_bar

    def choose_days(first: date, last: date) -> None:
        try:
            statistics.choose_days(first, last)
        except PeriodError:
            bar.show_problem(True)

    bar.kind_chosen.connect(statistics.choose)
    bar.days_chosen.connect(choose_days)
    bar.step_requested.connect(statistics.step)
    bar.refresh_requested.connect(statistics.refresh)
    page.watched.connect(statistics.watch)
    statistics.period_changed.connect(bar.show_period)
    statistics.figures_changed.connect(page.show_figures)
    statistics.failed.connect(bar.show_stale)


def _wire_files(page: SupervisorPage, statistics: StatisticsController, exports: ExportController) -> None:
    files = page.files

    def export(what: str, form: str, reason: str) -> None:
        match what, form:
            case (("statistics" | "calls"), ("csv" | "xlsx")):
                exports.export(what, form, statistics.period, reason=reason)
            case _:
                page.request_picture(what, form)

    files.export_requested.connect(export)
    page.picture_requested.connect(lambda what, form, content: exports.export_picture(what, form, content, statistics.period))
    exports.running_changed.connect(files.show_running)
    exports.progressed.connect(files.show_progress)
    exports.written.connect(files.show_file)
    exports.failed.connect(files.show_problem)

"""The supervisor's figures as tables: the same queries as the screen, so that file and page cannot differ."""

from __future__ import annotations

import time
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import Connection

from calltaker.domain.clock import local_text
from calltaker.domain.standards import answer_standards, share
from calltaker.reports.order import Order
from calltaker.reports.tables import Table, Value
from calltaker.reports.words import WEEKDAYS
from db.queries import statistics
from db.reader import snapshot
from db.rows import AnswerTimes, DayCount, HourCell, NumberCount

MOST_NUMBERS = 100_000


@snapshot
def statistics_tables(connection: Connection, order: Order) -> tuple[Table, ...]:
    """Read the figures of the period, all of one moment. Nothing is written."""
    span = {"start_us": order.start_us, "end_us": order.end_us, "utc_offset_minutes": order.utc_offset_minutes}
    numbers = statistics.numbers(connection, **span, limit=MOST_NUMBERS)
    times = statistics.answer_times(connection, **span)
    days = statistics.days(connection, **span)
    return (
        _summary(order, times, days),
        _hours(order, statistics.heatmap(connection, **span)),
        _days(order, days),
        _numbers(order, numbers),
    )


def percent_of(part: int, whole: int) -> float | None:
    """Return a share in percent with one decimal, halves up as on the supervisor's page (13 of 16 is 81.3); an empty cell when
    there is nothing to take a share of."""
    value = share(part, whole)
    return None if value is None else float(Decimal(value * 100).quantize(Decimal("0.1"), ROUND_HALF_UP))


def _summary(order: Order, times: AnswerTimes, days: tuple[DayCount, ...]) -> Table:
    say, rang = order.say, times.incoming

    def of_rang(name: str, count: int, meaning: str, target: float | None = None) -> tuple[Value, ...]:
        return (name, count, rang, percent_of(count, rang), target, meaning)

    rows: list[tuple[Value, ...]] = [
        (say("rang"), rang, None, None, None, say("rang_why")),
        of_rang(say("answered"), times.answered, say("of_rang")),
    ]
    for standard in answer_standards(order.answer_within_s):
        within = times.within_s.get(standard.within_s)
        if within is not None:
            why = say("within_of", source=standard.source) if standard.source else say("within_own")
            rows.append(of_rang(say("within", seconds=standard.within_s), within, why, round(standard.share * 100, 1)))
    rows.append(of_rang(say("abandoned"), times.abandoned, say("of_rang")))
    rows.extend(
        of_rang(say(part), sum(getattr(day, part) for day in days), say("of_rang")) for part in ("pranks", "ghosts", "real")
    )
    rows.append((say("refused"), times.refused, None, None, None, say("refused_why")))
    for percent, value_ms in ((50, times.p50_ms), (90, times.p90_ms), (95, times.p95_ms), (99, times.p99_ms)):
        seconds = None if value_ms is None else value_ms / 1000
        rows.append((say("percentile", percent=percent), seconds, None, None, None, say("of_answered")))
    return Table(
        name=say("summary"),
        title=order.title("statistics"),
        notes=(
            say("basis"),
            order.privacy_note,
            say("made_at", at=local_text(time.time_ns() // 1000, order.utc_offset_minutes)),
        ),
        columns=tuple(say(key) for key in ("measure", "count", "of", "share", "target", "meaning")),
        rows=rows,
    )


def _hours(order: Order, cells: tuple[HourCell, ...]) -> Table:
    """All 168 hours, the quiet ones too: a missing row would read as a missing measurement."""
    counted = {(cell.weekday, cell.hour): cell for cell in cells}

    def rows() -> Iterator[tuple[Value, ...]]:
        for weekday, name in enumerate(WEEKDAYS[order.language]):
            for hour in range(24):
                cell = counted.get((weekday, hour))
                figures = (cell.calls, cell.pranks, cell.ghosts) if cell else (0, 0, 0)
                yield (name, hour, *figures)

    columns = tuple(order.say(key) for key in ("weekday", "hour", "calls", "pranks", "ghosts"))
    return Table(name=order.say("hours"), title=order.say("hours_title"), columns=columns, rows=rows())


def _days(order: Order, days: tuple[DayCount, ...]) -> Table:
    keys = ("day", "calls", "answered", "abandoned", "refused", "pranks", "ghosts", "real")
    rows = ((day.day, day.calls, day.answered, day.abandoned, day.refused, day.pranks, day.ghosts, day.real) for day in days)
    return Table(
        name=order.say("days"), title=order.say("days_title"), columns=tuple(order.say(key) for key in keys), rows=rows
    )


def _numbers(order: Order, numbers: tuple[NumberCount, ...]) -> Table:
    rows = (
        (
            order.number_text(row.number) or order.say("withheld"),
            row.calls,
            row.pranks,
            row.ghosts,
            row.real,
            local_text(row.last_at_us, order.utc_offset_minutes),
        )
        for row in numbers
    )
    columns = tuple(order.say(key) for key in ("number", "calls", "pranks", "ghosts", "real", "last"))
    return Table(name=order.say("numbers"), title=order.say("numbers_title"), columns=columns, rows=rows)

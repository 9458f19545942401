"""The figures of a period as the supervisor's panels show them: frozen, numbers already written as people write them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from calltaker.domain.clock import local_text
from calltaker.domain.period import Period
from calltaker.domain.standards import AnswerStandard, answer_standards
from db.rows import AnswerTimes, CallRow, DayCount, HourCell, LocationTimes, NumberCount
from telephony.numbers import show

REFUSED = "refused"
"""`CallRow.ended_by` of a call that found all lines busy."""
_NOT_LOCATED = LocationTimes()


class NumberFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A number and what came from it; `number` "" stands for all withheld ones."""

    number: str
    shown: str
    calls: int
    pranks: int
    ghosts: int
    real: int
    last: str


class MissedFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A call that nobody answered and that nobody called back yet. `waited_s`: how long it rang; a call that was refused
    because all lines were busy never rang."""

    call_id: str
    shown: str
    rang_at: str
    waited_s: int | None
    was_refused: bool


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """All of a period. `read_at` is the local time at which the first of it was read."""

    period: Period
    read_at: str
    standards: tuple[AnswerStandard, ...]
    times: AnswerTimes
    days: tuple[DayCount, ...]
    hours: tuple[HourCell, ...]
    numbers: tuple[NumberFigure, ...]
    missed: tuple[MissedFigure, ...]
    located: LocationTimes = LocationTimes()

    @property
    def pranks(self) -> int:
        return sum(day.pranks for day in self.days)

    @property
    def ghosts(self) -> int:
        return sum(day.ghosts for day in self.days)

    @property
    def real(self) -> int:
        return sum(day.real for day in self.days)


def figures_of(
    period: Period,
    read_at_us: int,
    utc_offset_minutes: int,
    answer_within_s: int,
    *,
    times: AnswerTimes,
    days: Sequence[DayCount],
    hours: Sequence[HourCell],
    numbers: Sequence[NumberCount],
    missed: Sequence[CallRow],
    located: LocationTimes = _NOT_LOCATED,
) -> Figures:
    """Return rows of the log as figures. Missed calls come newest first, those after the
    period are left out, as are numbers without a prank or ghost."""
    end_us = period.end_us(utc_offset_minutes)
    return Figures(
        period=period,
        read_at=local_text(read_at_us, utc_offset_minutes, "%H:%M:%S"),
        standards=answer_standards(answer_within_s),
        times=times,
        days=tuple(days),
        hours=tuple(hours),
        numbers=tuple(_number(row, utc_offset_minutes) for row in numbers if row.pranks or row.ghosts),
        missed=tuple(_missed(row, utc_offset_minutes) for row in reversed(missed) if row.ringing_at_us < end_us),
        located=located,
    )


def _number(row: NumberCount, utc_offset_minutes: int) -> NumberFigure:
    return NumberFigure(
        number=row.number,
        shown=show(row.number),
        calls=row.calls,
        pranks=row.pranks,
        ghosts=row.ghosts,
        real=row.real,
        last=local_text(row.last_at_us, utc_offset_minutes, "%d-%m %H:%M"),
    )


def _missed(row: CallRow, utc_offset_minutes: int) -> MissedFigure:
    waited_us = None if row.ended_at_us is None else row.ended_at_us - row.ringing_at_us
    return MissedFigure(
        call_id=row.call_id,
        shown=show(row.number),
        rang_at=local_text(row.ringing_at_us, utc_offset_minutes, "%d-%m %H:%M:%S"),
        waited_s=None if waited_us is None else round(waited_us / 1_000_000),
        was_refused=row.ended_by == REFUSED,
    )

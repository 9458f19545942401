"""What the card of a ringing number says about its past. It warns and never blocks: numbers are shared in families, recycled,
and the next call may be real, so a real call in the history is always said beside the pranks.

Ladder (pranks within 24 h): from the first a note, from the third a warning, from the fifth (or one false report) the
supervisor may limit the number for 24 h.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from calltaker.domain.words import QT_TRANSLATE_NOOP
from db.rows import CallRow, NumberHistory

Level = Literal["none", "note", "warn"]

DAY_US = 86_400_000_000
REDIAL_US = 120_000_000
"""Somebody who calls again within two minutes may be redialling in panic; it is no sign of a prank."""

WARN_FROM_PRANKS = 3
LIMIT_FROM_PRANKS = 5

_PRANKS = frozenset({"prank_child", "prank_adult", "false_report"})
_WARNING_MARKS = frozenset({"prank_repeat", "warn"})


class Warning(msgspec.Struct, frozen=True, kw_only=True):  # noqa: A001 - the word of the room; the built-in is not used here
    """`pranks`, `ghosts` and `real` count the whole history, `pranks_day` the last 24 h of the calls that the history lists.
    `text_key` is an English source (context "Marks") with `text_args`; "" when there is nothing to say.
    `redial`: the last call was less than two minutes ago, whatever its outcome. `may_limit`: the supervisor may decide."""

    level: Level
    pranks: int = 0
    pranks_day: int = 0
    ghosts: int = 0
    real: int = 0
    last_real_us: int | None = None
    redial: bool = False
    may_limit: bool = False
    text_key: str = ""
    text_args: dict[str, int] = {}


def warning(history: NumberHistory, now_us: int) -> Warning:
    """Return what to say about a number. A withheld number ("") has no history: callers without a number are not one person."""
    if not history.number:
        return Warning(level="none")
    today = [call for call in history.recent if now_us - call.ringing_at_us <= DAY_US]
    pranks_day = sum(call.outcome in _PRANKS for call in today)
    marked = any(mark.mark in _WARNING_MARKS and mark.expires_us > now_us for mark in history.marks)
    level = _level(history, pranks_day, marked=marked)
    text_key = _text_key(history, level)
    return Warning(
        level=level,
        pranks=history.pranks,
        pranks_day=pranks_day,
        ghosts=history.ghosts,
        real=history.real,
        last_real_us=history.last_real_us,
        redial=_is_redial(history.recent, now_us),
        may_limit=pranks_day >= LIMIT_FROM_PRANKS or any(call.outcome == "false_report" for call in today),
        text_key=text_key,
        text_args={"pranks": history.pranks, "ghosts": history.ghosts, "real": history.real, "day": pranks_day}
        if text_key
        else {},
    )


def _level(history: NumberHistory, pranks_day: int, *, marked: bool) -> Level:
    if marked or pranks_day >= WARN_FROM_PRANKS:
        return "warn"
    return "note" if history.pranks or history.ghosts else "none"


def _text_key(history: NumberHistory, level: Level) -> str:
    """Return the source text; one with real calls is chosen whenever there were any."""
    if level == "none":
        return QT_TRANSLATE_NOOP("Marks", "Real calls: {real}") if history.real else ""
    if history.real:
        return QT_TRANSLATE_NOOP("Marks", "Pranks: {pranks} ({day} in 24 h), silent: {ghosts}, but REAL calls too: {real}")
    return QT_TRANSLATE_NOOP("Marks", "Pranks: {pranks} ({day} in 24 h), silent: {ghosts}")


def _is_redial(recent: tuple[CallRow, ...], now_us: int) -> bool:
    """True when the number's last call began or ended within two minutes. The ringing call itself (not ended) is skipped."""
    before = [call for call in recent if call.ended_at_us is not None]
    return bool(before) and now_us - max(call.ended_at_us or 0 for call in before) <= REDIAL_US

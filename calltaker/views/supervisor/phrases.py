"""Figures in words, the same way everywhere on the page: counts in the person's language, shares with their denominator."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from calltaker.domain.standards import share

NOTHING = "—"
PERCENT = "\u00a0%"
"""The sign stays with its figure: a line never breaks before it."""


def locale_of(language: str) -> QLocale:
    """Return how figures are written in "id" or "en"."""
    if language == "en":
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia)


def count_text(locale: QLocale, count: int) -> str:
    return locale.toString(count)


def day_text(locale: QLocale, day: date, pattern: str) -> str:
    """Return a day by a pattern of Qt ("dddd, d MMMM yyyy") with names in the person's language."""
    return str(locale.toString(QDate(day.year, day.month, day.day), pattern))


def percent_text(locale: QLocale, value: float | None) -> str:
    """Return a share (0 to 1) as "91.3 %". A share that is not whole never reads as 0 or 100 %."""
    if value is None:
        return NOTHING
    if 0 < value < 0.0005:
        return "<\u00a0" + locale.toString(0.1, "f", 1) + PERCENT
    if 0.9995 <= value < 1:
        return ">\u00a0" + locale.toString(99.9, "f", 1) + PERCENT
    return locale.toString(value * 100, "f", 1) + PERCENT


def goal_text(locale: QLocale, goal: float) -> str:
    """Return a wanted share as "90 %"."""
    return locale.toString(round(goal * 100)) + PERCENT


def seconds_text(locale: QLocale, value_ms: int | None) -> str:
    """Return milliseconds as "4.2 s"."""
    if value_ms is None:
        return NOTHING
    return QCoreApplication.translate("SupervisorPhrases", "{seconds} s").format(
        seconds=locale.toString(value_ms / 1000, "f", 1)
    )


def of_rang(locale: QLocale, part: int, rang: int) -> str:
    """Return the sentence that names the denominator."""
    return QCoreApplication.translate("SupervisorPhrases", "{part} of {rang} calls that rang, tests excluded").format(
        part=count_text(locale, part), rang=count_text(locale, rang)
    )


def share_of_rang(locale: QLocale, part: int, rang: int) -> str:
    return percent_text(locale, share(part, rang))

"""The fields of an incident as the timeline tells them: each with what it was before. Pure."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from calltaker.desk.callers import number_text
from calltaker.desk.place_words import source_words
from calltaker.domain.answers import told_answers
from calltaker.domain.catalogue import Catalogue
from calltaker.theme.signs import priority_sign

translate = QCoreApplication.translate

POINT_FIELDS = frozenset({"lat", "lon", "radius_m", "location_source", "location_at_us", "village", "village_code"})
"""Set one by one, and together one point."""

_NOTHING = "–"


class FieldWords:
    """Remembers what every field held, fact by fact."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self._catalogue = catalogue
        self._language = language
        self._values: dict[str, str] = {}
        self._point_before = ""

    def begun(self, fields: dict[str, str]) -> str:
        """Return with what the incident began."""
        self._values = dict(fields)
        value = self._values.get
        parts = (self._shown("type_code", value("type_code", "")), self._shown("priority", value("priority", "")))
        return " · ".join(filter(None, (*parts, value("place_text", ""), value("summary", ""))))

    def begin_point(self) -> None:
        """The next facts set a point: remember the one before."""
        self._point_before = self._point()

    def changed(self, field: str, value: str, reason: str = "") -> str:
        """Return one change in words, "" when it changed nothing that is told."""
        old = self._values.get(field, "")
        self._values[field] = value
        if field in POINT_FIELDS:
            name, before, after = translate("timeline", "point"), self._point_before, self._point()
        elif field == "answers":
            return self._answered(old, value)
        elif field == "location_verified":
            return (
                translate("timeline", "the caller confirmed the place")
                if value
                else translate("timeline", "the place is no longer confirmed")
            )
        else:
            name, before, after = field_name(field), self._shown(field, old), self._shown(field, value)
        said = f"{before} → {after or _NOTHING}" if before and before != after else after or _NOTHING
        because = f" ({reason})" if reason else ""
        return f"{name}: {said}{because}"

    def settled(self, source: str, *, is_verified: bool) -> str:
        """Return how somebody settled where the caller is."""
        how = translate("timeline", "typed") if source == "typed" else source_words(source)
        words = translate("timeline", "place settled: {source}").format(source=how)
        confirmed = translate("timeline", "the caller confirmed the place")
        return f"{words}, {confirmed}" if is_verified else words

    def _answered(self, old: str, new: str) -> str:
        type_code = self._values.get("type_code", "")
        before = told_answers(old, type_code, self._catalogue)
        after = told_answers(new, type_code, self._catalogue)
        fresh = [answer for answer in after if answer not in before]
        if fresh:
            return translate("timeline", "answered: {answers}").format(answers="; ".join(fresh))
        gone = [answer for answer in before if answer not in after]
        return translate("timeline", "answer taken back: {answers}").format(answers="; ".join(gone)) if gone else ""

    def _point(self) -> str:
        value = self._values.get
        lat, lon, source = value("lat", ""), value("lon", ""), value("location_source", "")
        radius = f"± {value('radius_m')} m" if value("radius_m") else ""
        how = ", ".join(filter(None, (radius, source_words(source) if source else "")))
        where = f"{lat}, {lon}" if lat and lon else ""
        if where and how:
            where = f"{where} ({how})"
        return ", ".join(filter(None, (where or (how if source else ""), value("village", ""))))

    def _shown(self, field: str, value: str) -> str:
        """Return a value as the form shows it."""
        if field == "type_code":
            kind = self._catalogue.types.get(value)
            return kind.name(self._language) if kind else value
        if field == "priority" and value.isascii() and value.isdigit():
            return priority_sign(int(value)).text
        if field == "callback_number" and value:
            return number_text(value)
        return " ".join(value.split())


def field_name(field: str) -> str:
    """Return what a field is called inside a sentence; one of a newer program goes by its own name."""
    return {
        "summary": translate("timeline", "report"),
        "type_code": translate("timeline", "type"),
        "priority": translate("timeline", "priority"),
        "priority_reason": translate("timeline", "why this priority"),
        "place_text": translate("timeline", "place"),
        "landmark": translate("timeline", "landmark"),
        "reporter_name": translate("timeline", "reporter"),
        "callback_number": translate("timeline", "number"),
        "victims": translate("timeline", "victims"),
        "trapped": translate("timeline", "trapped"),
        "narrative": translate("timeline", "narrative"),
    }.get(field, field)

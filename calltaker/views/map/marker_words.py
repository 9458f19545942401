"""What stands beside a marker, in the person's language. Colour and shape are never alone."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from calltaker.domain.map_scene import Marker
from calltaker.theme.signs import priority_sign, state_sign
from calltaker.views.map.distances import metres_text

_SERVICES = {
    "fire": str(QT_TRANSLATE_NOOP("MapWords", "Fire")),
    "police": str(QT_TRANSLATE_NOOP("MapWords", "Police")),
    "hospital": str(QT_TRANSLATE_NOOP("MapWords", "Hospital")),
    "clinic": str(QT_TRANSLATE_NOOP("MapWords", "Clinic")),
    "medical": str(QT_TRANSLATE_NOOP("MapWords", "Ambulance")),
    "disaster": str(QT_TRANSLATE_NOOP("MapWords", "Disaster post")),
    "post": str(QT_TRANSLATE_NOOP("MapWords", "Post")),
}


def has_unknown_radius(marker: Marker) -> bool:
    """True when nobody knows how far the place may be off, and nobody has said that it is right."""
    says_place = marker.kind in {"caller", "offer", "pin"}
    return says_place and marker.radius_m is None and not marker.outline and not marker.is_verified


def lines_of(marker: Marker, locale: QLocale) -> tuple[str, ...]:
    """Return the lines beside a marker: what it is, then how sure that is."""
    translate = QCoreApplication.translate
    match marker.kind:
        case "incident":
            return (f"{priority_sign(marker.priority).said}  {marker.label}".rstrip(),)
        case "unit":
            return (f"{state_sign(marker.state).shape} {marker.label}",)
        case "post":
            return (f"{service_word(marker.state)} · {marker.label}" if marker.label else service_word(marker.state),)
        case "caller":
            return _with_second(marker.label, (state_sign(marker.state).text, radius_text(marker, locale)))
        case "offer":
            return _with_second(marker.label, (translate("MapWords", "offered"), radius_text(marker, locale)))
    verified = translate("MapWords", "✓ confirmed") if marker.is_verified else translate("MapWords", "not confirmed")
    return _with_second(marker.label or translate("MapWords", "Place"), (verified, radius_text(marker, locale)))


def said(marker: Marker, locale: QLocale) -> str:
    """Return the same in one line, for the strip and for readers of the screen."""
    return " · ".join(lines_of(marker, locale))


def wordings(marker: Marker, locale: QLocale) -> tuple[tuple[str, ...], ...]:
    """Return the lines, then what may stand there when they find no room: an incident keeps its priority in words."""
    lines = lines_of(marker, locale)
    return (lines, (priority_sign(marker.priority).said,)) if marker.kind == "incident" else (lines,)


def service_word(kind: str) -> str:
    return QCoreApplication.translate("MapWords", _SERVICES.get(kind, _SERVICES["post"]))


def radius_text(marker: Marker, locale: QLocale) -> str:
    """Return "±120 m" (95 %), that the radius is not known, or "" where the marker has none to tell."""
    if marker.radius_m is not None:
        return f"±{metres_text(marker.radius_m, locale)}"
    return QCoreApplication.translate("MapWords", "radius unknown") if has_unknown_radius(marker) else ""


def _with_second(first: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    second = " · ".join(part for part in parts if part)
    return tuple(line for line in (first, second) if line)

"""The place of a form in words: source, radius, age and village are always said, a doubt is a question. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from calltaker.domain.fix_age import is_stale, minutes_old
from calltaker.domain.form import NO_LOCATION, FormState
from calltaker.domain.place_choice import coordinates, region_digits, village_words
from calltaker.settings import Centre
from db.events import Location
from db.region.whereabouts import Whereabouts

NEAR_BORDER_M = 1_000.0
"""Nearer to the border than this a neighbour's crew may be there first; farther away the distance is only noise."""
_DOT = " · "


@dataclass(frozen=True)
class Line:
    """`tone` is a colour of the theme; the sign at the front says the same to whoever sees no colours."""

    text: str = ""
    tone: str = "dim"


# --- measures ----------------------------------------------------------------------------------------------------------
def distance_words(distance_m: float) -> str:
    if distance_m < 1_000:
        return QCoreApplication.translate("place", "{metres} m").format(metres=f"{distance_m:.0f}")
    return QCoreApplication.translate("place", "{kilometres} km").format(kilometres=f"{distance_m / 1_000:.1f}")


def radius_words(radius_m: str) -> str:
    if not radius_m:
        return QCoreApplication.translate("place", "radius not known")
    return f"±{distance_words(float(radius_m))}"


def age_words(at_us: str, now_us: int) -> str:
    """Return how old a fix is, "" when nobody said when it was made."""
    if not at_us:
        return ""
    minutes = minutes_old(int(at_us), now_us)
    if minutes is None:
        return QCoreApplication.translate("place", "age not known")
    return old_words(minutes) if minutes else QCoreApplication.translate("place", "just now")


def old_words(minutes: int) -> str:
    """Return an age in the unit in which people think of it: nobody sees in 4320 minutes that a fix is three days old."""
    if minutes < 2 * 60:
        return QCoreApplication.translate("place", "{minutes} min old").format(minutes=minutes)
    if minutes < 2 * 24 * 60:
        return QCoreApplication.translate("place", "{hours} h old").format(hours=minutes // 60)
    return QCoreApplication.translate("place", "{days} days old").format(days=minutes // (24 * 60))


def source_words(source: str) -> str:
    translate = QCoreApplication.translate
    return {
        "pidf-lo": translate("place", "from the network"),
        "aml": translate("place", "from the phone"),
        "typed": translate("place", "coordinates"),
        "map": translate("place", "set on the map"),
        "name": translate("place", "chosen by name"),
        NO_LOCATION: translate("place", "no place known, said so"),
    }.get(source, source)


# --- where it is -------------------------------------------------------------------------------------------------------
def area_line(where: Whereabouts) -> str:
    """Return the village of a point, marked as desa or kelurahan by its code, or what is near when no polygon says more."""
    if where.is_exact:
        return village_words(_with_rank(where.village, where.village_code), where.kecamatan, where.kabkota)
    if where.approximate:
        return QCoreApplication.translate("place", "approximately: {place}").format(place=where.approximate)
    return QCoreApplication.translate("place", "village not known")


def where_line(where: Whereabouts, centre: Centre) -> Line:
    """Return where a point lies, and who is to be called when that is not our region."""
    if where.is_home is False:
        return outside_line(where.kabkota_code, area_line(where), centre)
    parts = [area_line(where)]
    if where.is_home and where.border_m is not None and where.border_m <= NEAR_BORDER_M:
        words = QCoreApplication.translate("place", "{distance} from the border")
        parts.append(words.format(distance=distance_words(where.border_m)))
    return Line(_DOT.join(parts), "text")


def outside_line(code: str, area: str, centre: Centre) -> Line:
    """Return the warning of a place beyond our region, with the neighbouring centre and its number. Where no polygon tells
    whose it is (`code` is ""), every neighbour is named: the caller knows which."""
    digits = region_digits(code)
    neighbours = [one for one in centre.neighbours if not digits or region_digits(one.region_code) == digits]
    help_words = " / ".join(" ".join(filter(None, (one.name, one.phone))) for one in neighbours)
    words = QCoreApplication.translate("place", "▲ Outside the region")
    return Line(_DOT.join(filter(None, (words, help_words, area))), "p2")


def two_areas_line(named: str, line: Line) -> Line:
    """Return the warning of a point that lies in another area than the one its words name."""
    words = QCoreApplication.translate("place", "▲ The words say {named}, the point lies in: {place}")
    return Line(words.format(named=named, place=line.text), "p2")


def rank_words(code: str) -> str:
    """Return "Desa" or "Kel.", which the official code of a village tells by the first digit of its last part, else ""."""
    return {"1": "Kel.", "2": "Desa"}.get(code.rpartition(".")[2][:1], "") if code.count(".") == 3 else ""


def _with_rank(village: str, code: str) -> str:
    return village if village.startswith(("Desa", "Kel")) else f"{rank_words(code)} {village}".lstrip()


# --- the place in force ------------------------------------------------------------------------------------------------
def status_line(state: FormState, now_us: int) -> Line:
    """Return source, radius and age of the place of a form."""
    source = state.value("location_source")
    has_point = bool(state.value("lat"))
    if source == NO_LOCATION and not has_point:
        return Line(f"○ {source_words(source)}", "p3")
    if not has_point and not state.value("village"):
        return Line(QCoreApplication.translate("place", "○ no point or village yet"), "dim")
    at_us = state.value("location_at_us")
    age = age_words(at_us, now_us)
    stale = is_stale(int(at_us) if at_us else None, now_us)
    is_network = state.origin("lat") == "network"
    radius = (
        radius_words(state.value("radius_m")) if has_point else QCoreApplication.translate("place", "no point, village only")
    )
    sign = "△" if stale else "▽" if is_network else "◆"
    tone = "p2" if stale else "accent" if is_network else "ok"
    return Line(f"{sign} " + _DOT.join(filter(None, (radius, age, source_words(source)))), tone)


def adrift_line(state: FormState) -> Line:
    words = QCoreApplication.translate("place", "▲ The point belongs to “{words}”")
    return Line(words.format(words=state.point_text), "p2")


def village_line(state: FormState, where: Whereabouts | None, centre: Centre) -> Line:
    """Return where the place in force lies: by polygons when it has a point, by the list when it was chosen by name."""
    if where is not None and state.value("lat"):
        return where_line(where, centre)
    code = state.value("village_code")
    if code and region_digits(code) != region_digits(centre.region_code):
        return outside_line(code, state.value("village"), centre)
    return Line(state.value("village"), "text")


# --- what is offered ---------------------------------------------------------------------------------------------------
def offer_words(location: Location, where: Whereabouts | None, now_us: int) -> str:
    """Return another place that came with the call: nothing of it is in the form before a person takes it."""
    at_us = "" if location.at_us is None else str(location.at_us)
    radius = "" if location.radius_m is None else f"{location.radius_m:.0f}"
    if location.lat is None or location.lon is None:
        parts = [location.civic, source_words(location.source), age_words(at_us, now_us)]
    else:
        area = area_line(where) if where is not None else location.civic or coordinates(location.lat, location.lon)
        parts = [radius_words(radius), age_words(at_us, now_us), area, source_words(location.source)]
    return QCoreApplication.translate("place", "▽ Also: {place}").format(place=_DOT.join(filter(None, parts)))


def doubt_words(doubt: str) -> str:
    """Return the question behind a doubt, "" for one that the line of the village says."""
    translate = QCoreApplication.translate
    return {
        "sign_changed": translate("place", "▲ Meant with a minus (south)?"),
        "sign_missing": translate("place", "▲ As written, without a minus: north of the equator?"),
        "unclear_hemisphere": translate("place", "▲ North of the equator? No minus was written"),
        "swapped": translate("place", "▲ Longitude stood first; exchanged. Right?"),
        "viewport": translate("place", "▲ The middle of somebody's map, not a pin. Right?"),
        "coarse": translate("place", "▲ Few digits: only roughly here. Right?"),
        "near_home_assumed": translate("place", "▲ Short code: taken as the one nearest to us. Right?"),
        "several": translate("place", "▲ Several positions were written. This one?"),
        "no_village": translate("place", "▲ In no known village. Right?"),
        "far_away": translate("place", "▲ Far from here. Right?"),
        "far_from_home": translate("place", "▲ Far from here. Right?"),
        "outside_home": "",
    }.get(doubt, doubt)


def refusal_words(rejected: str) -> str:
    """Return why a text that looks like a position gives none, and what to ask for instead."""
    translate = QCoreApplication.translate
    return {
        "short_link": translate("place", "△ A short link cannot be opened here. Ask for coordinates."),
        "link_without_position": translate("place", "△ This link holds no coordinates. Ask for them."),
        "incomplete": translate("place", "△ Only half of a position: a second number is missing."),
        "ambiguous": translate("place", "△ This position can be read in two ways. Ask again."),
        "out_of_range": translate("place", "△ There are no such coordinates. Read them again."),
        "outside_indonesia": translate("place", "△ Outside Indonesia. Read the coordinates again."),
        "null_island": translate("place", "△ 0, 0: the phone has no position yet. Ask for the place."),
        "short_code_without_home": translate("place", "△ Short plus code: ask for the town, or for the whole code."),
        "unknown_system": translate("place", "△ Another system. Ask for latitude and longitude."),
        "too_long": translate("place", "△ This text is too long for a place."),
        "no_location": translate("place", "△ The phone sent no position. Ask for the place."),
        "": "",
    }.get(rejected, translate("place", "△ Position not readable ({reason}). Ask for the place.").format(reason=rejected))


def hint_line(rejected: str, *, namesakes: int, alike: int, question: bool, progress_pct: int, problem: str) -> Line:
    """Return the one sentence over the candidates: why there are none, or what is to be watched."""
    translate = QCoreApplication.translate
    if rejected:
        return Line(refusal_words(rejected), "p2")
    if question:
        return Line(translate("place", "▲ Check before taking: ↓ and Enter"), "p2")
    if namesakes > 1 or alike:
        choose = translate("place", "▲ {count} places of this name: choose the kecamatan")
        ask = translate("place", "▲ {count} places look alike: ask what is near")
        return Line(choose.format(count=namesakes) if namesakes > 1 else ask.format(count=alike), "p2")
    if problem:
        return Line(f"△ {problem}", "p2")
    if progress_pct < 100:
        words = translate("place", "Places by name are being prepared: {percent} %")
        return Line(words.format(percent=progress_pct), "dim")
    return Line()

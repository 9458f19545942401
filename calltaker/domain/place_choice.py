"""Rules of the place on the form: what a choice sets, which words it leaves, and which other places are offered beside it.

A form has one place. Whoever sets its point sets all of `PLACE_FIELDS`, so that no radius, age or village of an earlier place
stays behind with a new one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from calltaker.domain.form import FormState
from calltaker.domain.live_call import LiveCall
from calltaker.domain.map_scene import is_drawable
from db.events import Location
from db.gazetteer.place import Place
from db.region.whereabouts import Whereabouts
from db.ticks import PLACE_OF_TICK

PLACE_FIELDS = ("lat", "lon", "radius_m", "location_source", "location_at_us", "village", "village_code", "location_verified")
MOVES_PLACE = frozenset(PLACE_OF_TICK)
"""A person who changes one of these takes back what the caller has confirmed."""
LONGEST_WORDS = 60
"""A pasted text longer than this is no place that an agency could read."""

_NO_PLACE = dict.fromkeys(PLACE_FIELDS, "")
_LINK = re.compile(r"(?:https?://|geo:)\S+", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_SAY_NOTHING = frozenset(["jl", "jln", "jalan", "gg", "gang", "no", "nomor", "desa", "kel", "kelurahan", "kec", "kecamatan"])
"""Words that people write in many ways or leave out: without them it is the same place."""
_NUMBERED = frozenset(["rt", "rw", "blok", "km", "lt", "lantai", "dusun", "dukuh"])
"""Words before a number or a name within a village: they name no other village."""
_HIDDEN_FORMS = frozenset({"link", "geo", "aml", "pidf-lo"})


# --- names of areas ----------------------------------------------------------------------------------------------------
def region_digits(code: str) -> str:
    """Return the four digits of the regency or city that a Kemendagri code lies in ("35.15.01.2001" -> "3515")."""
    return code.replace(".", "")[:4]


def village_words(village: str, kecamatan: str, kabkota: str) -> str:
    """Return a village as it is always said, its name alone being no place: "Bumi Asri, Kec. Nusa Utara, Kota Nusa Raya"."""
    district = kecamatan if not kecamatan or kecamatan.startswith("Kec") else f"Kec. {kecamatan}"
    return ", ".join(filter(None, (village, district, kabkota)))


def area_words(place: Place) -> str:
    """Return the area of a place: a village by itself, everything else by the area around it."""
    if place.kind == "village":
        return village_words(place.name, place.kecamatan, place.kabkota)
    if place.kind == "kecamatan":
        return village_words("", place.name, place.kabkota)
    if place.kind in {"kabkota", "province"}:
        return place.name
    return village_words(place.village, place.kecamatan, place.kabkota)


def village_code_of(place: Place) -> str:
    """Return the code of the village of a place, "" when it is larger than one or none is known."""
    return place.code if place.kind == "village" else place.village_code


# --- what a choice sets ------------------------------------------------------------------------------------------------
def by_name(place: Place) -> dict[str, str]:
    """Return the place fields of a named place. An area has a middle but nobody waits there, so it sets no point."""
    fields = _NO_PLACE | {
        "location_source": "name",
        "village": area_words(place),
        "village_code": village_code_of(place) or (place.code if place.is_area else ""),
    }
    if not place.is_area and place.lat is not None and place.lon is not None:
        fields |= {"lat": degrees(place.lat), "lon": degrees(place.lon)}
    return fields


def by_point(
    lat: float,
    lon: float,
    source: str,
    *,
    radius_m: float | None = None,
    at_us: int | None = None,
    where: Whereabouts | None = None,
) -> dict[str, str]:
    """Return the place fields of a point; the village comes later when `where` is not known yet."""
    return _NO_PLACE | {
        "lat": degrees(lat),
        "lon": degrees(lon),
        "radius_m": "" if radius_m is None else f"{radius_m:.0f}",
        "location_source": source,
        "location_at_us": "" if at_us is None else str(at_us),
        **by_where(where),
    }


def by_where(where: Whereabouts | None) -> dict[str, str]:
    """Return the village fields; only a polygon ever sets them."""
    if where is None or not where.is_exact:
        return {"village": "", "village_code": ""}
    return {"village": village_words(where.village, where.kecamatan, where.kabkota), "village_code": where.village_code}


def degrees(value: float) -> str:
    """Return a coordinate as the form keeps it: about 0.1 m."""
    return f"{value:.6f}"


def is_inside(where: Whereabouts | None, place: Place) -> bool:
    """True when polygons say that a point lies in an area of the official list."""
    return place.is_area and where is not None and where.is_exact and f"{where.village_code}.".startswith(f"{place.code}.")


# --- words -------------------------------------------------------------------------------------------------------------
def named_words(place: Place) -> str:
    """Return the words of a place that was chosen by name, with what was typed besides it in the order of an address:
    "Jalan Mawar 12 rt 3", but "jl mawar 12, Bumi Asri" for an area."""
    name = place.name
    if place.kind == "kecamatan" and not name.startswith("Kec"):
        name = f"Kec. {name}"
    if place.is_area and place.rest:
        return f"{place.rest}, {name}"
    return f"{name} {place.rest}".strip()


def namesakes(places: Sequence[Place], home_code: str) -> list[Place]:
    """Return the places, the best one included, that the same words name as well as it. A name that is alone at home has none
    elsewhere, however often it exists there."""
    if not places:
        return []
    best, home = places[0], region_digits(home_code)
    same = [one for one in places if (one.name.casefold(), one.rest) == (best.name.casefold(), best.rest)]
    at_home = [one for one in same if region_digits(one.village_code or one.code) == home]
    return at_home if best in at_home else same


def near_ones(places: Sequence[Place], home_code: str, neighbour_codes: Sequence[str] = ()) -> list[Place]:
    """Return the places without those of other provinces that are only alike, when the best one is in the centre's region or a
    neighbour's: a street of ours is no village of Alor. What explains more of the words than the best one stays, wherever it
    is, so that every place is found by typing its kecamatan or kabupaten too."""
    near = {region_digits(code) for code in (home_code, *neighbour_codes)}

    def is_near(place: Place) -> bool:
        digits = region_digits(place.village_code or (place.code if place.is_area else ""))
        return not digits or digits in near

    if not places or not is_near(places[0]):
        return list(places)
    unexplained = len(places[0].rest.split())
    return [one for one in places if is_near(one) or len(one.rest.split()) < unexplained]


def named_area_first(places: Sequence[Place]) -> list[Place]:
    """Return the places with the village that the words name before a street that they do not: of "gang kenanga durungbedug",
    where that village has no such street, neither a Gang Kenanga of another village nor another gang of this one is meant."""
    if not places or places[0].is_area:
        return list(places)
    best, unexplained = places[0], _telling_words(places[0].rest)

    def is_meant(area: Place) -> bool:
        left = _telling_words(area.rest)
        holds_best = f"{best.village_code}.".startswith(f"{area.code}.")
        return area.is_area and (left == unexplained if holds_best else not left & unexplained)

    meant = next(filter(is_meant, places), None) if unexplained and best.village_code else None
    return [meant, *(one for one in places if one is not meant)] if meant is not None else list(places)


def _telling_words(rest: str) -> frozenset[str]:
    """Return the words that may name something: no numbers, no "jl" or "rt"."""
    return frozenset(word for word in _WORD.findall(rest.casefold()) if word.isalpha() and word not in _SAY_NOTHING | _NUMBERED)


def point_words(text: str, form: str, lat: float, lon: float, rest: str = "") -> str:
    """Return the words beside a point: what was typed, without links and machine text, else the coordinates themselves."""
    kept = text.strip()
    if form in _HIDDEN_FORMS or len(kept) > LONGEST_WORDS:
        kept = _LINK.sub(" ", rest) if rest else ""
        kept = " ".join(kept.split())[: 2 * LONGEST_WORDS]
    return kept or coordinates(lat, lon)


def point_of(state: FormState) -> tuple[float, float] | None:
    """Return the point of a form, `None` when it has none or what stands there is no number."""
    try:
        return float(state.value("lat")), float(state.value("lon"))
    except ValueError:
        return None


def coordinates(lat: float, lon: float) -> str:
    """Return a point as people write it."""
    return f"{lat:.5f}, {lon:.5f}"


# --- places that came with a call --------------------------------------------------------------------------------------
def is_same_point(state: FormState, location: Location) -> bool:
    """True when the form stands at this very location."""
    if location.lat is None or location.lon is None:
        return False
    return (state.value("lat"), state.value("lon")) == (degrees(location.lat), degrees(location.lon))


def locations_of(call: LiveCall) -> tuple[Location, ...]:
    """Return all places that came with a call, the newest first, the other ones of the same moment by their preference."""
    first = () if call.location is None else (call.location,)
    return (*reversed(call.later_locations), *first, *call.more_locations)


def offers(state: FormState, locations: Sequence[Location]) -> tuple[Location, ...]:
    """Return the places that the form does not hold: points that may be drawn, and addresses that are not in its words."""
    offered: list[Location] = []
    for location in locations:
        is_point = is_drawable(location.lat, location.lon) and not is_same_point(state, location)
        is_address = location.lat is None and bool(location.civic) and location.civic not in state.value("place_text")
        if (is_point or is_address) and location not in offered:
            offered.append(location)
    return tuple(offered)

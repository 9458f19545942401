"""The candidates of a place as rows to choose from: no two of different places read the same. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from calltaker.desk.place_words import area_line, distance_words, doubt_words, rank_words, where_line
from calltaker.domain.place_choice import area_words, coordinates, named_words, region_digits, village_words
from calltaker.places.wire import Beside, Point
from calltaker.settings import Centre
from db.gazetteer.place import Place

_DOT = " · "
_KINDS = {
    "street": str(QT_TRANSLATE_NOOP("place", "street")),
    "landmark": str(QT_TRANSLATE_NOOP("place", "landmark")),
    "fire": str(QT_TRANSLATE_NOOP("place", "fire station")),
    "police": str(QT_TRANSLATE_NOOP("place", "police")),
    "hospital": str(QT_TRANSLATE_NOOP("place", "hospital")),
    "clinic": str(QT_TRANSLATE_NOOP("place", "clinic")),
    "medical": str(QT_TRANSLATE_NOOP("place", "ambulance")),
    "disaster": str(QT_TRANSLATE_NOOP("place", "disaster post")),
    "post": str(QT_TRANSLATE_NOOP("place", "post")),
}
_DIRECTIONS = (
    str(QT_TRANSLATE_NOOP("place", "north")),
    str(QT_TRANSLATE_NOOP("place", "north-east")),
    str(QT_TRANSLATE_NOOP("place", "east")),
    str(QT_TRANSLATE_NOOP("place", "south-east")),
    str(QT_TRANSLATE_NOOP("place", "south")),
    str(QT_TRANSLATE_NOOP("place", "south-west")),
    str(QT_TRANSLATE_NOOP("place", "west")),
    str(QT_TRANSLATE_NOOP("place", "north-west")),
)


@dataclass(frozen=True)
class Row:
    """One thing to choose. `is_question`: it is taken only by a person who went to it on purpose. `tone` as in
    `Line`. `is_alike`: another row has the same name and area, so the detail begins with what tells the two apart."""

    text: str
    detail: str = ""
    tone: str = "text"
    is_question: bool = False
    is_alike: bool = False


def place_rows(places: Sequence[Place], beside: Sequence[Beside | None], centre: Centre) -> list[Row]:
    """Return the named places. `beside` says of each where it lies as seen from what is near, as far as it was asked."""
    rows = [place_row(place, centre) for place in places]
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        alike[row.text.casefold(), row.detail].append(at)
    near = [*beside, *[None] * (len(places) - len(beside))]
    for group in (group for group in alike.values() if len(group) > 1):
        differences = _differences([places[at] for at in group], [near[at] for at in group])
        for at, words in zip(group, differences, strict=True):
            detail = _DOT.join(filter(None, (words, rows[at].detail)))
            rows[at] = replace(rows[at], detail=detail, is_alike=True)
    return rows


def _differences(places: Sequence[Place], beside: Sequence[Beside | None]) -> list[str]:
    """Return what tells the places apart, no more than is needed: what it is, where it is, its post code,
    or its point; several of these where none alone does."""
    tellers: tuple[Callable[[int], str], ...] = (
        lambda at: _kind_words(places[at]),
        lambda at: _beside_words(beside[at]),
        lambda at: places[at].post_code,
        lambda at: _point_words(places[at]),
    )
    columns = [[teller(at) for at in range(len(places))] for teller in tellers]
    for words in columns:
        if len(set(words)) == len(places):
            return words
    told: list[tuple[str, ...]] = [()] * len(places)
    for words in columns:
        if len(set(words)) > 1 and len(set(told)) < len(told):
            told = [(*before, said) for before, said in zip(told, words, strict=True)]
    return [_DOT.join(filter(None, words)) for words in told]


def _kind_words(place: Place) -> str:
    if place.is_area:
        return rank_words(place.code)
    return QCoreApplication.translate("place", _KINDS.get(place.kind, _KINDS["post"]))


def _beside_words(beside: Beside | None) -> str:
    if beside is None:
        return ""
    translate = QCoreApplication.translate
    words = translate("place", "{distance} {direction} of {place}")
    return words.format(
        distance=distance_words(beside.distance_m),
        direction=translate("place", _DIRECTIONS[beside.direction % len(_DIRECTIONS)]),
        place=beside.name or translate("place", "the middle of the region"),
    )


def _point_words(place: Place) -> str:
    return "" if place.lat is None or place.lon is None else coordinates(place.lat, place.lon)


def place_row(place: Place, centre: Centre) -> Row:
    """Return a named place with the area that tells it from its namesakes."""
    title = named_words(place)
    area = village_words("", place.kecamatan, place.kabkota) if place.kind == "village" else area_words(place)
    if place.kind == "kecamatan":
        area = place.kabkota
    elif place.kind == "kabkota":
        area = place.province
    code = place.code if place.is_area else place.village_code
    is_outside = bool(code) and region_digits(code) != region_digits(centre.region_code)
    if code and not is_outside:
        area = area.removesuffix(place.kabkota).removesuffix(", ")  # our own name in every row only cuts the others off
    if is_outside:
        outside = QCoreApplication.translate("place", "outside the region")
        area = f"{area} ({outside})" if area else outside
    return Row(title, area, "dim" if is_outside else "text")


def point_row(point: Point, centre: Centre) -> Row:
    """Return a position that was read from the text; with a doubt it is a question."""
    title = coordinates(point.lat, point.lon)
    if not point.doubts:
        return Row(title, area_line(point.where), "text")
    questions = " ".join(dict.fromkeys(filter(None, map(doubt_words, point.doubts))))
    where = where_line(point.where, centre).text if point.where.is_exact or point.where.is_home is False else ""
    return Row(questions or where, _DOT.join(filter(None, (title, where if questions else ""))), "p2", is_question=True)


def keep_row(words: str) -> Row:
    said = QCoreApplication.translate("place", "✓ Keep the point of “{words}”")
    return Row(said.format(words=words), "", "p2", is_question=True)


def drop_row(words: str) -> Row:
    said = QCoreApplication.translate("place", "✕ Drop the point of “{words}”")
    return Row(said.format(words=words), "", "p2", is_question=True)

"""A place as it lies in the index file: the fields of `Place` without their names."""

from __future__ import annotations

import msgspec

from db.gazetteer.place import Kind, Place


class Record(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    code: str
    name: str
    kind: Kind
    village: str = ""
    village_code: str = ""
    kecamatan: str = ""
    kabkota: str = ""
    province: str = ""
    post_code: str = ""
    lat: float | None = None
    lon: float | None = None
    phone: str = ""


def record_of(place: Place) -> Record:
    return Record(*(getattr(place, name) for name in Record.__struct_fields__))


def place_of(record: Record, *, position: Record | None = None, score: float = 0.0, rest: str = "") -> Place:
    """Return the place; `position` is a region's record of the same code, whose coordinates hold."""
    fields = {name: getattr(record, name) for name in Record.__struct_fields__}
    if position is not None and position.lat is not None:
        fields["lat"], fields["lon"] = position.lat, position.lon
    return Place(**fields, score=score, rest=rest)

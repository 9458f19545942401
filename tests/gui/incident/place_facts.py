"""Invented places around Kota Contoh (99.99) and what the process of places would say of them."""

from __future__ import annotations

from typing import Any

from calltaker.places.wire import Locate, Located, Point, Understand, Understood
from db import events as log
from db.gazetteer import Place
from db.region.whereabouts import Whereabouts
from tests.gui.incident.bench import Bench

LAT, LON = -7.895, 110.22


def village(name: str, kecamatan: str, code: str, kabkota: str = "Kota Contoh") -> Place:
    return Place(code=code, name=name, kind="village", kecamatan=kecamatan, kabkota=kabkota, lat=-7.9, lon=110.2)


BUMI_UTARA = village("Bumi Asri", "Nusa Utara", "99.99.01.1001")
BUMI_SELATAN = village("Bumi Asri", "Nusa Selatan", "99.99.02.2001")
ELSEWHERE = village("Hulusari", "Tirta Hulu", "99.98.01.2001", "Kabupaten Tirta Alam")


def street(rest: str = "") -> Place:
    return Place(
        code="osm:way/1",
        name="Jalan Mawar",
        kind="street",
        village="Bumi Asri",
        village_code="99.99.01.1001",
        kecamatan="Nusa Utara",
        kabkota="Kota Contoh",
        lat=LAT,
        lon=LON,
        rest=rest,
    )


def here(lat: float = LAT, lon: float = LON) -> Whereabouts:
    """Return a point in Bumi Asri, Nusa Utara, inside our region, not far from its border."""
    return Whereabouts(
        lat=lat,
        lon=lon,
        is_exact=True,
        is_home=True,
        village_code="99.99.01.1001",
        village="Bumi Asri",
        kecamatan="Nusa Utara",
        kabkota="Kota Contoh",
        kabkota_code="99.99",
        border_m=800.0,
    )


def outside(lat: float = LAT, lon: float = LON) -> Whereabouts:
    return Whereabouts(
        lat=lat,
        lon=lon,
        is_exact=True,
        is_home=False,
        village_code="99.98.01.2001",
        village="Hulusari",
        kecamatan="Tirta Hulu",
        kabkota="Kabupaten Tirta Alam",
        kabkota_code="99.98",
        border_m=800.0,
    )


def network(lat: float = LAT, lon: float = LON, **fields: Any) -> log.Location:
    return log.Location(**({"source": "pidf-lo", "shape": "circle", "lat": lat, "lon": lon, "radius_m": 85.0} | fields))


def understand(bench: Bench, **by_text: tuple[Place, ...] | Understood) -> None:
    """Let the process of places know these words (`_` stands for a blank); every other one means nothing."""
    known = {text.replace("_", " "): answer for text, answer in by_text.items()}

    def answer(request: Understand) -> Understood:
        found = known.get(request.text, ())
        if isinstance(found, Understood):
            return Understood(text=request.text, **{name: getattr(found, name) for name in found.__struct_fields__[1:]})
        return Understood(text=request.text, places=found, is_ambiguous=len({place.kecamatan for place in found}) > 1)

    bench.desk.places.answers[Understand] = answer  # type: ignore[attr-defined]


def locate(bench: Bench, where: Any = here) -> None:
    bench.desk.places.answers[Locate] = lambda request: Located(where=where(request.lat, request.lon))  # type: ignore[attr-defined]


def point(**fields: Any) -> Understood:
    """Return the answer to text that is a position."""
    return Understood(text="", points=(Point(**({"lat": LAT, "lon": LON, "where": here(), "form": "decimal"} | fields)),))

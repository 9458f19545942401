"""Rows of places that have the same name in the same area say what tells them apart, and no more."""

from __future__ import annotations

import msgspec

from calltaker.desk.place_rows import place_rows
from calltaker.places.wire import Beside, Understood
from calltaker.settings import Centre
from db.gazetteer import Place
from tests.gui.incident.bench import Bench
from tests.gui.incident.place_facts import BUMI_SELATAN, BUMI_UTARA, street, understand
from tests.gui.incident.test_place_candidates import hint, in_place_field, rows, value

CENTRE = Centre(region_code="9999")
NORTH = Beside(name="Polsek Nusa Utara", distance_m=1_230.0, direction=0)
WEST = Beside(name="Pasar Asri", distance_m=80.0, direction=6)


def other(**fields: object) -> Place:
    return msgspec.structs.replace(street(), code="osm:way/2", lat=-7.9, **fields)


def details(places: list[Place], *beside: Beside | None) -> list[str]:
    return [row.detail for row in place_rows(places, beside, CENTRE)]


def test_two_streets_of_one_village_are_told_apart_by_what_is_near() -> None:
    assert details([street(), other()], NORTH, WEST) == [
        "1.2 km north of Polsek Nusa Utara · Bumi Asri, Kec. Nusa Utara",
        "80 m west of Pasar Asri · Bumi Asri, Kec. Nusa Utara",
    ]


def test_the_kind_is_enough_where_it_differs() -> None:
    first, second = details([street(), other(kind="landmark")], NORTH, WEST)
    assert (first, second) == ("street · Bumi Asri, Kec. Nusa Utara", "landmark · Bumi Asri, Kec. Nusa Utara")


def test_of_three_the_kind_tells_one_and_the_surroundings_the_others() -> None:
    three = [street(), other(), other(kind="landmark")]
    assert [one.rpartition(" · ")[0] for one in details(three, NORTH, WEST, WEST)] == [
        "street · 1.2 km north of Polsek Nusa Utara",
        "street · 80 m west of Pasar Asri",
        "landmark · 80 m west of Pasar Asri",
    ]


def test_without_anything_near_the_post_code_or_the_point_says_it() -> None:
    assert details([street(), other(post_code="61262")])[1].startswith("61262 · ")
    assert [one.partition(" · ")[0] for one in details([street(), other()])] == ["-7.89500, 110.22000", "-7.90000, 110.22000"]


def test_a_desa_and_a_kelurahan_of_one_name_are_called_so() -> None:
    desa = msgspec.structs.replace(BUMI_UTARA, code="99.99.01.2001")
    assert [one.partition(" · ")[0] for one in details([BUMI_UTARA, desa])] == ["Kel.", "Desa"]


def test_rows_that_differ_say_nothing_more() -> None:
    assert details([BUMI_UTARA, BUMI_SELATAN, street()]) == [
        "Kec. Nusa Utara",
        "Kec. Nusa Selatan",
        "Bumi Asri, Kec. Nusa Utara",
    ]
    assert details([street("12"), street("12 rt 3")]) == ["Bumi Asri, Kec. Nusa Utara"] * 2


def test_the_strip_asks_what_is_near_and_takes_the_one_that_was_gone_to(bench: Bench) -> None:
    understand(bench, jl_mawar=Understood(text="", places=(street(), other()), beside=(NORTH, WEST)))
    typist = in_place_field(bench, "jl mawar")
    assert "2 places look alike" in hint(bench)
    assert len(set(rows(bench))) == 2
    typist.press("Down", "Down", "Return")
    assert value(bench, "lat") == "-7.900000"

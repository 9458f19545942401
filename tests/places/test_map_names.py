"""The names of a view: all where there are few, an even share where there are many."""

from __future__ import annotations

import random

from calltaker.places.map_names import MapNames
from db.gazetteer.place import Kind, Place


def place(name: str, lat: float, lon: float, kind: Kind = "street") -> Place:
    return Place(code=f"csv:{name}", name=name, kind=kind, lat=lat, lon=lon)


def test_all_names_of_the_box_landmarks_first():
    names = MapNames([
        place("Jalan Mawar", -7.91, 110.21),
        place("Taman Kota", -7.911, 110.211, "landmark"),
        place("Pos Damkar", -7.912, 110.212, "fire"),
        place("Bumi Asri", -7.91, 110.21, "village"),
        place("Jalan Jauh", -7.99, 110.21),
        place("", -7.91, 110.21),
        Place(code="csv:x", name="Jalan Tanpa Titik", kind="street"),
    ])  # fmt: skip
    found = names.within(-7.92, 110.20, -7.90, 110.22, 200)
    assert [(label.text, label.kind, label.rank) for label in found] == [
        ("Taman Kota", "landmark", 3),
        ("Jalan Mawar", "street", 3),
    ]
    assert names.within(-7.92, 110.20, -7.90, 110.22, 0) == ()
    assert names.within(1.0, 1.0, 2.0, 2.0, 200) == ()
    assert MapNames(()).within(-7.92, 110.20, -7.90, 110.22, 5) == ()


def test_of_thousands_every_part_of_the_box_keeps_some():
    dice = random.Random(3)
    crowded = [place(f"Jalan {n}", -8 + dice.random() * 0.1, 110 + dice.random() * 0.1) for n in range(9_000)]
    lonely = [place(f"Jalan Sepi {n}", -7.5 + n * 0.01, 110.5 + n * 0.01) for n in range(20)]
    sights = [place(f"Taman {n}", -7.3, 110.2 + n * 0.05, "landmark") for n in range(8)]
    names = MapNames([*crowded, *lonely, *sights])
    found = names.within(-8.0, 110.0, -7.0, 111.0, 100)
    assert len(found) == 100
    assert {label.text for label in found} >= {one.name for one in (*lonely, *sights)}
    assert [label.kind for label in found[:8]] == ["landmark"] * 8
    assert found == names.within(-8.0, 110.0, -7.0, 111.0, 100)


def test_a_box_of_no_size_is_answered():
    names = MapNames([place(f"Jalan {n}", -7.9, 110.2) for n in range(5)])
    assert len(names.within(-7.9, 110.2, -7.9, 110.2, 2)) == 2

"""An OpenStreetMap extract becomes streets, landmarks and posts."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import made_up_region
from support.map_files import TownMap

from calltaker.regions import osm_tags, pbf
from calltaker.regions.osm import read_osm
from calltaker.regions.report import Report
from calltaker.regions.surroundings import Surroundings
from db.gazetteer.place import Place
from db.region.folder import RegionError
from db.region.villages import Villages

VILLAGES = made_up_region.villages()


def read(town: TownMap, tmp_path: Path, villages: Villages | None = VILLAGES) -> tuple[list[Place], Report]:
    report = Report()
    return read_osm(
        town.write(tmp_path / "kota.osm.pbf"), villages, Surroundings(home=(-8.0, 110.1, -7.8, 110.4)), report
    ), report


def test_the_parts_of_a_street_in_a_village_are_one_place_on_the_street(tmp_path: Path) -> None:
    town = TownMap()
    lat, lon = made_up_region.inside("B")
    for step in (-0.001, 0.0, 0.001):
        town.street("Jl. Mawar" if step else "Jalan Mawar", lat, lon + step)
    town.street("Jalan Mawar", *made_up_region.inside("G"))
    places, report = read(town, tmp_path)
    assert [(place.kind, place.village, place.kecamatan) for place in places] == [
        ("street", "Sukadamai", "Nusa Utara"),
        ("street", "Wanasari", "Nusa Tengah"),
    ]
    assert places[0].code == "osm:way/50"
    assert places[0].lat == pytest.approx(lat, abs=1e-6)
    assert places[0].lon == pytest.approx(lon, abs=1e-6)
    assert not report.bad_rows.count


def test_without_polygons_parts_that_lie_together_are_one_street_and_no_village_is_named(tmp_path: Path) -> None:
    town = TownMap()
    for lat, lon in ((-7.9001, 110.2001), (-7.9105, 110.2105), (-7.95, 110.38)):
        town.street("Gang Melati", lat, lon, "path")
    places, _ = read(town, tmp_path, None)
    assert len(places) == 2
    assert {place.village for place in places} == {""}


def test_posts_and_landmarks_keep_what_a_desk_needs(tmp_path: Path) -> None:
    town = TownMap()
    lat, lon = made_up_region.inside("D")
    town.node(lat, lon, {"amenity": "fire_station", "phone": "+62 274 5550 113; +62 274 5550 114"})
    town.node(lat, lon, {"amenity": "hospital", "name": "RSUD Contoh", "short_name": "RS Bunda"})
    town.node(lat, lon, {"amenity": "clinic", "name": "Puskesmas Banyubiru"})
    town.node(lat, lon, {"amenity": "police", "name": "Polsek Contoh"})
    town.node(lat, lon, {"emergency": "ambulance_station", "name": "PSC 119 Contoh"})
    town.node(lat, lon, {"office": "government", "name": "BPBD Kota Contoh"})
    town.node(lat, lon, {"highway": "bus_stop", "name": "Halte Damkar"})
    town.node(lat, lon, {"amenity": "place_of_worship", "name": "Masjid Pos SAR"})
    town.node(lat, lon, {"place": "hamlet", "name": "Dusun Kali"})
    town.node(lat, lon, {"place": "village", "name": "Banyubiru"})
    town.node(lat, lon, {"shop": "mall"})
    places, _ = read(town, tmp_path)
    assert {place.name: place.kind for place in places} == {
        "Pos pemadam kebakaran": "fire",
        "RSUD Contoh (RS Bunda)": "hospital",
        "Puskesmas Banyubiru": "clinic",
        "Polsek Contoh": "police",
        "PSC 119 Contoh": "medical",
        "BPBD Kota Contoh": "disaster",
        "Halte Damkar": "landmark",
        "Masjid Pos SAR": "landmark",
        "Dusun Kali": "landmark",
    }
    assert places[0].phone == "+62 274 5550 113"
    assert {place.village_code for place in places} == {"99.71.02.1001"}


def test_buildings_and_relations_lie_in_their_middle_and_a_place_twice_on_the_map_is_one(tmp_path: Path) -> None:
    town = TownMap()
    lat, lon = made_up_region.inside("D")
    square = [(lat - 0.001, lon - 0.001), (lat - 0.001, lon + 0.001), (lat + 0.001, lon + 0.001), (lat + 0.001, lon - 0.001)]
    town.relation(town.way(square), {"type": "multipolygon", "amenity": "marketplace", "name": "Pasar Contoh"})
    town.way(square, {"building": "yes", "name": "Gedung Contoh"})
    town.node(lat + 0.0005, lon, {"building": "entrance", "name": "Gedung Contoh"})
    places, _ = read(town, tmp_path)
    assert [place.name for place in places] == ["Pasar Contoh", "Gedung Contoh"]
    assert [(place.lat, place.lon) for place in places] == [pytest.approx((lat, lon), abs=1e-6)] * 2


def test_what_lies_far_away_or_nowhere_is_left_out_and_said(tmp_path: Path) -> None:
    town = TownMap()
    town.street("Jalan Dekat", *made_up_region.inside("A"))
    town.street("Jalan Jauh", -6.2, 106.8)
    town.way_of([5, 6, 7], {"highway": "residential", "name": "Jalan Terpotong"})
    places, report = read(town, tmp_path)
    assert [place.name for place in places] == ["Jalan Dekat"]
    lost, far = map(str, report.bad_rows)
    assert "Terpotong" in lost
    assert "1 streets and places lie too far" in far


def test_a_large_file_is_read_in_pieces_and_gives_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    town = TownMap()
    lat, lon = made_up_region.inside("G")
    for number in range(12_000):
        town.street(f"Jalan Contoh {number}", lat + number % 7 * 1e-5, lon + number % 5 * 1e-5)
    path = town.write(tmp_path / "kota.osm.pbf")
    seen = []
    for size in (pbf.PIECE_BYTES, 1):
        monkeypatch.setattr(pbf, "PIECE_BYTES", size)
        steps: list[tuple[int, int]] = []
        report = Report(lambda done, total, to=steps: to.append((done, total)))
        seen.append(read_osm(path, VILLAGES, Surroundings(), report))
        assert steps == sorted(steps)
        assert steps[-1] == (3 * path.stat().st_size, 3 * path.stat().st_size)
    assert len(steps) > 9
    assert seen[0] == seen[1]
    assert len(seen[0]) == 12_000


def test_nodes_out_of_order_are_refused_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    town = TownMap()
    for number in range(17_000):
        town.node(-7.9, 110.2 + number * 1e-6)
    town.street("Jalan Mawar", -7.9, 110.2)
    town._nodes.reverse()
    monkeypatch.setattr(pbf, "PIECE_BYTES", 1)
    with pytest.raises(RegionError, match="osmium sort"):
        read_osm(town.write(tmp_path / "kota.osm.pbf"), None, Surroundings(), Report())


def test_names_are_one_printable_line() -> None:
    assert osm_tags.place_name({"name": "Pasar\n\x1b[31mContoh  " + "x" * 300}, "landmark").startswith("Pasar [31mContoh x")
    assert len(osm_tags.place_name({"name": "x" * 300}, "landmark")) == osm_tags.MAX_NAME_CHARS

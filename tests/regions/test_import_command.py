"""`calltaker import` as an administrator meets it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from pmtiles.tile import TileType
from support import made_up_region, made_up_tiles, map_files
from support.map_files import TownMap
from support.seat import Seat

from calltaker.instance_lock import InstanceLock
from calltaker.regions import check, command
from calltaker.regions.progress import Bar
from calltaker.tiles.imported import open_region
from db.gazetteer import build, open_gazetteer
from db.queries import board
from db.reader import open_reader
from db.region.folder import NAMES_FILE, read_manifest
from db.region.places import load_places
from db.region.villages import load_villages
from tests.regions.conftest import Importing

LIST = "nama;jenis;lat;lon\nPos Utara;damkar;-7,9012;110,2012\n"


def town(path: Path) -> Path:
    made = TownMap()
    made.street("Jalan Mawar", *made_up_region.inside("B"))
    made.street("Jalan Mawar", *made_up_region.inside("G"))
    return made.write(path)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Every sort of file, the polygons last: their villages must reach the streets all the same."""
    (tmp_path / "pos.csv").write_text(LIST)
    return [
        tmp_path / "pos.csv",
        map_files.write_mbtiles(tmp_path / "jalan.mbtiles", map_files.vector_tile(), told={"format": "pbf"}),
        map_files.write_pmtiles(tmp_path / "foto.pmtiles"),
        town(tmp_path / "kota.osm.pbf"),
        made_up_region.write_geojson(tmp_path / "kota.geojson"),
    ]


def test_a_whole_region_in_one_command(importing: Importing, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    said = importing("region", *files)
    assert said.code == 0, said.err
    folder = importing.settings.region_dir
    assert {(one.kind, one.name, one.rows, one.attribution, one.licence) for one in read_manifest(folder).sources} == {
        ("villages", "kota", 15, "", ""),
        ("osm", "kota", 2, "© OpenStreetMap contributors", "ODbL 1.0"),
        ("places", "pos", 1, "", ""),
        ("vector", "jalan", 2, "", ""),
        ("raster", "foto", 2, "© Peta Contoh", ""),
    }
    assert (folder / "maps" / "jalan.mbtiles").read_bytes() == files[1].read_bytes()
    assert {place.name: place.village for place in load_places(folder)} == {"Jalan Mawar": "Wanasari", "Pos Utara": "Pancuran"}
    assert len(load_villages(folder) or ()) == 15
    monkeypatch.setattr(
        "db.gazetteer.official.DATA", build.REGION_DATA
    )  # an empty national index in the place of the large one
    build.build_region([], nothing := importing.settings.data_dir / "national")
    names = open_gazetteer(nothing, folder / NAMES_FILE)
    assert {place.village for place in names.search("jl mawar")} == {"Sukadamai", "Wanasari"}
    assert names.search("pancuran")[0].code == "99.71.02.1002"
    assert not importing.leftovers()
    assert "note: the map names nobody as its maker" in said.out
    assert [finding.code for finding in check.examine(importing.settings)] == ["region_attribution"] * 2
    listed = importing("list").out.splitlines()
    assert [line.split("\t")[:3] for line in listed[:2]] == [["kota", "villages", "15"], ["kota", "osm", "2"]]


def villages_of(importing: Importing) -> dict[str, str]:
    return {place.code: place.village for place in load_places(importing.settings.region_dir)}


def test_polygons_that_come_later_give_the_places_their_villages(importing: Importing, files: list[Path]) -> None:
    lists, polygons = [files[0], files[3]], files[4]
    assert importing("region", *lists).code == 0
    assert set(villages_of(importing).values()) == {""}
    said = importing("region", polygons)
    assert said.code == 0, said.err
    assert set(villages_of(importing).values()) == {"Sukadamai", "Wanasari", "Pancuran"}
    assert "3 streets and places of earlier imports" in said.out
    assert [one.code for one in check.examine(importing.settings)] == ["region_attribution"]
    before = importing.contents()
    assert "earlier imports" not in importing("region", polygons).out
    places = [name for name in before if name.startswith("places")]
    assert {name: importing.contents()[name] for name in places} == {name: before[name] for name in places}


def test_polygons_that_cannot_be_taken_leave_the_places_alone(
    importing: Importing, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    importing("region", files[0], files[3])
    before = importing.contents()

    def broken(_folder: Path) -> int:
        raise OSError("no room")

    monkeypatch.setattr("calltaker.regions.names.rebuild", broken)
    assert importing("region", files[4]).code != 0
    assert importing.contents() == before


def test_polygons_that_are_taken_away_leave_the_villages_that_they_told(importing: Importing, files: list[Path]) -> None:
    importing("region", *files[3:])
    importing("remove", "kota", "--kind", "villages")
    assert set(villages_of(importing).values()) == {"Sukadamai", "Wanasari"}


def test_a_vector_map_in_pmtiles_is_kept_as_the_renderer_reads_it(importing: Importing, tmp_path: Path) -> None:
    tiles, layers = made_up_tiles.vector_tiles(range(10, 12))
    path = made_up_tiles.pmtiles(tmp_path / "jalan.pmtiles", tiles, TileType.MVT, vector_layers=layers, attribution="© Peta")
    said = importing("region", path)
    assert said.code == 0, said.err
    folder = importing.settings.region_dir
    assert [file.name for file in (folder / "maps").iterdir()] == ["jalan.mbtiles"]
    assert [(one.kind, one.rows) for one in read_manifest(folder).sources] == [("vector", len(tiles))]
    assert "kept as MBTiles" in said.out
    opened = open_region(folder)
    assert opened.vector is not None
    assert (opened.problems, opened.attributions) == ([], ("© Peta",))
    opened.close()
    assert "region_changed" not in [one.code for one in check.examine(importing.settings)]
    assert importing("remove", "jalan").code == 0
    assert not list((folder / "maps").iterdir())


def test_a_second_boundary_file_adds_and_a_removed_one_takes_its_villages_along(importing: Importing, tmp_path: Path) -> None:
    home, beside = tmp_path / "nusa.geojson", tmp_path / "tirta.geojson"
    for path, letters in ((home, "ABCDEFGHIJKL"), (beside, "XYZ")):
        columns = dict(
            zip(made_up_region.COLUMNS, zip(*(made_up_region.ROWS[one] for one in letters), strict=True), strict=True)
        )
        shapes = [made_up_region.shape(letter) for letter in letters]
        made_up_region.write_vector(path, "GeoJSON", columns=columns, shapes=shapes)
        assert importing("region", path, "--attribution", "© Peta Contoh").code == 0
    folder = importing.settings.region_dir
    assert len(load_villages(folder) or ()) == 15
    assert importing("remove", "tirta").code == 0
    assert len(load_villages(folder) or ()) == 12
    assert importing("remove", "nusa").code == 0
    assert load_villages(folder) is None
    assert not (folder / NAMES_FILE).exists()
    assert "Nothing is imported as nusa" in importing("remove", "nusa").err


def test_a_later_import_of_a_name_replaces_the_earlier_one(importing: Importing, tmp_path: Path) -> None:
    folder = importing.settings.region_dir
    path = map_files.write_mbtiles(tmp_path / "peta.mbtiles")
    assert importing("region", path, "--licence", "CC BY 4.0").code == 0
    path.unlink()
    assert importing("region", map_files.write_pmtiles(tmp_path / "peta.pmtiles")).code == 0
    assert [file.name for file in (folder / "maps").iterdir()] == ["peta.pmtiles"]
    (source,) = read_manifest(folder).sources
    assert source.licence == "CC BY 4.0"
    (tmp_path / "Peta.csv").write_text(LIST)
    assert importing("region", tmp_path / "Peta.csv").code == 0
    assert "say which with --kind raster or places" in importing("remove", "peta").err
    assert importing("remove", "peta", "--kind", "raster").code == 0
    assert [one.kind for one in read_manifest(folder).sources] == ["places"]
    assert not list((folder / "maps").iterdir())
    assert "is the name of another import already" in importing("region", town(tmp_path / "peta.osm.pbf")).err


def test_remarks_are_shown_to_a_point_and_written_in_full(importing: Importing, tmp_path: Path) -> None:
    rows = "".join(f"Pos {number};damkar;7,9012;110,2012\n" for number in range(250))
    (tmp_path / "pos.csv").write_text(LIST + rows + "\x1b[2J\n")
    said = importing("region", tmp_path / "pos.csv")
    assert said.code == 0
    assert "251 left out" in said.out
    assert said.out.count("    line ") == 20
    assert "\x1b" not in said.out
    listed = importing.settings.region_dir / "import-places-pos.txt"
    assert str(listed) in said.out
    assert len(listed.read_text().splitlines()) == 251
    (tmp_path / "pos.csv").write_text(LIST)
    assert importing("region", tmp_path / "pos.csv").code == 0
    assert not listed.exists()


def test_a_list_of_bad_rows_alone_is_refused_with_its_rows(importing: Importing, tmp_path: Path) -> None:
    rows = "".join(f"Pos {number};damkar;7,9012;110,2012\n" for number in range(30))
    (tmp_path / "pos.csv").write_text("nama;jenis;lat;lon\n" + rows)
    said = importing("region", tmp_path / "pos.csv")
    assert said.code == 3
    assert said.err.count("    line ") == 20
    assert "… and 10 more\n" in said.err
    assert not importing.contents()


def test_two_files_of_one_name_are_not_taken_for_one(importing: Importing, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "pos.csv").write_text(LIST)
    said = importing("region", tmp_path / "a" / "pos.csv", tmp_path / "b" / "pos.csv")
    assert said.code == 3
    assert "another file of this command is called pos too" in said.err
    assert not importing.contents()


def test_units_stand_where_the_list_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Seat(tmp_path / "seat", more='[centre]\nregion_code = "9971"\n') as seat:
        seat.run("init").check_returncode()
        importing = Importing(seat.settings, capsys)
        path = tmp_path / "armada.csv"
        path.write_text(
            "nama,jenis,lat,lon,callsign,instansi\n"
            "Pos Utara,damkar,-7.9012,110.2012,PMK-01,DAMKAR\n"
            "Pos Timur,damkar,-7.9112,110.2112,PMK-77,DAMKR\n"
        )
        said = importing("region", path)
        assert said.code == 0, said.err
        assert "the directory has no agency DAMKR; DAMKAR?" in said.out
        with open_reader(seat.settings.database_url) as reader:
            units = {row.callsign: row for row in board.units(reader)}
        assert (units["PMK-01"].lat, units["PMK-01"].lon, units["PMK-01"].base) == (-7.9012, 110.2012, "Pos Utara")
        assert "PMK-77" not in units
        assert "1 units have a new base" in said.out
        assert "new base" not in importing("region", path).out


def test_one_import_at_a_time(importing: Importing, tmp_path: Path) -> None:
    lock = InstanceLock(importing.settings.run_dir / command.LOCK_FILE)
    lock.acquire()
    try:
        said = importing("region", tmp_path / "a.csv")
    finally:
        lock.release()
    assert said.code == 2
    assert "Another import is running" in said.err


def test_what_a_killed_import_left_is_cleared_by_the_next(importing: Importing, tmp_path: Path) -> None:
    left = importing.settings.region_dir / ".import-old"
    left.mkdir(parents=True)
    (left / "peta.mbtiles").write_bytes(b"x")
    (tmp_path / "pos.csv").write_text(LIST)
    assert importing("region", tmp_path / "pos.csv").code == 0
    assert not left.exists()


def test_the_doctor_sees_what_was_changed_by_hand(importing: Importing, files: list[Path]) -> None:
    settings = importing.settings
    assert [finding.code for finding in check.examine(settings)] == ["region_no_polygons"]
    assert importing("region", *files, "--attribution", "© Peta Contoh").code == 0
    assert not list(check.examine(settings))
    folder = settings.region_dir
    with (folder / "maps" / "jalan.mbtiles").open("ab") as file:
        file.write(b"x")
    (folder / "maps" / "foto.pmtiles").rename(folder / "maps" / "lain.pmtiles")
    (folder / NAMES_FILE).write_bytes(b"x")
    (folder / "villages.npz").write_bytes(b"x")
    assert {finding.code for finding in check.examine(settings)} == {
        "region_changed",
        "region_missing",
        "region_stranger",
        "region_names",
        "region_polygons",
    }
    (folder / "region.json").write_text("{")
    assert [finding.code for finding in check.examine(settings)] == ["region_list"]
    assert "region.json" in importing("list").err


def test_the_verb_of_the_program(tmp_path: Path) -> None:
    with Seat(tmp_path / "seat", more='[centre]\nregion_code = "9971"\n') as seat:
        (tmp_path / "pos.csv").write_text(LIST)
        done = seat.run("import", "region", str(tmp_path / "pos.csv"), "--name", "Pos Kota")
        assert done.returncode == 0, done.stderr
        assert "imported as pos-kota." in done.stdout
        assert done.stderr == "pos.csv: 100 %\n"
        assert seat.run("import", "region", str(tmp_path / "pos.csv"), "x", "--name", "a").returncode == 2
        findings = json.loads(seat.run("doctor", "--json").stdout)["findings"]
        assert "region_no_polygons" in {finding["code"] for finding in findings}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_on_a_terminal_and_a_line_for_each_tenth_elsewhere() -> None:
    for stream in (terminal := Terminal(), file := io.StringIO()):
        bar = Bar("kota.osm.pbf", stream)
        for done in range(1001):
            bar(done, 1000)
        bar(0, 0)
        bar.end()
    assert file.getvalue().splitlines() == [f"kota.osm.pbf: {step} %" for step in range(10, 101, 10)]
    assert terminal.getvalue().count("\r") == 101
    assert terminal.getvalue().endswith("[##############################] 100 %  kota.osm.pbf\n")

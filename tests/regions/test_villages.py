"""Village polygons as region offices send them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely
from support import made_up_region
from support.made_up_region import ROWS

from calltaker.regions.report import LISTED_ROWS, Report
from calltaker.regions.village_codes import CodeError, village_code
from calltaker.regions.villages import read_villages
from db.region.folder import RegionError

BOWTIE = shapely.Polygon([(110.30, -7.90), (110.32, -7.92), (110.32, -7.90), (110.30, -7.92)])
SQUARE = shapely.box(110.30, -7.92, 110.32, -7.90)


def columns(codes: list[object], **more: list[object]) -> dict[str, list[object]]:
    return {"code": codes, "name": [f"Desa {number}" for number in range(len(codes))], **more}


def read(path: Path) -> tuple[object, Report]:
    report = Report()
    return read_villages(path, report), report


@pytest.mark.parametrize("name", ["batas.geojson", "batas.json", "batas.gpkg", "batas.shp", "BATAS.GEOJSON"])
def test_all_formats_give_the_same_villages(tmp_path: Path, name: str) -> None:
    driver = {".gpkg": "GPKG", ".shp": "ESRI Shapefile"}.get(Path(name).suffix, "GeoJSON")
    path = made_up_region.write_vector(tmp_path / name, driver, layer="batas")
    steps: list[tuple[int, int]] = []
    report = Report(lambda done, total: steps.append((done, total)))
    villages = read_villages(path, report)
    expected = made_up_region.villages()
    assert (villages.codes, villages.names, villages.kecamatan, villages.kabkota) == (
        expected.codes,
        expected.names,
        expected.kecamatan,
        expected.kabkota,
    )
    assert shapely.equals(villages.shapes, expected.shapes).all()
    assert (report.bad_rows.count, report.mended_rows.count, report.notes.count) == (0, 0, 0)
    assert steps[0] == (0, len(ROWS))
    assert steps[-1] == (len(ROWS), len(ROWS))


@pytest.mark.parametrize("driver", ["GeoJSON", "GPKG", "ESRI Shapefile"])
def test_batches_keep_the_numbers_of_the_rows(tmp_path: Path, driver: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("calltaker.regions.village_file.BATCH_ROWS", 2)
    codes: list[object] = [f"99.71.01.{1000 + number}" for number in range(1, 12)]
    codes[8] = "lost"
    path = tmp_path / {"GeoJSON": "a.geojson", "GPKG": "a.gpkg", "ESRI Shapefile": "a.shp"}[driver]
    made_up_region.write_vector(path, driver, columns=columns(codes), shapes=[SQUARE] * 11)
    steps: list[int] = []
    report = Report(lambda done, _total: steps.append(done))
    assert len(read_villages(path, report)) == 10
    assert [(bad.row, "'lost'" in bad.reason) for bad in report.bad_rows] == [(9, True)]
    assert steps == sorted(steps)
    assert len(steps) > 3


def test_every_bad_row_is_listed_with_its_reason_and_the_others_are_taken(tmp_path: Path) -> None:
    rows: list[tuple[object, object, str]] = [
        ("99.71.01.1001", SQUARE, ""),
        (None, SQUARE, "no code"),
        ("", SQUARE, "no code"),
        ("99.71.01", SQUARE, "'99.71.01' is not the code of a village such as 35.15.01.2001"),
        ("9971010001", SQUARE, "BPS"),
        ("99.71.01.1001", SQUARE, "a second time, first in row 1"),
        ("99.71.01.1002", None, "99.71.01.1002: no polygon"),
        ("99.71.01.1003", shapely.MultiPolygon(), "no polygon"),
        ("99.71.01.1004", shapely.transform(SQUARE, lambda xy: xy * 4000), "outside WGS 84"),
        ("99.71.01.1005", shapely.transform(SQUARE, lambda xy: xy[:, ::-1]), "outside WGS 84"),
        ("99.71.01.1006", shapely.Polygon([(110, -7), (110.1, -7), (110, -7)]), "no area left"),
        ("9971011007", SQUARE, ""),
    ]
    path = tmp_path / "batas.gpkg"
    codes, shapes, reasons = (list(column) for column in zip(*rows, strict=True))
    made_up_region.write_vector(path, "GPKG", columns=columns(codes), shapes=shapes)
    report = Report()
    villages = read_villages(path, report)
    assert villages.codes == ("99.71.01.1001", "99.71.01.1007")
    bad = {remark.row: remark.reason for remark in report.bad_rows}
    assert set(bad) == {row for row, reason in enumerate(reasons, 1) if reason}
    for row, reason in bad.items():
        assert str(reasons[row - 1]) in reason


def test_lines_and_points_are_no_villages(tmp_path: Path) -> None:
    path = tmp_path / "batas.geojson"
    path.write_text(
        '{"type":"FeatureCollection","features":['
        '{"type":"Feature","properties":{"code":"99.71.01.1001"},"geometry":{"type":"Point","coordinates":[110.3,-7.9]}},'
        '{"type":"Feature","properties":{"code":"99.71.01.1002","nama":" Desa  Lain "},"geometry":'
        '{"type":"Polygon","coordinates":[[[110,-7],[110.1,-7,5],[110.1,-7.1],[110,-7]]]}}]}'
    )
    report = Report()
    villages = read_villages(path, report)
    assert villages.names == ("Desa Lain",)
    assert not shapely.has_z(villages.shapes).any()
    assert [str(bad) for bad in report.bad_rows] == ["1: 99.71.01.1001: a Point, not a polygon"]


def test_a_polygon_that_crosses_itself_is_mended_and_said(tmp_path: Path) -> None:
    path = made_up_region.write_vector(
        tmp_path / "a.gpkg", "GPKG", columns=columns(["99.71.01.1001"], kecamatan=["Satu"], kabkota=["Kota"]), shapes=[BOWTIE]
    )
    report = Report()
    villages = read_villages(path, report)
    assert shapely.is_valid(villages.shapes).all()
    assert villages.shapes[0].area == pytest.approx(0.0002, rel=0.01)
    [mended] = report.mended_rows
    assert mended.row == 1
    assert "Self-intersection" in mended.reason


def test_names_that_the_file_lacks_come_from_the_official_list(tmp_path: Path) -> None:
    path = made_up_region.write_vector(
        tmp_path / "a.gpkg", "GPKG", columns={"KDEPUM": ["35.15.01.2001", "99.71.01.1001"]}, shapes=[SQUARE, SQUARE]
    )
    report = Report()
    villages = read_villages(path, report)
    assert (villages.names[0], villages.kecamatan[0], villages.kabkota[0]) == ("Mliriprowo", "Tarik", "Kabupaten Sidoarjo")
    assert (villages.names[1], villages.kecamatan[1], villages.kabkota[1]) == ("99.71.01.1001", "99.71.01", "99.71")
    assert report.mended_rows.count == 3
    [note] = report.notes
    assert note.reason.startswith("Kabupaten Sidoarjo: 345 villages of the official list have no polygon")


def test_spellings_of_offices_become_the_official_ones(tmp_path: Path) -> None:
    own = {"Kode_Desa": [3515012001.0], "WADMKD": ["MLIRIPROWO"], "WADMKC": ["TARIK"], "WADMKK": ["Sidoarjo"]}
    path = made_up_region.write_vector(tmp_path / "a.gpkg", "GPKG", columns=own, shapes=[SQUARE])
    villages, _ = read(path)
    assert villages.codes == ("35.15.01.2001",)
    assert (villages.names, villages.kecamatan, villages.kabkota) == (("Mliriprowo",), ("Tarik",), ("Kabupaten Sidoarjo",))


@pytest.mark.parametrize(
    "names",
    [
        ("kode", "nama", "kec", "kab"),
        ("KDEPUM", "NAMOBJ", "WADMKC", "WADMKK"),
        ("kode_desa", "Nama Desa", "Nama Kecamatan", "Kabupaten/Kota"),
        ("KODE_DESA", "DESA", "KECAMATAN", "KAB_KOTA"),
    ],
)
def test_columns_are_found_by_their_usual_names(tmp_path: Path, names: tuple[str, ...]) -> None:
    own = dict(zip(names, [["99.71.01.1001"], ["Desa"], ["Kec"], ["Kab"]], strict=True))
    path = made_up_region.write_vector(tmp_path / "a.gpkg", "GPKG", columns={"KDCBPS": ["9971"], **own}, shapes=[SQUARE])
    villages, _ = read(path)
    assert (villages.names, villages.kecamatan, villages.kabkota) == (("Desa",), ("Kec",), ("Kab",))


def test_the_first_reasons_are_kept_and_all_are_counted(tmp_path: Path) -> None:
    codes: list[object] = ["99.71.01.1001", *[None] * (LISTED_ROWS + 50)]
    path = made_up_region.write_vector(tmp_path / "a.gpkg", "GPKG", columns=columns(codes), shapes=[SQUARE] * len(codes))
    _, report = read(path)
    assert (len(list(report.bad_rows)), report.bad_rows.count, report.bad_rows.unlisted) == (LISTED_ROWS, LISTED_ROWS + 50, 50)


@pytest.mark.parametrize(
    "value", ["35.15.01.2001", "3515012001", " 35.15.01.2001 ", 3515012001, np.int64(3515012001), 3515012001.0]
)
def test_codes_in_every_writing(value: object) -> None:
    assert village_code(value) == "35.15.01.2001"


@pytest.mark.parametrize(
    "value", [None, float("nan"), float("inf"), "", "  ", "35.15.01", "3515.012001.7", "٣٥15012001", True, b"3515012001"]
)
def test_what_is_no_code_is_refused(value: object) -> None:
    with pytest.raises(CodeError):
        village_code(value)


def test_a_file_of_bps_codes_is_refused_as_a_whole(tmp_path: Path) -> None:
    codes: list[object] = ["9971010001", "9971010002", "9971011003"]  # the last one could be read as 99.71.01.1003
    path = made_up_region.write_vector(tmp_path / "a.gpkg", "GPKG", columns=columns(codes), shapes=[SQUARE] * 3)
    with pytest.raises(RegionError, match=r"a\.gpkg: column code holds BPS codes"):
        read(path)

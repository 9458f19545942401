"""Boundary files that cannot be used: one clear sentence that names the file."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import made_up_region

from calltaker.regions.report import Report
from calltaker.regions.villages import read_villages
from db.region.folder import RegionError

SQUARE = shapely.box(110.30, -7.92, 110.32, -7.90)


def refusal(path: Path) -> str:
    with pytest.raises(RegionError) as caught:
        read_villages(path, Report())
    assert str(path) in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("crs", ["EPSG:32749", "EPSG:23830", "EPSG:3857"])
@pytest.mark.parametrize("name", ["a.gpkg", "a.shp", "a.geojson"])
def test_another_coordinate_system_is_named(tmp_path: Path, name: str, crs: str) -> None:
    driver = {"a.gpkg": "GPKG", "a.shp": "ESRI Shapefile", "a.geojson": "GeoJSON"}[name]
    path = made_up_region.write_vector(tmp_path / name, driver, crs=crs)
    text = refusal(path)
    assert "not in WGS 84" in text
    assert crs in text


@pytest.mark.parametrize("crs", ["EPSG:9470", "EPSG:4755"])
def test_the_national_datums_agree_with_wgs_84(tmp_path: Path, crs: str) -> None:
    path = made_up_region.write_vector(tmp_path / "a.gpkg", "GPKG", crs=crs)
    assert len(read_villages(path, Report())) == len(made_up_region.ROWS)


def test_a_shapefile_without_coordinate_system_is_taken_and_said(tmp_path: Path) -> None:
    path = made_up_region.write_shp(tmp_path / "a.shp")
    path.with_suffix(".prj").unlink()
    report = Report()
    assert len(read_villages(path, report)) == len(made_up_region.ROWS)
    assert [note.reason for note in report.notes] == ["the file names no coordinate system; taken as WGS 84"]


def test_a_shapefile_cut_off_or_without_its_table_is_refused(tmp_path: Path) -> None:
    path = made_up_region.write_shp(tmp_path / "a.shp")
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert "cut off or damaged" in refusal(path)
    path.write_bytes(content)
    path.with_suffix(".dbf").unlink()
    assert "its .dbf file is missing" in refusal(path)
    path.with_suffix(".shx").unlink()
    assert "cannot be read" in refusal(path)


@pytest.mark.parametrize("name", ["a.geojson", "a.gpkg", "a.shp"])
@pytest.mark.parametrize(
    "content", [b"", b"hello", b"<OGRVRTDataSource/>", b"\x00\x00\x27\x0a", b"{}", b"{", b"SQLite format 3\0"]
)
def test_what_only_has_the_name_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    refusal(path)


def test_a_file_that_names_other_files_is_not_followed(tmp_path: Path) -> None:
    target = made_up_region.write_geojson(tmp_path / "target.geojson")
    path = tmp_path / "a.geojson"
    path.write_text(
        f"<OGRVRTDataSource><OGRVRTLayer name='target'><SrcDataSource>{target}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"
    )
    assert "not a GeoJSON file" in refusal(path)


def test_json_of_another_sort_says_which(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"type":"Topology","objects":{"a":{"type":"GeometryCollection","geometries":[]}},"arcs":[]}')
    assert "TopoJSON" in refusal(path)


def test_no_column_of_codes_lists_what_is_there(tmp_path: Path) -> None:
    path = made_up_region.write_vector(tmp_path / "a.gpkg", "GPKG", columns={"luas": [1.5], "nama": ["A"]}, shapes=[SQUARE])
    assert "no column of village codes (code, kode, KDEPUM …) among luas, nama" in refusal(path)


def test_several_layers_are_asked_about(tmp_path: Path) -> None:
    path = made_up_region.write_vector(tmp_path / "a.gpkg", "GPKG", layer="desa_2024")
    made_up_region.write_vector(path, "GPKG", layer="desa_2025", append=True)
    assert "desa_2024, desa_2025" in refusal(path)


def test_a_layer_without_codes_does_not_disturb(tmp_path: Path) -> None:
    path = made_up_region.write_vector(tmp_path / "a.gpkg", "GPKG", columns={"luas": [1.5]}, shapes=[SQUARE], layer="sungai")
    made_up_region.write_vector(path, "GPKG", layer="desa", append=True)
    assert len(read_villages(path, Report())) == len(made_up_region.ROWS)


def test_no_usable_row_says_why(tmp_path: Path) -> None:
    path = made_up_region.write_vector(tmp_path / "a.gpkg", "GPKG", columns={"code": ["x"]}, shapes=[SQUARE])
    assert "no village can be used; row 1: 'x' is not the code" in refusal(path)
    empty = tmp_path / "b.geojson"
    empty.write_text('{"type":"FeatureCollection","features":[]}')
    refusal(empty)


def test_a_file_that_is_not_there_and_a_format_that_is_none(tmp_path: Path) -> None:
    assert "No such file" in refusal(tmp_path / "a.gpkg")
    assert ".geojson, .json, .gpkg, .shp" in refusal(tmp_path / "a.kml")
    (tmp_path / "folder.shp").mkdir()
    refusal(tmp_path / "folder.shp")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.sampled_from(["a.geojson", "a.gpkg", "a.shp"]), st.floats(0, 1), st.binary(min_size=1, max_size=40), st.booleans())
def test_damaged_files_are_read_or_refused_and_nothing_else(
    tmp_path: Path, name: str, place: float, junk: bytes, is_cut: bool
) -> None:
    path = tmp_path / name
    driver = {"a.geojson": "GeoJSON", "a.gpkg": "GPKG", "a.shp": "ESRI Shapefile"}[name]
    path.unlink(missing_ok=True)
    made_up_region.write_vector(path, driver)
    content = path.read_bytes()
    at = int(place * (len(content) - 1))
    path.write_bytes(content[:at] if is_cut else content[:at] + junk + content[at + len(junk) :])
    try:
        villages = read_villages(path, Report())
    except RegionError:
        return
    assert shapely.is_valid(villages.shapes).all()

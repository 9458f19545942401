"""Lists as a centre keeps them: every office writes them its own way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calltaker.regions.own_places import OwnPlaces, read_own_places
from calltaker.regions.report import Report
from calltaker.regions.surroundings import Surroundings
from calltaker.regions.table import number
from db.region.folder import RegionError

HOME = Surroundings(home=(-8.0, 110.1, -7.8, 110.4))
HEADINGS = "nama,jenis,lat,lon"


def read(path: Path, content: str | bytes, surroundings: Surroundings = HOME) -> tuple[OwnPlaces, Report]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    report = Report()
    return read_own_places(path, surroundings, report), report


def reasons(report: Report) -> list[str]:
    return [str(remark) for remark in report.bad_rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("first", ["", "sep=;\r\n"])
def test_every_office_programme_writes_the_same_list(tmp_path: Path, encoding: str, delimiter: str, first: str) -> None:
    if first and delimiter != ";":
        return
    rows = [
        ["Nama", "JENIS *", "Lintang", "Bujur (derajat)", "No. Telepon"],
        ["Kafé Contoh", "Pasar", '"-7,90125"', '"110,20375"', "000"],
    ]
    text = first + "\r\n".join(delimiter.join(row) for row in rows) + "\r\n"
    own, report = read(tmp_path / "a.csv", text.encode(encoding))
    assert not reasons(report)
    (place,) = own.places
    assert (place.name, place.kind, place.lat, place.lon, place.phone) == (
        "Kafé Contoh",
        "landmark",
        -7.90125,
        110.20375,
        "000",
    )


def test_a_post_a_unit_and_a_landmark_known_by_name_alone(tmp_path: Path) -> None:
    own, report = read(
        tmp_path / "a.csv",
        "name,kind,lat,lon,phone,agency,village,kecamatan,alias,callsign,unit\n"
        "Pos Utara,damkar,-7.9012,110.2012,000113,damkar,,,Pos Lama,pmk-01,Tangki 5000\n"
        "Pos Utara,damkar,-7.9012,110.2012,000113,damkar,,,Pos Lama,pmk-02,\n"
        "Ambulans Satu,unit,-7.9013,110.2013,,PSC119,,,,AMB-01,\n"
        "Warung Contoh,patokan,,,,,Sukadamai,Nusa Utara,,,\n",
    )
    assert not reasons(report)
    assert [(place.code, place.name, place.kind, place.lat) for place in own.places] == [
        ("csv:pos-utara", "Pos Utara (Pos Lama)", "fire", -7.9012),
        ("csv:warung-contoh", "Warung Contoh", "landmark", None),
    ]
    assert own.places[1].village == "Sukadamai"
    assert [(unit.callsign, unit.agency, unit.name, unit.base, unit.lon) for unit in own.units] == [
        ("PMK-01", "DAMKAR", "Tangki 5000", "Pos Utara", 110.2012),
        ("PMK-02", "DAMKAR", "", "Pos Utara", 110.2012),
        ("AMB-01", "PSC119", "Ambulans Satu", "", 110.2013),
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Pos,damkar,7.9012,110.2012", "minus sign"),
        ("Pos,damkar,-6.2012,106.8012", "more than 40 km"),
        ("Pos,damkar,35.68123,139.69123", "not in Indonesia"),
        ("Pos,damkar,0,0", "no position"),
        ("Pos,damkar,-7.9,110.2", "10 km"),
        ("Pos,damkar,-790.123,110.2012", "not in Indonesia"),
        ("Pos,damkar,-7.901.234,110.2012", "not a decimal degree"),
        ("Pos,damkar,7°54′S,110.2012", "not a decimal degree"),
        ("Pos,damkar,-7.9012,", "lon is empty"),
        ("Pos,damkar,nan,110.2012", "not a decimal degree"),
        ("Pos,damkar,,", "needs a point"),
        ("Pos,damkr,-7.9012,110.2012", "kind 'damkr' is not known"),
        (",damkar,-7.9012,110.2012", "name is empty"),
        ("Pos,damkar", "ends after 2 columns"),
        ("Pos,unit,-7.9012,110.2012", "call sign"),
        ("Baik,pasar,-7.9012,110.2012", "the same as line 2"),
        ("x" * 200 + ",pasar,-7.9012,110.2012", "200 signs"),
    ],
)
def test_a_row_that_cannot_be_trusted_is_left_out_with_its_line(tmp_path: Path, row: str, reason: str) -> None:
    own, report = read(tmp_path / "a.csv", f"{HEADINGS}\nBaik,pasar,-7.9012,110.2012\n\n{row}\n")
    assert [place.name for place in own.places] == ["Baik"]
    (said,) = reasons(report)
    assert said.startswith("4: ")
    assert reason in said


def test_swapped_columns_are_put_right_and_said(tmp_path: Path) -> None:
    own, report = read(tmp_path / "a.csv", f"{HEADINGS}\nPos,damkar,110.2012,-7.9012\n")
    assert (own.places[0].lat, own.places[0].lon) == (-7.9012, 110.2012)
    assert [remark.row for remark in report.mended_rows] == [2]


def test_two_places_of_one_name_stay_two(tmp_path: Path) -> None:
    own, _ = read(
        tmp_path / "a.csv", f"{HEADINGS}\nMasjid Contoh,masjid,-7.9012,110.2012\nMasjid Contoh,masjid,-7.9512,110.2512\n"
    )
    assert [place.code for place in own.places] == ["csv:masjid-contoh", "csv:masjid-contoh-2"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("nama,jenis,lintang\nPos,damkar,-7.9\n", "no column for lon"),
        ("nama,name,jenis,lat,lon\n", "two columns mean the name"),
        (HEADINGS + "\n", "no row can be taken"),
        (HEADINGS + "\nPos,damkar,1,2\n", "the first is line 2"),
        (HEADINGS + '\n"Pos,damkar,-7.9012,110.2012\n', "line 2"),
        (b"nama,jenis,lat,lon\nPos\x81,pasar,-7.9012,110.2012\n", "neither UTF-8 nor Windows-1252"),
        (b"nama,jenis,lat,lon\nP\0s,pasar,-7.9012,110.2012\n", "not text"),
    ],
)
def test_a_list_that_is_none_is_refused_as_a_whole(tmp_path: Path, content: str | bytes, reason: str) -> None:
    with pytest.raises(RegionError, match=reason) as refused:
        read(tmp_path / "a.csv", content)
    assert "a.csv" in str(refused.value)


def test_without_polygons_only_the_country_is_known(tmp_path: Path) -> None:
    own, _ = read(tmp_path / "a.csv", f"{HEADINGS}\nPos,damkar,-6.2012,106.8012\n", Surroundings())
    assert own.places[0].lat == -6.2012


@given(st.text(max_size=20))
def test_no_text_becomes_a_coordinate_by_accident(text: str) -> None:
    try:
        value = number(text)
    except ValueError:
        return
    assert -1000 < value < 1000


@given(st.floats(-180, 180), st.sampled_from(".,"))
def test_what_is_written_is_what_is_read(value: float, sign: str) -> None:
    assert number(f"{value:.6f}".replace(".", sign)) == pytest.approx(value, abs=1e-6)

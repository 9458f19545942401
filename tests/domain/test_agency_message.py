from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.domain_rows import incident_row

from calltaker.domain.message import agency_message, message_parts, sheet_lines
from calltaker.settings import Centre

CENTRE = Centre(name="112 Kota Nusa Raya", region_code="9971", utc_offset_minutes=480)
FIRE = "Kebakaran rumah/permukiman"


def test_the_one_line_of_a_house_fire() -> None:
    row = incident_row(lat=-7.9121, lon=110.2147, radius_m=120.4, location_source="pidf-lo", victims=1)
    assert agency_message(row, type_name=FIRE, centre=CENTRE, notes=("gang 2 m",)) == (
        "112 Kota Nusa Raya | P1 KEBAKARAN RUMAH/PERMUKIMAN | No 0042 | 13.00 WITA | Jl. Mawar 12 RT 3, dekat masjid"
        " | Terjebak: 2 orang | Korban: 1 orang | Laporan: rumah terbakar | Catatan: gang 2 m | Pelapor: Ibu Ani 0812-5550-7890"
        " | https://maps.google.com/?q=-7.912100,110.214700 (jaringan, radius 120 m)"
        " | Balas: TERIMA / BERANGKAT / TIBA / SELESAI / KENDALA"
    )


def test_narrative_and_answers_follow_the_report() -> None:
    row = incident_row(narrative="Api dari dapur.\nTetangga membantu.", reporter_name="", callback_number="")
    answers = ("Terbakar: Rumah", "Ada orang di dalam/terjebak: Ya")
    message = agency_message(row, type_name=FIRE, centre=CENTRE, answers=answers, notes=("gang 2 m",))
    assert (
        "| Laporan: rumah terbakar | Uraian: Api dari dapur. Tetangga membantu."
        " | Jawaban: Terbakar: Rumah; Ada orang di dalam/terjebak: Ya | Catatan: gang 2 m |"
    ) in message


def test_no_answers_no_words_about_them() -> None:
    assert "Jawaban" not in agency_message(incident_row(), type_name=FIRE, centre=CENTRE)


def test_the_village_is_said_and_that_the_caller_confirmed_the_point() -> None:
    village = "Bumi Asri, Kec. Nusa Utara, Kota Nusa Raya"
    row = incident_row(lat=-7.9121, lon=110.2147, location_source="name", village=village, location_verified=True)
    message = agency_message(row, type_name=FIRE, centre=CENTRE)
    assert f"| Jl. Mawar 12 RT 3, dekat masjid, {village} |" in message
    assert "(nama tempat, dipastikan pelapor)" in message


def test_a_village_is_not_said_twice() -> None:
    row = incident_row(place_text="Jl. Mawar 12, Bumi Asri", village="Bumi Asri, Kec. Nusa Utara", landmark="")
    assert "| Jl. Mawar 12, Bumi Asri, Kec. Nusa Utara |" in agency_message(row, type_name=FIRE, centre=CENTRE)


def test_a_point_without_words_is_said_to_be_on_the_map() -> None:
    row = incident_row(
        place_text="", landmark="", lat=-7.9121, lon=110.2147, radius_m=40.0, village="Bumi Asri, Kec. Nusa Utara"
    )
    assert "| TITIK DI PETA, Bumi Asri, Kec. Nusa Utara |" in agency_message(row, type_name=FIRE, centre=CENTRE)


def test_a_secret_reporter_is_masked() -> None:
    message = agency_message(incident_row(), type_name=FIRE, centre=CENTRE, mask_number=True)
    assert "Pelapor: 0812****7890" in message
    assert "Ani" not in message
    assert "5550" not in message


def test_what_is_not_known_is_not_said() -> None:
    row = incident_row(place_text="", landmark="", trapped=0, reporter_name="", callback_number="", summary="", priority=0)
    message = agency_message(row, type_name="", centre=CENTRE)
    assert "LOKASI BELUM DIKETAHUI" in message
    assert "| JENIS BELUM JELAS |" in message
    for word in ("Terjebak", "Korban", "Pelapor", "Laporan", "maps", "P0"):
        assert word not in message


@pytest.mark.parametrize(("lat", "lon"), [(0.0, 0.0), (None, 110.2), (-7.9, None)])
def test_nobody_is_sent_to_a_point_that_is_none(lat: float | None, lon: float | None) -> None:
    assert "maps" not in agency_message(incident_row(lat=lat, lon=lon), type_name=FIRE, centre=CENTRE)


def test_a_point_without_source_stands_alone() -> None:
    message = agency_message(incident_row(lat=-7.5, lon=110.5), type_name=FIRE, centre=CENTRE)
    assert "q=-7.500000,110.500000 |" in message


@given(
    place=st.text(max_size=30),
    summary=st.text(max_size=30),
    narrative=st.text(max_size=30),
    answers=st.lists(st.text(max_size=20), max_size=3),
    notes=st.lists(st.text(max_size=20), max_size=3),
    trapped=st.integers(0, 50),
    masked=st.booleans(),
)
def test_line_and_sheet_say_the_same(
    place: str, summary: str, narrative: str, answers: list[str], notes: list[str], trapped: int, masked: bool
) -> None:
    row = incident_row(place_text=place, summary=summary, narrative=narrative, trapped=trapped)
    line = agency_message(row, type_name=FIRE, centre=CENTRE, answers=answers, notes=notes, mask_number=masked)
    sheet = sheet_lines(row, type_name=FIRE, centre=CENTRE, answers=answers, notes=notes, mask_number=masked)
    assert "\n" not in line
    parts = message_parts(row, type_name=FIRE, centre=CENTRE, answers=answers, notes=notes, mask_number=masked)
    assert [label for label, _value in sheet] == [*(part.label for part in parts), "Balas"]
    for label, value in sheet:
        if label not in {"Nomor", "Waktu lapor"}:
            assert " ".join(value.split()) in line

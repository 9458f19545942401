"""The line about the caller's places: one line whatever is sent, every place named, nothing claimed that nobody said."""

from __future__ import annotations

import os

import pytest
from PySide6.QtWidgets import QApplication

from calltaker.desk.location_words import location_words
from calltaker.domain.live_call import LiveCall
from db.events import CallLocationReceived, Location

NOW_US = 1_768_453_200_000_000
MINUTE_US = 60_000_000
STREET = "dekat masjid, Jl. Melati 12 A, Mawar, Contoh Tengah, Kota Contoh, Jawa Contoh, 16128, ID"


def place(**fields) -> Location:
    usual = {"source": "pidf-lo", "shape": "circle", "lat": -7.2759, "lon": 112.759, "radius_m": 35.0, "at_us": NOW_US}
    return Location(**(usual | fields))


def call(**fields) -> LiveCall:
    return LiveCall(
        call_id="c", direction="in", state="ringing", line="112", number="", number_raw="", started_at_us=NOW_US, **fields
    )


URI = "https://lis.invalid/a"
REFERENCE = place(shape="reference", lat=None, lon=None, radius_m=None, at_us=None, reference=URI, raw=URI)
NO_FIX = place(source="aml", shape="none", lat=None, lon=None, radius_m=None, at_us=None, raw='A"ML=1;pm=N')


@pytest.mark.parametrize(
    ("where", "text", "is_trouble"),
    [
        (place(), "At -7.27590, 112.75900 · ±35 m · PIDF-LO", False),
        (place(at_us=NOW_US - 3 * MINUTE_US, method="Cell"),
         "At -7.27590, 112.75900 · ±35 m · PIDF-LO Cell · 3 min old", False),
        (place(at_us=NOW_US - 9 * MINUTE_US), "At -7.27590, 112.75900 · ±35 m · PIDF-LO · 9 min old", True),
        (place(at_us=NOW_US - 5 * 60 * MINUTE_US), "At -7.27590, 112.75900 · ±35 m · PIDF-LO · 5 h old", True),
        (place(at_us=NOW_US - 3 * 1440 * MINUTE_US), "At -7.27590, 112.75900 · ±35 m · PIDF-LO · 3 days old", True),
        (place(radius_m=None, at_us=None), "At -7.27590, 112.75900 · radius not known · PIDF-LO · age not known", False),
        (place(radius_m=25_000), "At -7.27590, 112.75900 · ±25 km · PIDF-LO", False),
        (place(lat=None, lon=None, radius_m=None, civic="Jl. Melati 12"), "At Jl. Melati 12 · PIDF-LO", False),
        (REFERENCE, "Location by reference, cannot be fetched", True),
        (NO_FIX, "The phone found no position (AML): ask for the place.", True),
    ],
)  # fmt: skip
def test_source_radius_and_age_are_said(qapp, where, text, is_trouble):
    words = location_words(call(location=where), NOW_US)
    assert words is not None
    assert (words.text, words.is_trouble) == (text, is_trouble)


def test_what_cannot_be_fetched_has_its_address_in_the_raw_text(qapp):
    words = location_words(call(location=REFERENCE), NOW_US)
    assert words is not None
    assert words.raw == "https://lis.invalid/a"


def test_further_places_are_counted_and_listed(qapp):
    later = (place(lat=-7.1, raw="first"), place(lat=-7.2, raw="second", at_us=NOW_US - MINUTE_US))
    words = location_words(call(location=place(raw="<presence/>"), more_locations=(REFERENCE,), later_locations=later), NOW_US)
    assert words is not None
    assert words.text.endswith("PIDF-LO · +3 more")
    assert [line.split(" ·")[0] for line in words.whole.splitlines()] == [
        "At -7.27590, 112.75900", "At -7.20000, 112.75900", "At -7.10000, 112.75900",
        "Location by reference, cannot be fetched",
    ]  # fmt: skip
    assert words.raw.splitlines() == ["<presence/>", "second", "first", "https://lis.invalid/a"]


def test_a_later_place_speaks_where_the_first_ones_say_nothing(qapp):
    assert location_words(call(), NOW_US) is None
    words = location_words(call(location=REFERENCE, later_locations=(place(lat=-7.1), place(lat=-7.2))), NOW_US)
    assert words is not None
    assert words.text.startswith("At -7.20000")
    assert not words.is_trouble
    words = location_words(call(location_problem="not_xml", later_locations=(place(),)), NOW_US)
    assert words is not None
    assert (words.text[:9], words.raw) == ("At -7.275", "not_xml")


def test_whatever_is_sent_the_line_stays_one_line(seat):
    seat.window.resize(1366, 768)
    now_us = seat.clock.us
    seat.ring(
        location=place(civic=STREET * 5, at_us=now_us - 3 * MINUTE_US, raw="<presence/>"), more_locations=(REFERENCE, NO_FIX)
    )
    QApplication.processEvents()
    if folder := os.environ.get("PICTURES"):
        seat.window.grab().save(f"{folder}/location_line.png")
    line = seat.calls.location
    assert line._text.height() < 2 * line._text.fontMetrics().height()
    assert line._text.width() + line._button.width() <= line.width() <= 1366
    assert "…" in line._text.text()
    for part in ("±35 m", "PIDF-LO", "3 min old", "+2 more"):
        assert part in line._text.text()
    assert len(line._text.toolTip().splitlines()) == 3


def test_a_later_place_appears_beside(seat):
    call_id = seat.ring(location=place(at_us=seat.clock.us))
    assert "more" not in seat.calls.location._text.text()
    seat.line.commit(call_id, CallLocationReceived(location=place(lat=-7.1, at_us=seat.clock.us)), actor="line")
    assert seat.calls.location._text.text().endswith("+1 more")

"""The place that came with a call: shown with source, radius and age, or said to be unreadable with the raw text on demand."""

from __future__ import annotations

from db.events import Location


def place(**fields) -> Location:
    return Location(**({"source": "pidf-lo", "shape": "circle", "lat": -7.2759, "lon": 112.759, "radius_m": 35.0} | fields))


def test_a_location_shows_source_radius_and_age(seat):
    seat.ring(location=place(at_us=seat.clock.us - 120_000_000, raw="<presence/>"))
    text = seat.calls.location._text.text()
    for part in ("-7.27590", "112.75900", "±35 m", "PIDF-LO", "2 min old"):
        assert part in text


def test_a_stale_location_is_marked(seat):
    seat.ring(location=place(at_us=seat.clock.us - 3_600_000_000))
    assert seat.calls.location._text.text().startswith("△")


def test_an_unreadable_location_is_said_and_its_raw_text_is_there(seat):
    seat.ring(location_problem="<presence><broken")
    line = seat.calls.location
    assert "cannot be read" in line._text.text()
    assert not line._raw.isVisible()
    line._button.click()
    assert line._raw.isVisible()
    assert line._raw.toPlainText() == "<presence><broken"


def test_the_raw_text_is_reached_by_keys_alone(seat):
    seat.ring(location_problem="<presence><broken")
    seat.calls.location._button.setFocus()
    seat.hands.press("Space")
    assert seat.calls.location._raw.isVisible()


def test_without_a_location_the_line_is_away(seat):
    seat.ring()
    assert not seat.calls.location.isVisible()


def test_each_call_has_its_own_location(seat):
    seat.talk()
    assert not seat.calls.location.isVisible()
    seat.ring("+6281255509876", location=place())
    assert not seat.calls.location.isVisible(), "the one that rings has it, not the one on the line"


def test_once_answered_the_form_says_where_and_the_line_gives_its_room_back(seat):
    seat.ring(location=place())
    assert seat.calls.location.isVisible()
    seat.hands.press("F9")
    assert not seat.calls.location.isVisible()


def test_trouble_with_a_location_stays_in_sight_during_the_call(seat):
    seat.ring(location_problem="<presence><broken")
    seat.hands.press("F9")
    assert seat.calls.location.isVisible()

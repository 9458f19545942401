"""What stands on the map follows calls, board, form and region; a place that is none never does."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from support.domain_rows import incident_row
from support.fake_desk import FakeLine, fake_desk

from calltaker.app.room import Desk
from calltaker.desk.board import BoardController
from calltaker.desk.forms import FormController
from calltaker.desk.map_markers import caller_markers, incident_markers, number, pin_markers, post_markers, unit_markers
from calltaker.desk.map_scene import MapSceneController
from calltaker.domain.form import FormState
from db import events as log
from db.rows import UnitRow
from tests.gui.map.made_up import LAT, LON, FakePlaces, post, sketch

NOW_US = 1_795_000_000_000_000


def location(**fields) -> log.Location:
    return log.Location(**({"source": "pidf-lo", "shape": "circle", "lat": LAT, "lon": LON, "radius_m": 35.0} | fields))


class Seat:
    def __init__(self, tmp_path) -> None:
        self.line = FakeLine(clock_us=lambda: NOW_US)
        self.places = FakePlaces(sketch())
        plain = fake_desk(tmp_path, line=self.line)
        parts = {name: getattr(plain, name) for name in ("settings", "catalogue", "line", "worker", "calls", "notices")}
        self.desk = Desk(**parts, places=self.places)
        self.forms = FormController(self.desk)
        self.board = BoardController(self.desk)
        self.control = MapSceneController(self.desk, self.forms, self.board, clock_us=lambda: NOW_US)
        self.scenes: list[object] = []
        self.control.scene_changed.connect(self.scenes.append)
        self.line.attach()

    def kinds(self) -> list[str]:
        QApplication.processEvents()
        return [marker.kind for marker in self.control.scene.markers if marker.kind != "post"]


@pytest.fixture
def seat(qapp, tmp_path) -> Seat:
    return Seat(tmp_path)


def test_a_call_with_a_place_stands_on_the_map_from_the_ring_to_its_end(seat):
    call_id = seat.line.ring(location=location(), at_us=NOW_US)
    assert seat.kinds() == ["caller"]
    (caller,) = seat.control.scene.markers
    assert (caller.key, caller.state, caller.lat, caller.radius_m) == (call_id, "ringing", LAT, 35.0)
    seat.line.caller_hangs_up(call_id)
    assert seat.kinds() == []


def test_the_form_on_the_screen_has_its_pin(seat):
    call_id = seat.line.ring(at_us=NOW_US)
    seat.line.commit(call_id, log.CallAnswered())
    seat.forms.show_call(call_id)
    seat.forms.type_text("lat", str(LAT))
    seat.forms.type_text("lon", str(LON))
    assert seat.kinds() == ["pin"]
    assert not seat.control.scene.markers[-1].is_verified
    seat.forms.type_text("location_verified", "1")
    seat.kinds()
    assert seat.control.scene.markers[-1].is_verified
    seat.forms.show_new()
    assert seat.kinds() == [], "another form, another place"


def test_a_network_place_in_hand_is_one_marker_until_it_is_confirmed(seat):
    call_id = seat.line.ring(location=location(lat=LAT + 1e-7), at_us=NOW_US)
    seat.line.commit(call_id, log.CallAnswered())
    seat.forms.show_call(call_id)
    assert seat.kinds() == ["caller"]
    seat.forms.type_text("location_verified", "1")
    assert seat.kinds() == ["caller", "pin"]


def test_the_region_is_read_when_the_places_can_answer(seat):
    seat.places.problem = "starting"
    seat.control.start()
    assert seat.places.asked == []
    seat.places.problem = ""
    seat.places.progress_pct = 40
    seat.places.state_changed.emit()
    assert seat.places.asked == []
    seat.places.progress_pct = 100
    seat.places.state_changed.emit()
    assert seat.control.sketch.name == "Kota Nusa Raya"
    assert sum(marker.kind == "post" for marker in seat.control.scene.markers) == 6


def test_many_changes_in_one_turn_are_told_once(seat):
    seat.kinds()
    seat.scenes.clear()
    for number_of_call in range(20):
        seat.line.ring(f"+62812555{number_of_call:05}", location=location(lat=LAT + number_of_call / 1000), at_us=NOW_US)
    assert seat.kinds() == ["caller"] * 20
    assert len(seat.scenes) == 1


def test_without_places_and_tiles_the_callers_are_there(qapp, tmp_path):
    line = FakeLine(clock_us=lambda: NOW_US)
    desk = fake_desk(tmp_path, line=line)
    forms, board = FormController(desk), BoardController(desk)
    control = MapSceneController(desk, forms, board, clock_us=lambda: NOW_US)
    line.attach()
    control.start()
    line.ring(location=location(), at_us=NOW_US)
    QApplication.processEvents()
    assert [marker.kind for marker in control.scene.markers] == ["caller"]


@pytest.mark.parametrize("point", [(0.0, 0.0), (None, None), (999.0, 999.0), (float("nan"), LON)])
def test_a_place_that_is_none_gets_no_marker(seat, point):
    seat.line.ring(location=location(lat=point[0], lon=point[1]), at_us=NOW_US)
    assert seat.kinds() == []
    assert incident_markers([incident_row(lat=point[0], lon=point[1])], seat.desk.catalogue, "id") == []


def test_other_places_of_a_call_are_offers(seat):
    call_id = seat.line.ring(location=location(), more_locations=(location(source="aml", lat=LAT + 0.01),), at_us=NOW_US)
    call = seat.desk.calls.call(call_id)
    offer, caller = caller_markers([call], call_id, NOW_US)
    assert (offer.kind, offer.label, caller.kind, caller.is_current) == ("offer", "AML", "caller", True)


def test_a_later_place_is_the_callers_only_when_none_came_with_the_call(seat):
    call_id = seat.line.ring(at_us=NOW_US)
    for step in (1, 2):
        later = location(source="aml", lat=LAT + step / 100)
        seat.line.commit(call_id, log.CallLocationReceived(location=later, via="sms"))
    markers = caller_markers([seat.desk.calls.call(call_id)], "", NOW_US)
    assert [(one.kind, one.lat) for one in markers] == [("offer", LAT + 0.01), ("caller", LAT + 0.02)]


def test_a_pasted_link_is_not_where_the_phone_is(seat):
    call_id = seat.line.ring(at_us=NOW_US)
    seat.line.commit(call_id, log.CallLocationReceived(location=location(source="typed", shape="point"), via="pasted"))
    assert caller_markers([seat.desk.calls.call(call_id)], call_id, NOW_US) == []


def test_an_old_place_says_its_age(seat):
    call_id = seat.line.ring(location=location(at_us=NOW_US - 9 * 60_000_000), at_us=NOW_US)
    (caller,) = caller_markers([seat.desk.calls.call(call_id)], "", NOW_US)
    assert caller.is_stale
    assert caller.label.endswith("9 min old")


def test_the_most_urgent_incident_lies_on_top(seat):
    rows = [incident_row(incident_id=f"i{p}", priority=p, lat=LAT, lon=LON) for p in (1, 4, 0, 2)]
    assert [one.priority for one in incident_markers(rows, seat.desk.catalogue, "id")] == [0, 4, 2, 1]
    assert incident_markers(rows, seat.desk.catalogue, "id")[-1].label


def test_the_incident_of_the_form_is_its_pin_not_a_second_marker(seat):
    seat.board.incidents = (incident_row(incident_id="i1", lat=LAT, lon=LON), incident_row(incident_id="i2", lat=LAT, lon=LON))
    seat.board.incidents_changed.emit()
    assert seat.kinds() == ["incident", "incident"]
    seat.forms.show_incident("i1")
    assert seat.kinds() == ["incident"]


def test_units_and_posts_without_a_place_are_left_out():
    unit = UnitRow(
        callsign="D-1", agency="DAMKAR", name="", base="", state="ready", incident_id="", incident_number="", since_us=0
    )
    assert unit_markers([unit]) == []
    nowhere = post("fire", "Pos", -LAT, -LON)
    assert [one.state for one in post_markers([post("fire", "Pos", 0.0, 0.0), nowhere])] == ["fire"]


@pytest.mark.parametrize(
    ("values", "radius_m", "is_stale"),
    [({"radius_m": "40"}, 40.0, False), ({"radius_m": ""}, None, False), ({"radius_m": "-3"}, None, False),
     ({"radius_m": "x"}, None, False), ({"location_at_us": str(NOW_US - 600_000_000)}, None, True),
     ({"location_at_us": "nan"}, None, False)],
)  # fmt: skip
def test_the_pin_says_how_sure_it_is(values, radius_m, is_stale):
    form = FormState()
    for name, value in ({"lat": str(LAT), "lon": str(LON)} | values).items():
        form = form.typed(name, value)
    (pin,) = pin_markers("f", form, NOW_US)
    assert (pin.radius_m, pin.is_stale) == (radius_m, is_stale)


def test_half_typed_coordinates_are_no_pin():
    assert number("-7,4") is None
    assert number("") is None
    assert pin_markers("f", FormState().typed("lat", "-7.4").typed("lon", ""), NOW_US) == []
    assert pin_markers("f", FormState().typed("lat", "0").typed("lon", "0"), NOW_US) == []

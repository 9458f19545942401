"""How the seat is: always in words, with advice, until it is over."""

from __future__ import annotations

import pytest

from calltaker.desk.trouble_words import words
from calltaker.domain.trouble import Trouble
from calltaker.line.wire import Committed, LineState
from calltaker.views.common import label


def items(seat):
    return {item.name: item for item in seat.shell.health.items()}


@pytest.mark.parametrize("code", list(Trouble))
def test_every_trouble_has_words_of_its_own(code):
    said = words(code)
    assert said.what
    if code is not Trouble.UNKNOWN:
        assert said != words(Trouble.UNKNOWN)


def test_all_is_well(seat):
    assert {item.level for item in seat.shell.health.items()} == {"ok"}
    assert not seat.window.banner.isVisible()


def test_no_sound_device_is_an_alarm_in_words(seat):
    seat.line.set_health(headset_is_null=True)
    assert items(seat)["sound"].text == "NO SOUND DEVICE"
    assert items(seat)["sound"].level == "alarm"


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"journal": "full"}, "disk is full"),
        ({"journal": "failing"}, "log cannot be written"),
        ({"lines": (LineState(name="112", registered=False, code=408, reason="timeout"),)}, "exchange does not answer"),
        ({"lines": (LineState(name="112", registered=False, code=403, reason="no"),)}, "password"),
        ({"recording_problem": "no space"}, "not being recorded"),
    ],
)
def test_the_banner_says_what_is_wrong_and_goes_when_it_is_over(seat, changes, part):
    before = seat.line.health
    seat.line.set_health(**changes)
    assert part in seat.window.banner.text
    assert seat.window.banner.isVisible()
    seat.line.health = before
    seat.line.health_changed.emit(before)
    assert not seat.window.banner.isVisible()


def test_a_fact_that_is_not_on_disk_is_never_called_saved(seat):
    seat.ring()
    saved = seat.shell.health.saved_at_us
    seat.clock.go_on(5)
    event = seat.line.committed_events[-1]
    seat.line.committed.emit(Committed(event=event, durable=False))
    assert seat.shell.health.saved_at_us == saved
    assert seat.window.banner.isVisible()


def test_the_line_away_takes_the_status_and_says_what_to_do(seat):
    seat.line.go_away()
    assert items(seat).keys() == {"line"}
    assert "spare telephone" in seat.window.banner.text


def test_a_restart_of_the_line_is_said_with_its_cause(seat):
    seat.line.set_health(line_started_at_us=1_000)
    seat.line.go_away()
    seat.line.set_health(line_started_at_us=2_000, last_death="signal 9")
    seat.line.attach()
    assert "was restarted" in seat.message
    assert "signal 9" in seat.message


def test_low_room_for_recordings_warns_before_it_is_gone(seat):
    seat.line.set_health(recording_free_mb=500)
    assert items(seat)["recording"].level == "warning"
    assert "500 MB" in items(seat)["recording"].text


def test_alarm_words_are_painted_in_the_alarm_colour(seat, qtbot):
    shown = label("x", "small")
    shown.setProperty("tone", "p1")
    qtbot.addWidget(shown)
    shown.ensurePolished()
    assert shown.palette().windowText().color().name().upper() == "#FFA299"


def test_lines_in_use_are_counted_in_the_queue(seat):
    seat.line.set_health(lines_in_use=4)
    assert "4/4" in seat.calls.panel._lines.text()
    assert seat.calls.panel._lines.property("level") == "warning"

"""On a small screen the map stands where the questions, the dispatch and the units are: whoever asks for those sees them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("key", ["Ctrl+J", "Ctrl+D", "F6", "F9"])
def test_what_the_map_covers_comes_back_when_a_key_asks_for_it(seat, key: str) -> None:
    seat.window.resize(1366, 768)
    seat.hands.press("F5")
    assert seat.window.map_place.is_shown
    seat.hands.press("Escape")
    assert seat.window.map_place.is_shown, "the map is glanced at while typing"
    seat.ring()
    seat.hands.press(key)
    assert not seat.window.map_place.is_shown


def test_a_wide_screen_keeps_its_map(seat) -> None:
    seat.window.resize(1920, 1080)
    seat.hands.press("F5", "Ctrl+J")
    assert seat.window.map_place.is_shown

"""The theme keeps its promises: contrast of every pair in use, sizes, one width for digits, signs that are more than colour."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QFontInfo, QRawFont

import resources
from calltaker.theme import signs
from calltaker.theme.icons import icon
from calltaker.theme.live import ZOOM_STEPS_PCT, theme
from calltaker.theme.tokens import EDGE_PAIRS, MIN_EDGE_CONTRAST, MIN_TEXT_CONTRAST, SMALL_PT, TEXT_PAIRS, THEMES, contrast
from calltaker.views.common import label


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_has_its_contrast(tokens, ink, ground):
    assert contrast(tokens.tone(ink), tokens.tone(ground)) >= MIN_TEXT_CONTRAST


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_and_focus_can_be_seen(tokens, edge, ground):
    assert contrast(tokens.tone(edge), tokens.tone(ground)) >= MIN_EDGE_CONTRAST


def test_contrast_is_the_one_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_themes_are_complete_and_named_by_their_key():
    assert {name: tokens.name for name, tokens in THEMES.items()} == {"night": "night", "day": "day"}


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("zoom_pct", ZOOM_STEPS_PCT)
def test_no_kind_of_label_is_smaller_than_12_points(qapp, qtbot, name, zoom_pct):
    theme.apply(name, zoom_pct)
    for kind in ("", "heading", "dim", "small", "strong", "key", "number", "timer", "clock", "pill"):
        made = label("112", kind)
        qtbot.addWidget(made)
        made.ensurePolished()
        assert made.font().pointSizeF() >= SMALL_PT, kind


def test_digits_have_one_width_in_every_label(qapp, qtbot):
    theme.apply("night")
    made = label("", "timer")
    qtbot.addWidget(made)
    made.ensurePolished()
    assert QFontInfo(made.font()).family() == "Inter"
    assert len({made.fontMetrics().horizontalAdvance(digit * 8) for digit in "0123456789"}) == 1


def test_toggle_changes_colours_and_tells_it(qapp, qtbot):
    theme.apply("night")
    with qtbot.waitSignal(theme.changed):
        theme.toggle()
    assert theme.tokens.name == "day"
    assert qapp.palette().window().color().name().upper() == theme.tokens.window
    theme.toggle()
    assert theme.tokens.name == "night"


def test_zoom_stays_within_90_and_150(qapp):
    theme.apply("night")
    theme.zoom(-9)
    assert theme.zoom_pct == 90
    theme.zoom(+9)
    assert theme.zoom_pct == 150


def test_icons_take_the_colour_of_the_tone(qapp):
    theme.apply("night")
    image = icon("phone", "p1", 32).pixmap(32, 32).toImage()
    wanted = theme.colour("p1")
    inked = [image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255]
    assert inked
    assert all(abs(colour.red() - wanted.red()) < 3 for colour in inked)


def test_an_icon_that_is_not_shipped_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_priorities_differ_in_shape_and_word():
    made = [signs.priority_sign(priority) for priority in (1, 2, 3, 4)]
    assert [sign.shape for sign in made] == ["■", "▲", "◆", "○"]
    assert all(first.word != second.word for first, second in combinations(made, 2))


def test_every_sign_is_drawn_by_the_shipped_font(qapp):
    regular = QRawFont(str(resources.path("fonts", "Inter-Regular.otf")), 17)
    every = (*signs._PRIORITIES.values(), *signs._STATES.values(), signs.priority_sign(0))
    missing = [sign.shape for sign in every if not all(regular.supportsCharacter(ord(one)) for one in sign.shape)]
    assert not missing


def test_an_unknown_state_is_shown_not_hidden():
    assert signs.state_sign("teleported").text == "? teleported"
    assert signs.priority_sign(0).tone == "dim"

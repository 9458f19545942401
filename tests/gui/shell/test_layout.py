"""What every eye and hand needs: sizes, names, keys, nothing cut off, in both themes and on both screens."""

from __future__ import annotations

import ast
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

import calltaker
from calltaker.actions import ACTIONS
from calltaker.theme.live import theme
from calltaker.theme.tokens import MIN_TARGET_PX, SMALL_PT
from db.events import Location

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
SCREENS = [(1366, 768), (1920, 1080)]
PACKAGE = Path(calltaker.__file__).parent


def shown(window, kind=QWidget):
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kind)
        and widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and not widget.visibleRegion().isEmpty()
    ]


def named(widget):
    return f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()} {getattr(widget, 'text', str)()!r}"


@pytest.fixture
def busy(seat):
    """A seat in the middle of work: somebody talks, somebody rings, somebody waits."""
    seat.ring("+6281255509876")
    seat.clock.go_on(12)
    seat.talk()
    seat.ring("")
    QApplication.processEvents()
    return seat


def test_every_control_has_a_name(busy):
    nameless = []
    for widget in shown(busy.window, CONTROLS):
        if isinstance(widget, QHeaderView):
            continue
        reader = QAccessible.queryAccessibleInterface(widget)
        if not reader.text(QAccessible.Text.Name).strip():
            nameless.append(named(widget))
    assert not nameless


def test_shortcuts_are_unique(busy):
    keys = chain(
        (action.shortcut().toString() for action in busy.window.findChildren(QAction)),
        (shortcut.key().toString() for shortcut in busy.window.findChildren(QShortcut)),
    )
    twice = {key: count for key, count in Counter(filter(None, keys)).items() if count > 1}
    assert not twice


def test_no_action_hangs_on_enter_space_or_a_letter():
    assert not [entry.id for entry in ACTIONS if entry.key in {"Return", "Enter", "Space"} or len(entry.key) == 1]


@pytest.mark.parametrize("name", ["night", "day"])
def test_no_text_is_smaller_than_12_points(busy, name):
    theme.apply(name)
    small = [
        named(widget)
        for widget in shown(busy.window, (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView))
        if widget.font().pointSizeF() < SMALL_PT
    ]
    assert not small


def test_number_and_timer_are_large(busy):
    assert busy.calls.bar._caller.font().pointSizeF() >= 16
    assert busy.calls.bar._timer.font().pointSizeF() >= 20


@pytest.mark.parametrize("size", SCREENS)
def test_every_target_is_32_pixels_high(busy, size):
    busy.window.resize(*size)
    QApplication.processEvents()
    low = [
        f"{named(widget)}: {widget.height()} px"
        for widget in shown(busy.window, (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox))
        if widget.height() < MIN_TARGET_PX and not isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
    ]
    assert not low


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("name", ["night", "day"])
def test_no_button_and_no_plain_label_is_cut(busy, size, name):
    theme.apply(name)
    busy.window.resize(*size)
    QApplication.processEvents()
    assert (busy.window.width(), busy.window.height()) == size
    cut = []
    for widget in shown(busy.window, (QAbstractButton, QLabel)):
        text = widget.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        may_shrink = isinstance(widget, QLabel) and (widget.wordWrap() or widget.objectName() == "message")
        widest_px = max((widget.fontMetrics().horizontalAdvance(line) for line in text.split("\n")), default=0)
        if text and not may_shrink and widest_px > widget.width():
            cut.append(f"{named(widget)}: {widest_px} > {widget.width()}")
    assert not cut


STRIPS = {"nothing": (), "outcomes": ("F7",), "reason": ("F7", "0"), "forward": ("F11",), "search": ("Ctrl+F",)}


@pytest.mark.parametrize("size", [(1270, 676), *SCREENS])
@pytest.mark.parametrize("keys", STRIPS.values(), ids=STRIPS)
@pytest.mark.parametrize("place", [None, Location(source="pidf-lo", shape="circle", lat=-7.27, lon=112.75, radius_m=35.0)])
def test_no_open_strip_takes_the_height_of_anything(seat, size, keys, place):
    seat.window.resize(*size)
    seat.ring(location=place)
    seat.hands.press("F9")
    seat.hands.type("kebakaran rumah jl mawar 12 rt 3, 2 orang terjebak")
    QApplication.processEvents()
    bar_px = seat.calls.bar.height()
    seat.hands.press(*keys)
    QApplication.processEvents()
    assert (seat.window.width(), seat.window.height()) == size
    assert seat.calls.bar.height() == bar_px
    low = [
        f"{named(widget)}: {widget.height()} px of {widget.sizeHint().height()}"
        for widget in shown(seat.window, (QAbstractButton, QLineEdit))
        if widget.height() < widget.sizeHint().height()
    ]
    low += [named(label) for label in shown(seat.window, QLabel) if label.height() < lines_px(label)]
    assert not low


def lines_px(label):
    """Return the height that the words of a label need at its width."""
    wrapped = label.heightForWidth(label.width()) if label.wordWrap() else 0
    return wrapped if label.text() and wrapped > 0 else label.fontMetrics().height() if label.text() else 0


@pytest.mark.parametrize("size", [(1270, 676), *SCREENS])
def test_every_panel_lies_inside_the_window_and_none_over_another(busy, size):
    busy.window.resize(*size)
    QApplication.processEvents()
    page = busy.window.pages.currentWidget()
    panels = [widget for widget in shown(page) if widget.objectName() == "panel"]
    assert panels
    for panel in panels:
        place = panel.rect().translated(panel.mapTo(busy.window, panel.rect().topLeft()))
        assert busy.window.rect().contains(place), named(panel)


def test_tab_goes_round_and_never_into_a_trap(busy):
    busy.hands.press("F4")
    start = QApplication.focusWidget()
    seen = []
    for _ in range(60):
        busy.hands.press("Tab")
        seen.append(QApplication.focusWidget())
        if seen[-1] is start:
            break
    assert seen[-1] is start, [named(widget) for widget in seen[-8:]]


def test_every_f_key_that_goes_somewhere_gets_there(busy):
    for key in ("F1", "F2", "F3", "F4", "F6"):
        busy.hands.press(key)
        assert QApplication.focusWidget() is not None
        assert busy.window.isAncestorOf(QApplication.focusWidget()), key


def test_pages_turn_by_key_and_calls_go_on(busy):
    busy.hands.press("Ctrl+2")
    assert busy.window.page == "supervisor"
    busy.hands.press("F8")
    assert busy.desk.calls.current.held
    busy.hands.press("Ctrl+1")
    assert busy.window.page == "desk"


@pytest.mark.parametrize("key", ["F2", "F3", "F4", "F6", "F7", "F9", "F11", "Ctrl+F", "Ctrl+N", "Alt+1"])
def test_a_key_of_the_desk_turns_to_it(busy, key):
    busy.hands.press("Ctrl+2", key)
    assert busy.window.page == "desk"


def test_every_action_does_something(busy):
    """No dead keys: what the table promises is bound, or a verb of the command line carries it out."""
    dead = [entry.id for entry in ACTIONS if not (busy.shell.keymap.is_bound(entry.id) or entry.id in busy.shell.verbs)]
    assert not dead


def test_the_theme_changes_by_one_key_and_nothing_moves(busy):
    before = [(widget, widget.geometry()) for widget in shown(busy.window)]
    busy.hands.press("Ctrl+T")
    QApplication.processEvents()
    assert theme.tokens.name == "day"
    moved = [named(widget) for widget, place in before if widget.isVisible() and widget.geometry() != place]
    assert not moved


def test_no_code_of_the_window_opens_a_dialog_or_waits():
    """`exec` of a dialog, `processEvents`, `time.sleep`, `subprocess.run` have no place beside the window's thread."""
    banned = {
        "exec",
        "exec_",
        "processEvents",
        "sleep",
        "getOpenFileName",
        "getSaveFileName",
        "getText",
        "question",
        "critical",
    }
    found = []
    for folder in ("views", "desk", "models", "charts", "theme"):
        for file in (PACKAGE / folder).rglob("*.py"):
            calls = (node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
            found += [f"{file.name}:{call.lineno}" for call in calls if getattr(call.func, "attr", "") in banned]
    assert not found


def test_no_translated_text_is_an_f_string():
    """`tr(f"…")` is extracted but never found again."""
    found = []
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            is_translation = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            if (
                is_translation
                and node.func.attr in {"tr", "translate"}
                and any(isinstance(a, ast.JoinedStr) for a in node.args)
            ):
                found.append(f"{file.name}:{node.lineno}")
    assert not found


def test_focus_policy_of_read_only_places_lets_tab_through(busy):
    for label in shown(busy.window, QLabel):
        assert label.focusPolicy() in {Qt.FocusPolicy.NoFocus, Qt.FocusPolicy.ClickFocus}, named(label)

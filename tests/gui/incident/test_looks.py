"""Names for readers, sizes for hands, words for eyes: the widget tree of the room in both languages and both themes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from calltaker.theme.live import theme
from calltaker.theme.tokens import MIN_TARGET_PX, SMALL_PT
from calltaker.views.dispatch.wrapped import WrappedLabel
from tests.gui.incident.bench import Bench
from tests.gui.incident.test_send import ring_and_type

LANGUAGES = [{"language": "id"}, {"language": "en"}]
LONG = (
    "kecelakaan beruntun tiga truk dan dua bus di jalan raya lintas kabupaten km 34 dekat jembatan panjang, 12 orang terjepit"
)


def visible(bench: Bench, kind: type) -> list[QWidget]:
    return [widget for widget in bench.window.findChildren(kind) if widget.isVisible()]


@pytest.mark.parametrize("bench", LANGUAGES, indirect=True)
def test_everything_that_takes_the_focus_has_a_name(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("F11", "Escape")
    for widget in visible(bench, QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), f"{widget} has no name"


@pytest.mark.parametrize("bench", LANGUAGES, indirect=True)
@pytest.mark.parametrize("zoom_pct", [100, 150])
def test_targets_and_texts_are_large_enough(bench: Bench, zoom_pct: int) -> None:
    ring_and_type(bench)
    theme.apply("day", zoom_pct)
    for widget in (*visible(bench, QAbstractButton), *visible(bench, QLineEdit)):
        assert widget.height() >= MIN_TARGET_PX, f"{widget} {widget.accessibleName()}"
    for widget in (*visible(bench, QAbstractButton), *visible(bench, QLabel)):
        assert widget.font().pointSizeF() >= SMALL_PT, f"{widget}"
    theme.apply("night", 100)


@pytest.mark.parametrize("bench", LANGUAGES, indirect=True)
@pytest.mark.parametrize("keys", [(), ("F11",), ("Ctrl+Return",), ("Ctrl+Return", "Ctrl+D", "6"), ("Ctrl+Return", "F3", "X")])
def test_nothing_is_cut_on_a_small_screen(bench: Bench, keys: tuple[str, ...]) -> None:
    typist, _ = ring_and_type(bench, LONG)
    typist.press("Alt+0", *keys)
    bench.window.repaint()
    assert bench.window.width() == 1366
    assert bench.window.height() == 768
    for widget in visible(bench, QLabel):
        if widget.toolTip() or not widget.text() or widget.visibleRegion().isEmpty():
            continue
        needed = widget.sizeHint() if not widget.wordWrap() else None
        width_px = QFontMetrics(widget.font()).horizontalAdvance(widget.text().replace("&", "")) if needed else 0
        assert width_px <= widget.width() + 1, f"{widget.text()!r} needs {width_px}, has {widget.width()}"
        if widget.wordWrap():
            assert widget.heightForWidth(widget.width()) <= widget.height() + 1, widget.text()
    for button in visible(bench, QAbstractButton):
        if not button.toolTip():
            assert button.sizeHint().width() <= button.width() + 1, button.text()


@pytest.mark.parametrize("bench", LANGUAGES, indirect=True)
def test_mnemonics_are_unique(bench: Bench) -> None:
    ring_and_type(bench)
    letters = [
        label.text()[label.text().index("&") + 1].casefold()
        for label in bench.window.findChildren(QLabel)
        if label.buddy() is not None and "&" in label.text()
    ]
    assert letters
    assert len(letters) == len(set(letters))


def test_tab_goes_through_the_form_in_the_order_of_a_call(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    seen = []
    for _ in range(9):
        typist.press("Tab")
        seen.append(bench.window.focusWidget().accessibleName())
    assert seen == [
        "Type of incident",
        "Priority",
        "Place",
        "Landmark",
        "Reporter",
        "Call-back number",
        "Victims",
        "Trapped",
        "Narrative",
    ]


def test_the_form_says_whose_it_is(bench: Bench) -> None:
    typist, call_id = ring_and_type(bench)
    assert "0812-5550-1234" in bench.form._whose.text()
    typist.press("Ctrl+Return")
    assert "0001" in bench.form._whose.text()
    bench.line.caller_hangs_up(call_id)
    assert bench.form.one_line.hasFocus()


def test_a_wrapped_line_gives_back_the_height_that_it_needed_in_a_narrow_column(qtbot: QtBot) -> None:
    line = WrappedLabel()
    qtbot.addWidget(line)
    line.resize(90, 30)
    line.say("PSC 119 is on the line, the caller waits. Ctrl+F11 connects them, F12 ends it.")
    narrow = line.minimumHeight()
    line.show()
    line.resize(900, 30)
    assert 0 < line.minimumHeight() < narrow / 2

"""Charts say every cell in words, walk by arrows, and never hide a count behind a colour."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication
from support.typist import open_window

from calltaker.charts.chart_view import ChartView
from calltaker.charts.day_bars import Bar, DayBars
from calltaker.charts.heat_map import HeatMap, short_count, step_of, step_ranges
from calltaker.charts.ink import PAPER, ink_for, text_on
from calltaker.charts.output import pdf_bytes, png_bytes
from calltaker.charts.threshold_bars import Threshold, ThresholdBars
from calltaker.theme.live import theme
from calltaker.theme.tokens import MIN_EDGE_CONTRAST, MIN_TEXT_CONTRAST, THEMES, contrast

INDONESIAN = QLocale(QLocale.Language.Indonesian)
INKS = {name: ink_for(tokens) for name, tokens in THEMES.items()} | {"paper": PAPER}
ALL_INKS = pytest.mark.parametrize("ink", INKS.values(), ids=INKS)


def week(values: tuple[tuple[int, ...], ...] | None = None) -> HeatMap:
    values = values or tuple(tuple(row * 24 + column for column in range(24)) for row in range(7))
    return HeatMap(
        title="Iseng per jam",
        locale=INDONESIAN,
        row_names=("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"),
        column_names=tuple(f"{hour:02}" for hour in range(24)),
        values=values,
        words=tuple(
            tuple(f"hari {row} jam {column}: {count}" for column, count in enumerate(counts))
            for row, counts in enumerate(values)
        ),
        total_name="Jumlah",
    )


def bars(days: int) -> DayBars:
    made = tuple(Bar(label=f"{n} Nov", parts=(1, 2, 3, n % 5), words=f"hari {n}") for n in range(days))
    return DayBars(title="Per hari", locale=INDONESIAN, part_names=("Nyata", "Iseng", "Senyap", "Lain"), bars=made)


def standards() -> ThresholdBars:
    made = tuple(
        Threshold(name=f"Dalam {s} s", share=share, target=0.9, verdict="91,0 % ✓", words=f"dalam {s}")
        for s, share in ((10, 0.91), (15, 0.5), (20, None))
    )
    return ThresholdBars(title="Waktu jawab", bars=made)


# --- colours ------------------------------------------------------------------------------------------------------------
@ALL_INKS
def test_every_count_is_readable_on_its_step(ink):
    for step in ink.steps[1:]:
        assert contrast(text_on(step), step) >= MIN_TEXT_CONTRAST
    for words in (ink.text, ink.dim, ink.met, ink.missed):
        assert contrast(words, ink.paper) >= MIN_TEXT_CONTRAST


@ALL_INKS
def test_the_cursor_is_seen_on_every_step(ink):
    for step in ink.steps:
        assert max(contrast(ink.cursor, step), contrast(ink.paper, step)) >= MIN_EDGE_CONTRAST


@ALL_INKS
def test_steps_only_grow_away_from_the_ground(ink):
    away = [contrast(ink.paper, step) for step in ink.steps]
    assert all(before < after for before, after in pairwise(away))


@given(count=st.integers(0, 10_000), most=st.integers(1, 10_000))
def test_more_calls_never_look_like_fewer(count, most):
    count = min(count, most)
    assert 0 <= step_of(count, most, 6) <= 5
    assert (step_of(count, most, 6) == 0) == (count == 0)
    if count:
        assert step_of(count - 1, most, 6) <= step_of(count, most, 6)


@given(most=st.integers(1, 5_000))
def test_the_legend_names_every_count_once(most):
    ranges = step_ranges(most, 6)
    named = [count for first, last in ranges for count in range(first, last + 1)]
    assert named == list(range(most + 1))
    for first, last in ranges:
        assert step_of(first, most, 6) == step_of(last, most, 6)


def test_large_counts_stay_short():
    assert [short_count(count, INDONESIAN) for count in (0, 999, 1000, 1234, 9949, 9950, 123_456)] == [
        "0", "999", "1,0k", "1,2k", "9,9k", "10k", "123k",
    ]  # fmt: skip


# --- cursor and words -----------------------------------------------------------------------------------------------------
@pytest.fixture
def view(qapp, qtbot):
    theme.apply("night")
    made = ChartView("Kosong")
    qtbot.addWidget(made)
    return made


def test_arrows_walk_every_cell_and_stop_at_the_edges(view):
    view.set_chart(week())
    hands = open_window(view, 1200, 400)
    heard: list[str] = []
    view.words_changed.connect(heard.append)
    hands.press("Left", "Up")
    assert view.cursor_cell == (0, 0)
    for row in range(7):
        for column in range(24):
            assert view.cursor_cell == (row, column)
            assert view.accessibleDescription() == view.words == f"hari {row} jam {column}: {row * 24 + column}"
            hands.press("Right")
        hands.press("Home", "Down")
    hands.press("End")
    assert view.cursor_cell == (6, 23)
    assert heard[-1] == "hari 6 jam 23: 167"


def test_the_cursor_stays_when_figures_are_renewed_and_shrinks_with_them(view):
    view.set_chart(bars(30))
    hands = open_window(view, 900, 300)
    hands.press("End")
    view.set_chart(bars(30))
    assert view.cursor_cell == (0, 29)
    view.set_chart(bars(7))
    assert view.cursor_cell == (0, 6)
    assert view.words == "hari 6"


def test_rows_of_one_column_go_to_the_ends(view):
    view.set_chart(standards())
    hands = open_window(view, 500, 300)
    hands.press("End")
    assert view.words == "dalam 20"
    hands.press("Home")
    assert view.words == "dalam 10"


def test_an_empty_chart_says_so_and_lets_keys_pass(view):
    open_window(view, 500, 300).press("Left", "End", "Return")
    assert view.words == "Kosong"
    view.set_chart(bars(0))
    open_window(view, 500, 300).press("Right")
    assert view.words == "Kosong"


def test_enter_chooses_the_cell(view, qtbot):
    view.set_chart(week())
    hands = open_window(view, 1200, 400)
    with qtbot.waitSignal(view.cell_chosen) as chosen:
        hands.press("Down", "Right", "Return")
    assert chosen.args == [1, 1]


# --- painting -------------------------------------------------------------------------------------------------------------
CHARTS = {
    "week": week(),
    "quiet week": week(((0,) * 24,) * 7),
    "busy week": week(((99_999,) * 24,) * 7),
    "one day": bars(1),
    "month": bars(30),
    "year": bars(366),
    "standards": standards(),
}


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
@pytest.mark.parametrize("name", THEMES)
def test_every_chart_paints_at_any_size(qapp, chart, name):
    theme.apply(name)
    for width, height in ((40, 30), (936, 300), (3000, 1500)):
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.magenta)
        painter = QPainter(image)
        painter.setFont(QApplication.font())
        chart.paint(painter, QRectF(0, 0, width, height), INKS[name], (0, 0))
        painter.end()


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_cells_lie_inside_and_apart(qapp, chart):
    theme.apply("night")
    metrics = QFontMetricsF(QApplication.font())
    least = chart.least_size(metrics)
    area = QRectF(10, 10, least.width() + 20, least.height() + 20)
    rows, columns = chart.shape
    rects = [chart.cell_rect(area, metrics, (row, column)) for row in range(rows) for column in range(columns)]
    assert all(area.adjusted(-1, -1, 1, 1).contains(rect) for rect in rects)
    for before, after in pairwise(rects):
        assert not before.adjusted(0.01, 0.01, -0.01, -0.01).intersects(after.adjusted(0.01, 0.01, -0.01, -0.01))


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_the_same_painter_makes_files(qapp, chart):
    theme.apply("night")
    png = png_bytes(chart, QSize(1200, 500), QApplication.font())
    assert QImage.fromData(png).size() == QSize(1200, 500)
    pdf = pdf_bytes(chart, QApplication.font())
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") == 1

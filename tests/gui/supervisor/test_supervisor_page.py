"""The page shows what the log says, all by keyboard, at every size, with nothing and with much to show."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QDateEdit, QLabel, QLineEdit, QVBoxLayout, QWidget
from support.invented_month import END_US, OFFSET
from support.log_factory import fill
from support.typist import open_window

from calltaker.domain.period import period_of
from calltaker.theme.live import theme
from calltaker.theme.tokens import SMALL_PT
from calltaker.views.supervisor.phrases import count_text, locale_of, percent_text

TODAY = date(2026, 11, 14)
ID = locale_of("id")


def counts_of(page, kind):
    period = period_of(kind, TODAY)
    return page.counts(period.start_us(OFFSET), period.end_us(OFFSET))


def is_shown(widget: QWidget) -> bool:
    return widget.isVisible() and widget.width() > 0


def settle() -> None:
    """Let layouts that changed with the texts come to rest."""
    for _ in range(5):
        QApplication.processEvents()


# --- figures ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("keys", "kind"), [((), "today"), (("Right",), "week"), (("Right", "Right"), "month_30")])
def test_tiles_say_what_a_plain_count_says(page, keys, kind):
    page.hands.press("Alt+P", *keys)
    counts, tiles = counts_of(page, kind), page.widget.tiles
    calls, pranks, ghosts, real = counts.everything()
    assert tiles.rang.figure == count_text(ID, calls)
    assert tiles.pranks.figure == percent_text(ID, (pranks + ghosts) / calls)
    assert f"{count_text(ID, pranks + ghosts)} of {count_text(ID, calls)} calls that rang, tests excluded" in (
        tiles.pranks.accessibleName()
    )
    assert tiles.real.figure == count_text(ID, real)
    assert tiles.answered.figure == percent_text(ID, counts.within(10) / calls)
    assert tiles.abandoned.figure == count_text(ID, counts.abandoned())
    assert tiles.refused.figure == count_text(ID, counts.refused())


def test_heat_map_days_numbers_and_standards_add_up_to_the_tiles(page):
    page.widget.period_bar.kind_chosen.emit("month_30")
    counts = counts_of(page, "month_30")
    calls, pranks, ghosts, real = counts.everything()
    week = page.widget.hours.view.chart
    assert sum(map(sum, week.values)) == pranks + ghosts
    page.widget.hours.set_measure("calls")
    assert sum(map(sum, page.widget.hours.view.chart.values)) == calls
    days = page.widget.days.view.chart
    assert [sum(bar.parts[part] for bar in days.bars) for part in range(4)] == [
        real,
        pranks,
        ghosts,
        calls - real - pranks - ghosts,
    ]
    by_number = counts.by_number()
    for row in page.widget.numbers.model.rows:
        assert (row.calls, row.pranks, row.ghosts, row.real) == by_number[row.number]
    shares = [bar.share for bar in page.widget.answers.view.chart.bars]
    assert shares == [counts.within(seconds) / calls for seconds in (10, 15, 20)]
    words = page.widget.answers.view.chart.bars[1].words
    assert f"{count_text(ID, counts.within(15))} of {count_text(ID, calls)} calls that rang, tests excluded" in words
    assert "NENA-STA-020" in words


def test_a_prank_number_with_a_real_call_cannot_be_missed(page):
    page.widget.period_bar.kind_chosen.emit("month_30")
    rows = page.widget.numbers.model.rows
    place = next(place for place, row in enumerate(rows) if row.pranks and row.real)
    cell = page.widget.numbers.model.index(place, 4)
    assert cell.data().startswith("▲ ")
    assert "calls in earnest" in cell.data(Qt.ItemDataRole.AccessibleTextRole)
    said = [label.text() for label in page.widget.numbers.findChildren(QLabel) if "called in earnest" in label.text()]
    assert len(said) == 1


def test_missed_calls_stand_until_somebody_called_back(page):
    page.widget.period_bar.kind_chosen.emit("month_30")
    shown = {row.call_id for row in page.widget.missed.model.rows}
    never = (
        "SELECT r.subject FROM event r WHERE r.kind = 'call.ringing' AND json_extract(r.payload, '$.number') <> '' "
        "AND NOT EXISTS (SELECT 1 FROM event a WHERE a.subject = r.subject "
        "AND a.kind IN ('call.answered', 'call.outcome_set')) "
        "AND NOT EXISTS (SELECT 1 FROM event d WHERE d.kind = 'call.dialed' AND d.at_us > r.at_us "
        "AND json_extract(d.payload, '$.number') = json_extract(r.payload, '$.number'))"
    )
    never_called = {row[0] for row in page.connection.exec_driver_sql(never)}
    assert shown
    assert {row.call_id for row in page.widget.missed.model.rows if not row.was_refused} <= never_called
    newest_first = [row.call_id for row in page.widget.missed.model.rows]
    assert newest_first == sorted(newest_first, reverse=True)


# --- days by keyboard -----------------------------------------------------------------------------------------------------
def test_periods_are_walked_by_keys(page):
    page.hands.press("Alt+P", "Right", "Right", "Right")
    text = page.widget.period_bar.findChildren(QLabel)[0].text()
    assert text == "November 2026"
    page.hands.press("Alt+Left")
    assert page.widget.period_bar.findChildren(QLabel)[0].text() == "Oktober 2026"
    page.hands.press("Alt+Right", "Alt+Right", "Alt+Right")
    assert page.widget.period_bar.findChildren(QLabel)[0].text() == "November 2026"


def test_any_days_can_be_typed(page):
    page.hands.press("Alt+P", *["Right"] * 4, "Tab")
    first = page.focused()
    assert isinstance(first, QDateEdit)
    page.hands.type("08112026")
    page.hands.press("Return")
    expected = page.counts(END_US - 7 * 86_400_000_000, END_US).everything()[0]
    assert page.widget.tiles.rang.figure == count_text(ID, expected)


def test_days_that_make_no_period_are_marked_and_the_figures_stay(page):
    page.hands.press("Alt+P", *["Right"] * 4, "Tab")
    before = page.widget.tiles.rang.figure
    page.hands.type("20112026")
    page.hands.press("Return")
    edits = page.widget.period_bar.findChildren(QDateEdit)
    assert [edit.property("invalid") for edit in edits] == [True, True]
    assert page.widget.tiles.rang.figure == before
    page.hands.press("Shift+Tab", "Shift+Tab")  # from the year back to the day
    page.hands.type("10112026")
    page.hands.press("Return")
    assert [edit.property("invalid") for edit in edits] == [False, False]


def test_every_panel_is_one_key_away(page):
    widget = page.widget
    places = {
        "Alt+5": widget.hours.view,
        "Alt+6": widget.numbers.table,
        "Alt+7": widget.days.view,
        "Alt+8": widget.answers.view,
        "Alt+9": widget.missed.table,
    }
    for key, place in places.items():
        page.hands.press(key)
        assert page.focused() is place
        assert not place.visibleRegion().isEmpty()
    page.hands.press("Alt+E")
    assert isinstance(page.focused(), QComboBox)


def test_keys_of_the_page_work_from_elsewhere_while_it_is_shown(page, qtbot):
    """A focus left in the command line must not make the page's keys dead; nor may they act while another page is shown."""
    window, outside = QWidget(), QLineEdit()
    qtbot.addWidget(window)
    row = QVBoxLayout(window)
    row.addWidget(outside)
    row.addWidget(page.widget)
    hands = open_window(window, 1366, 700)
    outside.setFocus()
    hands.press("Alt+5")
    assert page.focused() is page.widget.hours.view
    page.widget.hide()
    outside.setFocus()
    hands.press("Alt+5")
    assert page.focused() is outside
    page.widget.show()
    assert page.widget.isAncestorOf(page.focused()), "who turns to the page stands in it"
    page.widget.setParent(None)


def test_tab_reaches_everything_and_comes_round(page):
    page.hands.press("Alt+P")
    start, seen = page.focused(), []
    for _ in range(40):
        page.hands.press("Tab")
        seen.append(page.focused())
        if page.focused() is start:
            break
    assert seen[-1] is start
    widget = page.widget
    expected = {widget.hours.view, widget.numbers.table, widget.days.view, widget.answers.view, widget.missed.table}
    assert expected <= set(seen)


def test_the_words_of_the_cell_stand_under_the_map(page):
    page.hands.press("Alt+5", "Down", *["Right"] * 10)
    view = page.widget.hours.view
    assert view.cursor_cell == (1, 10)
    assert view.words.startswith("Selasa 10:00–10:59: ")
    assert any(label.text() == view.words for label in page.widget.hours.findChildren(QLabel))


# --- fresh and stale --------------------------------------------------------------------------------------------------------
def test_nothing_waits_while_the_log_is_read(open_page, month_url):
    bench = open_page(month_url)
    bench.worker.hold()
    bench.hands.press("Alt+P", "Right", "Alt+5", "Right")
    assert bench.widget.hours.view.hasFocus()
    bench.worker.release()
    assert bench.widget.tiles.rang.figure != "—"


def test_only_the_last_period_asked_for_is_shown(page):
    page.worker.hold()
    for kind in ("month_30", "today"):
        page.widget.period_bar.kind_chosen.emit(kind)
    page.worker.release(last_first=True)
    assert page.widget.tiles.rang.figure == count_text(ID, counts_of(page, "today").everything()[0])


def test_new_calls_make_the_page_read_again_while_it_is_seen(page):
    page.worker.asked.clear()
    page.line.ring("+6281255500001")
    assert page.worker.asked == []
    page.widget.period_bar.refresh_requested.emit()
    assert len(page.worker.asked) == 6


def test_a_hidden_page_reads_nothing(page):
    page.widget.hide()
    page.worker.asked.clear()
    page.line.ring("+6281255500001")
    assert page.worker.asked == []
    page.widget.show()
    assert len(page.worker.asked) == 6


def test_figures_that_could_not_be_renewed_are_called_old(page):
    before = page.widget.tiles.rang.figure
    page.worker.problem = "Basis data tidak menjawab."
    page.hands.press("Alt+R")
    pill = next(label for label in page.widget.period_bar.findChildren(QLabel) if label.objectName() == "pill")
    assert "Basis data tidak menjawab." in pill.text()
    assert pill.property("level") == "warning"
    assert page.widget.tiles.rang.figure == before
    page.worker.problem = ""
    page.hands.press("Alt+R")
    assert "12:00:00" in pill.text()


# --- little and much ----------------------------------------------------------------------------------------------------------
def test_an_empty_log_is_said_in_words(open_page, empty_url):
    page = open_page(empty_url).widget
    for tile in (page.tiles.rang, page.tiles.pranks, page.tiles.real, page.tiles.answered, page.tiles.abandoned):
        assert tile.accessibleName().endswith("No call rang in these days")
    assert page.tiles.refused.figure == "0"
    assert page.answers.view.words == "No calls in these days"
    assert page.numbers.model.rowCount() == page.missed.model.rowCount() == 0


def test_one_call_is_one_call(open_page, empty_url):
    fill(empty_url, 1, days=1, end_us=END_US, seed=3)
    bench = open_page(empty_url)
    assert bench.widget.tiles.rang.figure == "1"
    assert sum(bar.total for bar in bench.widget.days.view.chart.bars) == 1


def test_shares_never_round_to_all_or_nothing():
    assert percent_text(ID, 1 / 100_000) == "<\u00a00,1\u00a0%"
    assert percent_text(ID, 99_999 / 100_000) == ">\u00a099,9\u00a0%"
    assert [percent_text(ID, share) for share in (0.0, 1.0, 0.9134, None)] == ["0,0\u00a0%", "100,0\u00a0%", "91,3\u00a0%", "—"]


# --- ergonomics ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("size", [(1366, 640), (1920, 950)], ids=["1366", "1920"])
@pytest.mark.parametrize("name", ["night", "day"])
def test_nothing_is_clipped_small_or_nameless(open_page, month_url, size, name):
    bench = open_page(month_url, *size)
    theme.apply(name)
    bench.widget.period_bar.kind_chosen.emit("month_30")
    settle()
    assert bench.widget.minimumSizeHint().width() <= size[0]
    for widget in bench.widget.findChildren(QWidget):
        if not is_shown(widget) or isinstance(widget.parent(), (QAbstractSpinBox, QComboBox)):
            continue
        if isinstance(widget, QLabel) and widget.text():
            assert widget.font().pointSizeF() >= SMALL_PT, widget.text()
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            assert widget.height() + 1 >= needed, widget.text()
            if not widget.wordWrap():
                assert widget.width() + 1 >= widget.sizeHint().width(), widget.text()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QLineEdit):
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget
            assert widget.height() >= 32, widget


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("kind", ["today", "month_30"])
def test_the_page_is_whole_on_a_large_screen(open_page, month_url, language, kind):
    """1920×1080 less what stands round the page: nothing needs scrolling, also when a file was made."""
    bench = open_page(month_url, 1908, 880, language=language)
    bench.widget.period_bar.kind_chosen.emit(kind)
    bench.widget.files.show_file("/srv/112/exports/statistik-2026-11-01-2026-11-30.xlsx")
    settle()
    assert bench.widget._scroll.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", [(1366, 640), (1920, 950)], ids=["1366", "1920"])
def test_table_cells_hold_their_words(open_page, month_url, size):
    bench = open_page(month_url, *size)
    bench.widget.period_bar.kind_chosen.emit("month_30")
    for table in (bench.widget.numbers.table, bench.widget.missed.table):
        for column in range(table.model().columnCount()):
            assert table.columnWidth(column) >= table.sizeHintForColumn(column) - 1, (table.accessibleName(), column)


def test_calls_that_ring_move_no_focus(page):
    page.hands.press("Alt+E", "Tab")
    before = page.focused()
    for place in range(20):
        page.line.ring(f"+62812555{place:05}")
    assert page.focused() is before


def test_midnight_makes_today_another_day(qtbot, month_url, tmp_path):
    from support.fake_desk import FakeLine, FakeWorker, fake_settings

    from calltaker.desk.statistics import StatisticsController
    from db.reader import open_reader

    now = [END_US - 1_000_000]
    connection = open_reader(month_url)
    controller = StatisticsController(FakeWorker(connection), FakeLine(), fake_settings(tmp_path).centre, clock=lambda: now[0])
    controller.refresh()
    assert controller.period.first == TODAY
    now[0] = END_US + 1_000_000
    controller.refresh()
    assert controller.period.first == TODAY + timedelta(days=1)
    controller.step(-1)
    controller.refresh()
    assert controller.period.first == TODAY, "a day that was chosen stays chosen"
    connection.close()

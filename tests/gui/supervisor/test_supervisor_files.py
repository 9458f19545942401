"""Files are put on record first, made by a real child process, and never in silence."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit

from calltaker.desk.exports import ExportDetail
from db import events as log


def choose(page, text: str) -> None:
    page.hands.press("Alt+E")
    box = page.focused()
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText(text))


def make_file(page, qtbot) -> Path:
    """Press the button by keyboard and wait until the file is said to be there."""
    panel = page.widget.files
    panel._make.setFocus()
    page.hands.press("Space")
    qtbot.waitUntil(lambda: "Written" in panel.result_text or "No file" in panel.result_text, timeout=60_000)
    assert "✓ Written: " in panel.result_text
    return Path(panel.result_text.removeprefix("✓ Written: "))


def exported(page) -> list[ExportDetail]:
    changes: list[log.SeatChanged] = page.line.payloads("seat.changed")
    return [msgspec.json.decode(change.detail, type=ExportDetail) for change in changes if change.what == "exported"]


def test_statistics_become_a_file_that_equals_the_page(page, qtbot):
    page.widget.period_bar.kind_chosen.emit("month_30")
    choose(page, "Statistics, CSV")
    file = make_file(page, qtbot)
    assert file.parent == page.desk.settings.exports_dir
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = [row for row in csv.reader(opened, delimiter=";") if row]
    rang = next(row for row in rows if row[0] == "Berdering")
    assert rang[1] == page.widget.tiles.rang.figure.replace(".", "")
    (detail,) = exported(page)
    assert (detail.what, detail.format, detail.first, detail.last) == ("statistics", "csv", "2026-10-16", "2026-11-14")
    assert (detail.file, detail.reason) == (file.name, "")


def test_full_numbers_ask_why_and_the_reason_is_on_record(page, qtbot):
    choose(page, "Every call, CSV")
    page.hands.press("Tab", "Down")
    page.widget.files._make.setFocus()
    page.hands.press("Space")
    reason = page.focused()
    assert isinstance(reason, QLineEdit)
    assert reason.property("invalid") is True
    assert exported(page) == []
    page.hands.type("permintaan tertulis polisi")
    page.hands.press("Return")
    qtbot.waitUntil(lambda: "Written" in page.widget.files.result_text, timeout=60_000)
    (detail,) = exported(page)
    assert detail.reason == "permintaan tertulis polisi"
    file = page.desk.settings.exports_dir / detail.file
    assert re.search(r"0812-55\d{2}-\d{4}", file.read_text(encoding="utf-8-sig"))


@pytest.mark.parametrize(("text", "start"), [("Hours of the week, PDF page", b"%PDF"), ("Days, PNG picture", b"\x89PNG")])
def test_charts_become_pictures(page, qtbot, text, start):
    choose(page, text)
    assert make_file(page, qtbot).read_bytes().startswith(start)
    assert len(exported(page)) == 1


def test_without_a_record_there_is_no_file(page, qtbot):
    page.line.refuse("journal_full")
    choose(page, "Statistics, CSV")
    page.widget.files._make.setFocus()
    page.hands.press("Space")
    assert "✕ No file was made" in page.widget.files.result_text
    assert page.widget.files._make.isEnabled()
    assert not page.desk.settings.exports_dir.exists()


def test_what_the_child_says_is_shown(page, qtbot):
    page.desk.settings.exports_dir.parent.mkdir(exist_ok=True)
    page.desk.settings.exports_dir.write_text("a file where the folder should be")
    choose(page, "Statistics, XLSX")
    page.widget.files._make.setFocus()
    page.hands.press("Space")
    qtbot.waitUntil(lambda: "No file" in page.widget.files.result_text, timeout=60_000)
    assert "cannot write in" in page.widget.files.result_text
    assert page.widget.files._make.isEnabled()

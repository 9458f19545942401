"""The child process as it is started: files equal plain counts, numbers are masked, errors are one line of JSON."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.invented_month import MONTH, OFFSET, WEEK
from support.plain_counts import PlainCounts

from calltaker.reports.statistics import statistics_tables
from db.reader import open_reader
from tests.reports.run_report import read_csv, read_xlsx, run_report, section

DAYS = ("--start", "2026-10-16", "--end", "2026-11-14")
FULL_NUMBER = re.compile(r"0812-?5\d{2}")


def counts_of(url: str) -> PlainCounts:
    return PlainCounts(open_reader(url), MONTH.start_us(OFFSET), MONTH.end_us(OFFSET), OFFSET)


def test_statistics_csv_equals_plain_counts(month_url: str, tmp_path: Path) -> None:
    file = tmp_path / "s.csv"
    code, lines, errors = run_report("statistics", "--database", month_url, *DAYS, "--out", file)
    assert (code, errors, lines[-1]["file"]) == (0, "", str(file))
    rows, counts = read_csv(file), counts_of(month_url)
    calls, pranks, ghosts, real = counts.everything()
    summary = {row[0]: row[1:] for row in section(rows, "Statistik panggilan 2026-10-16 s.d. 2026-11-14")[1:]}
    assert summary["Berdering"][0] == str(calls)
    expected = {
        "Dijawab": counts.answered(),
        "Dijawab dalam 10 detik": counts.within(10),
        "Dijawab dalam 15 detik": counts.within(15),
        "Ditutup penelepon sebelum dijawab": counts.abandoned(),
        "Iseng": pranks,
        "Senyap": ghosts,
        "Nyata": real,
    }
    for name, count in expected.items():
        assert summary[name][:2] == [str(count), str(calls)]
        assert summary[name][2] == f"{count / calls * 100:.1f}".replace(".", ",")
    assert summary["Ditolak, semua saluran sibuk"][0] == str(counts.refused())
    hours = section(rows, "Panggilan menurut jam dalam minggu")[1:]
    assert len(hours) == 168
    assert [sum(int(row[column]) for row in hours) for column in (2, 3, 4)] == [calls, pranks, ghosts]
    assert len(section(rows, "Panggilan per hari")[1:]) == 30
    numbers = section(rows, "Panggilan per nomor, terbanyak iseng di atas")[1:]
    assert sum(int(row[1]) for row in numbers) == calls
    assert not FULL_NUMBER.search(file.read_text(encoding="utf-8-sig"))


def test_statistics_xlsx_holds_the_same_figures(month_url: str, tmp_path: Path) -> None:
    file = tmp_path / "s.xlsx"
    code, _lines, _errors = run_report(
        "statistics", "--database", month_url, *DAYS, "--format", "xlsx", "--language", "en", "--out", file
    )
    assert code == 0
    sheets = read_xlsx(file)
    assert list(sheets) == ["Summary", "By hour", "By day", "By number"]
    calls, pranks, ghosts, real = counts_of(month_url).everything()
    days = [row for row in sheets["By day"] if row and re.match(r"\d{4}-", str(row[0]))]
    assert [sum(row[column] for row in days) for column in (1, 5, 6, 7)] == [calls, pranks, ghosts, real]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_every_call_is_a_row(month_url: str, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"c.{form}"
    code, lines, _errors = run_report("calls", "--database", month_url, *DAYS, "--format", form, "--out", file)
    assert code == 0
    expected = counts_of(month_url).calls_of_any_kind()
    assert {line["total"] for line in lines if "total" in line} == {expected}
    assert [line["done"] for line in lines if "done" in line][-1] == expected
    rows = read_csv(file)[1:] if form == "csv" else [row for row in read_xlsx(file)["Panggilan"] if len(row) > 5][1:]
    assert len({row[0] for row in rows}) == len(rows) == expected
    assert not any(FULL_NUMBER.search(str(row)) for row in rows)


def test_full_numbers_need_a_reason(month_url: str, tmp_path: Path) -> None:
    file = tmp_path / "c.csv"
    asked = ("calls", "--database", month_url, *DAYS, "--out", file, "--unmasked")
    code, lines, errors = run_report(*asked, "--reason", "  ")
    assert (code, lines) == (1, [{"error": "full numbers need a reason (--reason)"}])
    assert errors.count("\n") == 1
    assert not file.exists()
    assert run_report(*asked, "--reason", "permintaan polisi")[0] == 0
    assert FULL_NUMBER.search(file.read_text(encoding="utf-8-sig"))


def test_a_file_over_several_tables_shows_one_moment(month_url: str) -> None:
    """The tables of one report are read inside one transaction: nothing that is committed meanwhile tears them apart."""
    from calltaker.reports.order import Order

    order = Order(period=WEEK, utc_offset_minutes=OFFSET, answer_within_s=10, language="id", reason="")
    with open_reader(month_url) as connection:
        tables = statistics_tables(connection, order)
    rang = next(iter(tables[0].rows))[1]
    assert sum(row[1] for row in tables[2].rows) == sum(row[2] for row in tables[1].rows) == rang


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--database", "sqlite:////nowhere/none.sqlite3", *DAYS), "cannot"),
        (("--database", "sqlite://", "--start", "2026-02-02", "--end", "2026-02-01"), "before the first day"),
        (("--database", "sqlite://", "--start", "2020-01-01", "--end", "2026-02-01"), "more than 366"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    code, lines, errors = run_report("statistics", *arguments, "--out", tmp_path / "x.csv")
    assert code == 1
    assert len(lines) == 1
    assert words in lines[0]["error"]
    assert errors.strip() == lines[0]["error"]
    assert list(tmp_path.iterdir()) == []


def test_the_address_of_the_log_need_not_stand_in_the_arguments(month_url: str, tmp_path: Path) -> None:
    code, _lines, _errors = run_report("statistics", *DAYS, "--out", tmp_path / "s.csv", CALLTAKER_REPORT_DATABASE=month_url)
    assert code == 0


def test_bytes_are_saved_as_they_are(tmp_path: Path) -> None:
    code, lines, _errors = run_report("save", "--out", tmp_path / "p.png", standard_input=b"\x89PNG\x00\xff")
    assert (code, lines[-1]["bytes"]) == (0, 6)
    assert (tmp_path / "p.png").read_bytes() == b"\x89PNG\x00\xff"

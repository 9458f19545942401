"""Files are whole or not there; no cell is ever run as a formula."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calltaker.reports.csv_file import FORMULA_STARTS, cell_text, write_csv
from calltaker.reports.errors import ReportError
from calltaker.reports.files import write_whole
from calltaker.reports.tables import Table
from calltaker.reports.xlsx_file import write_xlsx
from tests.reports.run_report import read_csv, read_xlsx

NASTY = ("=1+1", "+62812", "-3", "@SUM(A1)", "\t=1", "\rx", "normal", 'a;b"c', "ulang\nbaris", "🙂 Ñ", "")


def nasty_table() -> Table:
    return Table(name="Sheet", title="=TITLE()", columns=("=a", "b"), rows=[(text, 7) for text in NASTY])


def test_a_file_replaces_the_old_one_in_one_step(tmp_path: Path) -> None:
    target = tmp_path / "new folder" / "file.csv"
    for content in (b"first", b"second, longer"):
        written = write_whole(target, lambda part, content=content: part.write_bytes(content) and None)
        assert target.read_bytes() == content
        assert (written.bytes, written.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert [path.name for path in target.parent.iterdir()] == ["file.csv"]


@pytest.mark.parametrize("problem", [OSError(28, "No space left on device"), ReportError("too many rows")])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, problem: Exception) -> None:
    target = tmp_path / "file.csv"
    target.write_text("old")

    def fill(part: Path) -> None:
        part.write_text("half")
        raise problem

    with pytest.raises(ReportError, match=r"No space left on device|too many rows"):
        write_whole(target, fill)
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["file.csv"]


def test_a_folder_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(ReportError, match="cannot write in") as caught:
        write_whole(tmp_path / "file" / "x.csv", lambda part: part.touch())
    assert "\n" not in str(caught.value)


def test_csv_reads_back_and_runs_nothing(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    write_csv(file, [nasty_table()], "id")
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = read_csv(file)
    assert rows[0] == ["'=a", "b"]
    for row, text in zip(rows[1:], NASTY, strict=True):
        assert row[0].removeprefix("'") == text
        assert not row[0].startswith(FORMULA_STARTS)
        assert row[1] == "7"


@given(st.text())
def test_no_text_becomes_a_formula(text: str) -> None:
    cell = cell_text(text, "id")
    assert not cell.startswith(FORMULA_STARTS)
    assert cell in {text, "'" + text}


def test_numbers_follow_the_language() -> None:
    assert [cell_text(-2.5, language) for language in ("id", "en")] == ["-2,5", "-2.5"]
    assert cell_text(None, "id") == ""


def test_tables_stand_under_one_another(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    write_csv(file, [nasty_table(), Table(name="B", title="Kedua", columns=("x",), rows=[], notes=("satu",))], "en")
    rows = read_csv(file, ",")
    assert rows[0] == ["'=TITLE()"]
    assert rows[-4:] == [[], ["Kedua"], ["satu"], ["x"]]


def test_xlsx_reads_back_and_runs_nothing(tmp_path: Path) -> None:
    file = tmp_path / "t.xlsx"
    write_xlsx(file, [nasty_table(), Table(name="Empty", title="T", columns=("x",), rows=[])])
    sheets = read_xlsx(file)
    assert list(sheets) == ["Sheet", "Empty"]
    texts = [row[0] for row in sheets["Sheet"][2:] if row]
    assert [text for text in texts if text] == [text for text in NASTY if text]
    assert sheets["Sheet"][2][1] == 7


def test_text_longer_than_a_cell_is_cut_not_lost(tmp_path: Path) -> None:
    file = tmp_path / "t.xlsx"
    write_xlsx(file, [Table(name="A", title="T", columns=("x",), rows=[("y" * 40_000,)])])
    assert read_xlsx(file)["A"][-1] == ["y" * 32_767]


def test_more_rows_than_a_sheet_holds_are_refused_before_the_file_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("calltaker.reports.xlsx_file.MAX_ROWS", 10)
    table = Table(name="A", title="T", columns=("x",), rows=((n,) for n in range(20)))
    with pytest.raises(ReportError, match="more rows"):
        write_whole(tmp_path / "t.xlsx", lambda part: write_xlsx(part, [table]))
    assert list(tmp_path.iterdir()) == []

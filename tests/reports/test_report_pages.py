"""The sheet for an agency and the list of keys: always exactly one page, the words as they are."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calltaker.actions import ACTIONS
from calltaker.reports import pdf
from calltaker.reports.sheets import Sheet, english_keys, write_sheet
from tests.reports.run_report import run_report

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="Debian package poppler-utils")
LINES = [
    ("No", "9999-112-261114-0042"),
    ("Jenis", "P1 ■ Kebakaran rumah"),
    ("Lokasi", "Jl. Contoh Raya 12 RT 05/02, dekat masjid <b>Umpama</b> & pasar"),
    ("Pelapor", "Ibu Sari · 0812-5550-1234"),
]


def pages_of(file: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", file.read_bytes()))


def text_of(file: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def written(tmp_path: Path, sheet: Sheet) -> Path:
    file = tmp_path / "sheet.pdf"
    write_sheet(file, sheet, "id")
    return file


@needs_poppler
def test_a_sheet_says_what_the_screen_says(tmp_path: Path) -> None:
    file = tmp_path / "s.pdf"
    words = msgspec.json.encode(Sheet(title="112 KOTA CONTOH", lines=LINES, footer="Dicetak 14.32 WIB"))
    code, lines, _errors = run_report("incident-sheet", "--json", "-", "--out", file, standard_input=words)
    assert (code, lines[-1]["file"]) == (0, str(file))
    text = text_of(file)
    for label, value in LINES:
        assert label in text
        assert value in text
    assert "Dicetak 14.32 WIB" in text
    assert pages_of(file) == 1


@needs_poppler
def test_long_words_wrap_and_are_cut_only_when_no_page_holds_them(tmp_path: Path) -> None:
    story = " ".join(f"kata{n}" for n in range(600))
    text = text_of(written(tmp_path, Sheet(title="T", lines=[*LINES, ("Uraian", story)])))
    assert all(f"kata{n}" in text for n in range(600))
    file = written(tmp_path, Sheet(title="T", lines=[("Uraian", story * 30), *LINES]))
    assert pages_of(file) == 1
    text = text_of(file)
    assert "dipotong: teks lengkap ada di layar" in text
    assert "Ibu Sari" in text, "what comes after the long text is still there"


@settings(max_examples=40, deadline=None)
@given(lines=st.lists(st.tuples(st.text(max_size=60), st.text(max_size=3000)), max_size=90), title=st.text(max_size=300))
def test_whatever_is_written_fits_one_page(tmp_path_factory: pytest.TempPathFactory, lines: list, title: str) -> None:
    file = written(tmp_path_factory.mktemp("pdf"), Sheet(title=title, lines=lines))
    assert pages_of(file) == 1


def test_one_endless_word_does_not_leave_the_page(tmp_path: Path) -> None:
    file = written(tmp_path, Sheet(title="x" * 400, lines=[("y" * 300, "z" * 5000)]))
    assert pages_of(file) == 1
    width = pdf.A4[0]
    streams = re.findall(rb"stream\r?\n(.*?)endstream", file.read_bytes(), re.DOTALL)
    placed = b"".join(zlib.decompress(_ascii85(part)) for part in streams if part.rstrip().endswith(b"~>"))
    assert all(float(x) < width for x in re.findall(rb"1 0 0 1 ([\d.]+) [\d.]+ (?:cm|Tm)", placed))


def _ascii85(part: bytes) -> bytes:
    import base64

    return (
        base64.a85decode(part.strip(), adobe=False)
        if not part.strip().endswith(b"~>")
        else base64.a85decode(b"<~" + part.strip(), adobe=True)
    )


@needs_poppler
def test_the_list_of_keys_names_every_key(tmp_path: Path) -> None:
    file = tmp_path / "keys.pdf"
    assert run_report("cheat-sheet", "--out", file)[0] == 0
    text = text_of(file)
    assert pages_of(file) == 1
    for entry in ACTIONS:
        assert entry.key in text
        assert not entry.key or entry.text in text


def test_the_list_of_keys_takes_the_window_s_words(tmp_path: Path) -> None:
    words = msgspec.json.encode(Sheet(title="Semua tombol", lines=[("Jawab", "F9 · J")]))
    file = tmp_path / "keys.pdf"
    assert run_report("cheat-sheet", "--json", "-", "--out", file, standard_input=words)[0] == 0
    assert len(english_keys().lines) > 30


@pytest.mark.parametrize("words", [b"", b"{", b"[]", b'{"title": 5, "lines": []}', b"\xff\xfe"])
def test_words_that_are_no_sheet_are_refused(tmp_path: Path, words: bytes) -> None:
    code, lines, _errors = run_report("incident-sheet", "--json", "-", "--out", tmp_path / "s.pdf", standard_input=words)
    assert code == 1
    assert lines[0]["error"].startswith("the sheet cannot be read")
    assert list(tmp_path.iterdir()) == []

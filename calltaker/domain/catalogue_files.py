"""Reads tables (CSV: ";" inside a cell, " | " between questions) and TOML files of the catalogue into structs.

A centre edits these files, so every mistake is answered with the file, the line and what is wrong.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


Row = TypeVar("Row")
CodedRow = TypeVar("CodedRow", bound=_Coded)

_YES_NO = {"yes": True, "no": False}
_SEPARATORS = {"co_agencies": ";", "search_words": ";", "keys": ";", "key_questions": " | "}
_FLAGS = frozenset({"frequent", "opens_incident", "ends_call"})


class CatalogueError(ValueError):
    """A file of the catalogue cannot be used; the text names file, line and reason."""


def read_rows(path: Path, struct: type[Row]) -> Iterator[tuple[int, Row]]:
    """Yield line number and struct of each row. Raises `CatalogueError` for the first row that does not fit `struct`."""
    reader = csv.DictReader(read_text(path).splitlines())
    for cells in reader:
        try:
            yield reader.line_num, msgspec.convert(_values(cells), struct, strict=False)
        except ValueError as error:  # msgspec's ValidationError is one
            raise CatalogueError(f"{path.name}, line {reader.line_num}: {error}") from error


def read_by_code(path: Path, struct: type[CodedRow]) -> dict[str, CodedRow]:
    """Return the rows by their code, in the order of the file. Raises `CatalogueError`, also for a code given twice."""
    found: dict[str, CodedRow] = {}
    for line, row in read_rows(path, struct):
        if row.code in found:
            raise CatalogueError(f"{path.name}, line {line}: code {row.code} stands there twice")
        found[row.code] = row
    return found


def read_toml(path: Path, struct: type[Row]) -> Row:
    """Return a TOML file as a struct. Raises `CatalogueError`."""
    text = read_text(path)
    try:
        return msgspec.convert(tomllib.loads(text), struct)
    except ValueError as error:  # TOMLDecodeError and msgspec's ValidationError are both one
        raise CatalogueError(f"{path.name}: {error}") from error


def read_text(path: Path) -> str:
    """Return a file's text. Raises `CatalogueError` when it is away or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{path.name}: {error}") from error


def _values(cells: dict[str | None, str | list[str] | None]) -> dict[str, object]:
    """Return a row's values by heading. The CSV reader puts cells too many under `None` and gives `None` for missing ones."""
    texts = {name: text for name, text in cells.items() if isinstance(name, str) and isinstance(text, str)}
    if len(texts) != len(cells):
        raise ValueError("the row has more or fewer cells than the heading")
    return {name: _cell(name, text) for name, text in texts.items()}


def _cell(name: str, text: str) -> object:
    """Return a cell's value by the kind of its column."""
    if name in _FLAGS:
        if text not in _YES_NO:
            raise ValueError(f"{name} is {text!r}, not yes or no")
        return _YES_NO[text]
    if name in _SEPARATORS:
        return tuple(part.strip() for part in text.split(_SEPARATORS[name]) if part.strip())
    return text.strip()

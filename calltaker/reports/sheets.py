"""Pages that are made of given words: the sheet for an agency and the list of all keys. The words come as JSON from the window,
so that paper and screen cannot differ."""

from __future__ import annotations

from pathlib import Path

import msgspec

from calltaker.actions import ACTIONS
from calltaker.reports.errors import ReportError
from calltaker.reports.pdf import write_page
from calltaker.reports.words import say


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """`lines` = label and words, in the order of the message to the agency (`calltaker.domain.message.sheet_lines`)."""

    title: str
    lines: list[tuple[str, str]]
    footer: str = ""


def read_sheet(data: bytes) -> Sheet:
    """Raises `ReportError` when the JSON is not a sheet."""
    try:
        return msgspec.json.decode(data, type=Sheet)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ReportError(f"the sheet cannot be read: {error}") from error


def english_keys() -> Sheet:
    """Return the list of keys in the source language, for use without a window."""
    lines = [(entry.text, " · ".join(filter(None, (entry.key, entry.verb)))) for entry in ACTIONS if entry.key or entry.verb]
    return Sheet(title=say("keys", "en"), lines=lines)


def write_sheet(part: Path, sheet: Sheet, language: str) -> None:
    """Write the words of an incident."""
    write_page(part, title=sheet.title, rows=sheet.lines, footer=sheet.footer, cut_words=say("page_cut", language))


def write_keys(part: Path, sheet: Sheet, language: str) -> None:
    """Write the list of keys, whose labels are sentences and whose values are short."""
    cut = say("page_cut", language)
    write_page(part, title=sheet.title, rows=sheet.lines, footer=sheet.footer, cut_words=cut, label_share=0.65)

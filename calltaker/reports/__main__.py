"""Makes one report and ends. Standard output has one JSON object a line: `{"done": n, "total": n}` while it works, at the end
`{"file": …, "bytes": …, "sha256": …}` or `{"error": "one sentence"}`; the exit code is 0 or 1 (2: wrong arguments)."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec

from calltaker.domain.catalogue import load_catalogue
from calltaker.domain.period import PeriodError, custom_period
from calltaker.reports import sheets
from calltaker.reports.calls import calls_table
from calltaker.reports.csv_file import write_csv
from calltaker.reports.errors import ReportError
from calltaker.reports.files import Written, write_whole
from calltaker.reports.order import Order
from calltaker.reports.statistics import statistics_tables
from calltaker.reports.tables import Table
from calltaker.reports.xlsx_file import write_xlsx
from db.errors import DatabaseError
from db.reader import open_reader

DATABASE_VARIABLE = "CALLTAKER_REPORT_DATABASE"
"""The address of the log may hold a password, and everybody on the machine can read the arguments of a process."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; errors that a person can do something about are said in one line."""
    asked = _parser().parse_args(arguments)
    try:
        _say(asked.make(asked))
    except (ReportError, PeriodError, DatabaseError) as error:
        _say({"error": str(error)})
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="calltaker.reports", description="Make one report file.")
    verbs = parser.add_subparsers(required=True)
    for name, make in (("statistics", _statistics), ("calls", _calls)):
        verb = verbs.add_parser(name)
        verb.set_defaults(make=make)
        url = os.environ.get(DATABASE_VARIABLE, "")
        verb.add_argument(
            "--database", required=not url, default=url, help=f"SQLAlchemy URL of the log, or {DATABASE_VARIABLE}"
        )
        verb.add_argument("--start", required=True, type=date.fromisoformat, help="first local day, YYYY-MM-DD")
        verb.add_argument("--end", required=True, type=date.fromisoformat, help="last local day, included")
        verb.add_argument("--format", choices=("csv", "xlsx"), default="csv")
        verb.add_argument("--utc-offset-minutes", type=int, default=420)
        verb.add_argument("--answer-within-s", type=int, default=10)
        verb.add_argument("--unmasked", action="store_true", help="full numbers; needs --reason")
        verb.add_argument("--reason", default="")
    for name, make in (("incident-sheet", _sheet), ("cheat-sheet", _keys), ("save", _save)):
        verb = verbs.add_parser(name)
        verb.set_defaults(make=make)
        if name != "save":
            needed = name == "incident-sheet"
            verb.add_argument("--json", choices=("-",), required=needed, help="the words as JSON on standard input")
    for verb in verbs.choices.values():
        verb.add_argument("--out", required=True, type=Path)
        verb.add_argument("--language", choices=("id", "en"), default="id")
    return parser


def _order(asked: argparse.Namespace) -> Order:
    reason = " ".join(asked.reason.split())
    if asked.unmasked and not reason:
        raise ReportError("full numbers need a reason (--reason)")
    return Order(
        period=custom_period(asked.start, asked.end),
        utc_offset_minutes=asked.utc_offset_minutes,
        answer_within_s=asked.answer_within_s,
        language=asked.language,
        reason=reason if asked.unmasked else "",
    )


def _statistics(asked: argparse.Namespace) -> Written:
    order = _order(asked)
    with open_reader(asked.database, statement_timeout_ms=0) as connection:
        return _write_tables(asked, statistics_tables(connection, order))


def _calls(asked: argparse.Namespace) -> Written:
    order = _order(asked)
    with open_reader(asked.database, statement_timeout_ms=0) as connection:
        table = calls_table(connection, order, load_catalogue(), lambda done, total: _say({"done": done, "total": total}))
        return _write_tables(asked, (table,))


def _write_tables(asked: argparse.Namespace, tables: Sequence[Table]) -> Written:
    if asked.format == "xlsx":
        return write_whole(asked.out, lambda part: write_xlsx(part, tables))
    return write_whole(asked.out, lambda part: write_csv(part, tables, asked.language))


def _sheet(asked: argparse.Namespace) -> Written:
    sheet = sheets.read_sheet(sys.stdin.buffer.read())
    return write_whole(asked.out, lambda part: sheets.write_sheet(part, sheet, asked.language))


def _keys(asked: argparse.Namespace) -> Written:
    sheet = sheets.read_sheet(sys.stdin.buffer.read()) if asked.json else sheets.english_keys()
    return write_whole(asked.out, lambda part: sheets.write_keys(part, sheet, asked.language))


def _save(asked: argparse.Namespace) -> Written:
    """Write standard input as it is: a picture that the window has painted."""
    return write_whole(asked.out, lambda part: _fill(part, sys.stdin.buffer.read()))


def _fill(part: Path, content: bytes) -> None:
    part.write_bytes(content)


def _say(result: Written | dict[str, object]) -> None:
    print(msgspec.json.encode(result).decode(), flush=True)


if __name__ == "__main__":
    sys.exit(main())

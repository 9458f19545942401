"""`python -m db.gazetteer`: make this machine's index of the official list, when it is not there yet."""

from __future__ import annotations

import sys

from db.gazetteer.build import build_national
from db.gazetteer.cache import index_path
from db.gazetteer.index_file import IndexFileError, load
from db.gazetteer.official import DATA

_BAR_SIGNS = 40


def main() -> int:
    path = index_path()
    try:
        load(path, DATA)
    except IndexFileError:
        pass
    else:
        return 0
    try:
        build_national(path, _show)
    except OSError as error:
        sys.stderr.write(f"\nThe index of place names cannot be written: {error}\n")
        return 1
    return 0


def _show(done: int, total: int) -> None:
    """Draw the bar anew in its line; where nobody looks (a log), only the last line is written."""
    if not sys.stderr.isatty() and done < total:
        return
    filled = _BAR_SIGNS * done // total
    end = "\n" if done == total else "\r"
    sys.stderr.write(f"Place names  [{'#' * filled}{'.' * (_BAR_SIGNS - filled)}] {100 * done // total:3d} %{end}")
    sys.stderr.flush()


if __name__ == "__main__":
    raise SystemExit(main())

"""`./run bench [NAME …]`: run the benches, print the table, write docs/bench.md when all of them ran."""

from __future__ import annotations

import sys
from collections.abc import Callable

from bench import (
    desk_bench,
    gazetteer_bench,
    import_bench,
    journal_bench,
    kill_bench,
    line_bench,
    location_bench,
    map_bench,
    places_bench,
    region_bench,
    report,
    tiles_bench,
    typed_bench,
)
from bench.report import Row

BENCHES: dict[str, Callable[[], list[Row]]] = {
    "answering": line_bench.answering,
    "arrivals": desk_bench.arrivals,
    "answers": desk_bench.answers,
    "start": desk_bench.start,
    "journal": journal_bench.rows,
    "names": gazetteer_bench.rows,
    "import": import_bench.rows,
    "memory": line_bench.memory,
    "kills": kill_bench.rows,
    "tiles": tiles_bench.rows,
    "map": map_bench.rows,
    "region": region_bench.rows,
    "typed": typed_bench.rows,
    "location": location_bench.rows,
    "places": places_bench.rows,
}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        sys.stderr.write(f"no bench named {', '.join(unknown)}; there are {', '.join(BENCHES)}\n")
        return 2
    rows: list[Row] = []
    for name in names or BENCHES:
        sys.stderr.write(f"{name} …\n")
        rows += BENCHES[name]()
    if names:
        for row in rows:
            print(row)
    else:
        print(report.write(rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

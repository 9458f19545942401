"""`./run bench [NAME …]`: run the benches and print the table. All of them, or a group by its name, are also written to
docs/bench.md; single benches are not."""

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
    place_desk_bench,
    places_bench,
    region_bench,
    report,
    tiles_bench,
    typed_bench,
)
from bench.report import Row

Bench = Callable[[], list[Row]]
CALLS: dict[str, Bench] = {
    "answering": line_bench.answering,
    "arrivals": desk_bench.arrivals,
    "answers": desk_bench.answers,
    "start": desk_bench.start,
    "journal": journal_bench.rows,
    "memory": line_bench.memory,
    "kills": kill_bench.rows,
}
LOCATION: dict[str, Bench] = {
    "names": gazetteer_bench.rows,
    "typed": typed_bench.rows,
    "location": location_bench.rows,
    "region": region_bench.rows,
    "places": places_bench.rows,
    "map-markers": place_desk_bench.markers,
    "map-start": place_desk_bench.first_paint,
    "map-frames": place_desk_bench.frames,
    "place-typing": place_desk_bench.typing,
    "map": map_bench.rows,
    "tiles": tiles_bench.rows,
    "import": import_bench.rows,
}
GROUPS = {
    "calls-all": (report.CALLS, CALLS),
    "location-all": (report.LOCATION, LOCATION),
}
BENCHES = CALLS | LOCATION


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHES | GROUPS]
    if unknown:
        sys.stderr.write(f"no bench named {', '.join(unknown)}; there are {', '.join((*GROUPS, *BENCHES))}\n")
        return 2
    for name in names or GROUPS:
        if name in GROUPS:
            chapter, benches = GROUPS[name]
            print(report.write(chapter, run(benches)))
        else:
            for row in run({name: BENCHES[name]}):
                print(row)
    return 0


def run(benches: dict[str, Bench]) -> list[Row]:
    rows: list[Row] = []
    for name, bench in benches.items():
        sys.stderr.write(f"{name} …\n")
        rows += bench()
    return rows


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

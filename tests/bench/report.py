"""The bench table: rows of medians and ratios beside a limit or a peer, written to docs/bench.md with the machine."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

TABLE = Path(__file__).parents[2] / "docs" / "bench.md"
CALLS, LOCATION = "Calls, window, journal", "Where the caller is"
CHAPTERS = (CALLS, LOCATION)
HEAD = """\
# Bench

Medians and ratios of `./run bench`; machines are noisy, so read the ratios and the orders of magnitude. A ratio is the figure
divided by what stands beside it: a goal for times and sizes is met up to 1, a goal for shares that were found from 1 on.
Figures called CPU are processor time of one thread, which neighbours on the machine hardly change; all others are wall time,
and whatever else ran meanwhile is in them. A p99 of fewer than 100 values is the worst of them.
"""


@dataclass(frozen=True)
class Row:
    """One line. `beside` says what it is compared with (a goal or a peer in the same run), `ratio` is measured / that."""

    bench: str
    figure: str
    value: float
    unit: str
    beside: str = ""
    ratio: float | None = None
    note: str = ""


def percentile(values: Sequence[float], share: float) -> float:
    """Nearest-rank percentile, `share` in 0..1."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def spread(
    bench: str, figure: str, values_ms: Sequence[float], *, goal_p99_ms: float | None = None, note: str = ""
) -> list[Row]:
    """p50 and p99 of a list of milliseconds; the goal, when there is one, is on p99."""
    p50, p99 = statistics.median(values_ms), percentile(values_ms, 0.99)
    count = f"n={len(values_ms)}, max {max(values_ms):.1f} ms" + (f"; {note}" if note else "")
    rows = [Row(bench, f"{figure}, p50", p50, "ms", note=count)]
    if goal_p99_ms is None:
        return [*rows, Row(bench, f"{figure}, p99", p99, "ms")]
    return [*rows, Row(bench, f"{figure}, p99", p99, "ms", f"goal {goal_p99_ms:g} ms", p99 / goal_p99_ms)]


def machine() -> str:
    """What the figures were measured on, without names of hosts."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line.split(":", 1)[1].strip() for line in cpuinfo.read_text().splitlines() if line.startswith("model name")]
        model = names[0] if names else model
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    system = f"{platform.system()} {platform.release().split('-')[0]}"
    return f"{os.cpu_count()} × {model}, {system}, Python {platform.python_version()}, load {load:.1f}"


def write(chapter: str, rows: Iterable[Row]) -> str:
    """Write a chapter of the table, with the day and the machine of its own, and return its text; the others stay."""
    lines = [
        f"## {chapter}",
        "",
        f"Measured {datetime.now(UTC).date().isoformat()} on {machine()}.",
        "",
        "| bench | figure | value | beside | ratio | |",
        "|---|---|---:|---|---:|---|",
    ]
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        value = f"{row.value:.0f}" if row.value >= 100 or float(row.value).is_integer() else f"{row.value:.2f}"
        lines.append(f"| {row.bench} | {row.figure} | {value} {row.unit} | {row.beside} | {ratio} | {row.note} |")
    text = "\n".join(lines) + "\n"
    kept = _chapters(TABLE.read_text()) if TABLE.exists() else {}
    kept[chapter] = text
    TABLE.write_text("\n".join([HEAD, *(kept[name] for name in CHAPTERS if name in kept)]))
    return text


def _chapters(text: str) -> dict[str, str]:
    """Return the chapters of the page by their titles, each with its title."""
    found: dict[str, str] = {}
    for part in text.split("\n## ")[1:]:
        title, _, body = part.partition("\n")
        found[title] = f"## {title}\n{body.rstrip()}\n"
    return found

"""`kill -9` in a call, 50 rounds of each: what went on, what came back, how soon."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from chaos import desk_kills, kills

from bench.report import Row

ROUNDS = 50


def rows(rounds: int = ROUNDS) -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        windows = desk_kills.kill_desks(folder / "desks", rounds)
        clients = kills.kill_windows(folder / "windows", rounds)
        lines = kills.kill_lines(folder / "lines", rounds)
    rung, ended = lines["calls_rung"], lines["calls_with_an_end"]
    return [
        *_rows("kill -9 of the window", windows, desk_kills.COUNTS),
        *_rows("kill -9 of a bare client", clients, kills.WINDOW_COUNTS),
        *_rows("kill -9 of the line", lines, kills.LINE_COUNTS),
        Row("kill -9 of the line", "calls with an end on record", ended, "", f"{rung} calls", ended / rung),
    ]


def _rows(bench: str, result: dict[str, Any], counts: tuple[str, ...]) -> list[Row]:
    rounds = result["rounds"]
    table = [Row(bench, name.replace("_", " "), result[name], "", f"{rounds} rounds", result[name] / rounds) for name in counts]
    for name, spread in result.items():
        if isinstance(spread, dict):
            words, _, unit = name.rpartition("_")
            table += [Row(bench, f"{words.replace('_', ' ')}, {share}", amount, unit) for share, amount in spread.items()]
    if "audit_findings" in result:
        table.append(Row(bench, "findings of the audit afterwards", len(result["audit_findings"]), ""))
    return table

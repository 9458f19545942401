"""`kill -9` in a call, 50 rounds of each: what went on, what came back, how soon."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from chaos.desk_kills import kill_desks
from chaos.kills import kill_lines, kill_windows

from bench.report import Row

ROUNDS = 50


def rows(rounds: int = ROUNDS) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        return [
            *_rows("kill -9 of a bare client", kill_windows(Path(folder) / "windows", rounds)),
            *_rows("kill -9 of the real window", kill_desks(Path(folder) / "desks", rounds)),
            *_rows("kill -9 of the line", kill_lines(Path(folder) / "lines", rounds)),
        ]


def _rows(bench: str, result: dict[str, Any]) -> list[Row]:
    rounds = result["rounds"]
    rows = []
    for name, value in result.items():
        figure = name.replace("_", " ")
        if isinstance(value, bool) or name == "rounds":
            continue
        if isinstance(value, int):
            rows.append(Row(bench, figure, value, "rounds", f"{rounds} rounds", value / rounds))
        elif isinstance(value, dict):
            rows += [Row(bench, f"{figure} {share}", amount, "ms") for share, amount in value.items()]
    if "audit_findings" in result:
        rows.append(Row(bench, "findings of the audit afterwards", len(result["audit_findings"]), ""))
    return rows

"""Reading events that may be damaged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_type_hints

from db import events as log

_TYPES = [hint if hint in {str, int} else str for hint in get_type_hints(log.Event).values()]


def read(columns: Sequence[Any]) -> log.Event | None:
    """Return the event of a row, or `None` when a column holds what was never written there (SQLite's columns may)."""
    if not all(isinstance(value, kind) for value, kind in zip(columns, _TYPES, strict=True)):
        return None
    return log.from_row(columns)

"""What the line needs of a journal. The real one is `db.journal.Journal`; tests use one that can fail on command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from db.events import Event, NewEvent


class Writer(Protocol):
    """One thread opens it, uses it and closes it. Errors: `db.errors`."""

    def append(self, events: Sequence[NewEvent]) -> tuple[Event, ...]: ...

    def save_draft(self, call_id: str, form: str) -> None: ...

    def drafts(self) -> dict[str, str]: ...

    def open_calls(self) -> tuple[Event, ...]: ...

    def close(self) -> None: ...

    @property
    def head_seq(self) -> int: ...

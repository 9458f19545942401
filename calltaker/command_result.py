"""What the command line knows when it reads, and what it answers. Texts are English sources, context "CommandLine"."""

from __future__ import annotations

import msgspec

from db.rows import AgencyRow

Argument = str | tuple[str, ...]


class OutcomeKey(msgspec.Struct, frozen=True, kw_only=True):
    """A digit of the outcome step, its code and its name in the window's language."""

    digit: str
    code: str
    name: str


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What the desk knows now. `call_id` and `incident` are the current ones ("" = none); incidents are ticket numbers."""

    call_id: str = ""
    incident: str = ""
    units: tuple[str, ...] = ()
    agencies: tuple[AgencyRow, ...] = ()
    open_incidents: tuple[str, ...] = ()
    outcomes: tuple[OutcomeKey, ...] = ()


class Parsed(msgspec.Struct, frozen=True, kw_only=True):
    """A command ready for Enter. `readback_args` are shown as they are; `readback_words` are English sources to be translated
    before they are filled in."""

    action_id: str
    arguments: dict[str, Argument]
    readback_key: str
    readback_args: dict[str, str] = {}
    readback_words: dict[str, str] = {}


class Incomplete(msgspec.Struct, frozen=True, kw_only=True):
    """Right so far; `hint_key` says what comes next."""

    hint_key: str
    args: dict[str, str] = {}


class Rejected(msgspec.Struct, frozen=True, kw_only=True):
    """Wrong between the characters `start` and `end` of the line."""

    reason_key: str
    args: dict[str, str] = {}
    start: int
    end: int


Result = Parsed | Incomplete | Rejected

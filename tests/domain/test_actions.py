from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from calltaker.actions import ACTIONS, action, by_verb, may_do

F_KEYS = {
    "F1": "focus.command",
    "F2": "focus.queue",
    "F3": "focus.incidents",
    "F4": "focus.form",
    "F5": "focus.map",
    "F6": "focus.units",
    "F7": "outcome.choose",
    "F8": "call.hold",
    "F9": "call.answer",
    "F11": "call.forward",
    "F12": "call.hang_up",
}


@pytest.mark.parametrize("part", ["id", "text", "key", "verb"])
def test_nothing_is_given_twice(part: str) -> None:
    given = Counter(getattr(entry, part) for entry in ACTIONS if getattr(entry, part))
    assert not [value for value, count in given.items() if count > 1]


def test_keys_are_unique_for_qt_too() -> None:
    written = [QKeySequence(entry.key).toString() for entry in ACTIONS if entry.key]
    assert all(written)
    assert len(set(written)) == len(written)


def test_f_keys() -> None:
    assert {entry.key: entry.id for entry in ACTIONS if re.fullmatch(r"F\d+", entry.key)} == F_KEYS


def test_no_key_that_a_text_field_needs() -> None:
    for entry in ACTIONS:
        bare = re.fullmatch(r"(Shift\+)?(?P<key>[^+]+|\+)", entry.key)
        assert bare is None or re.fullmatch(r"F\d+", bare["key"]), entry
        assert entry.key.rpartition("+")[2] not in {"Enter", "Space"}, entry
    on_return = {entry.id for entry in ACTIONS if entry.key.endswith("Return")}
    assert on_return == {"incident.send"}


def test_verbs_of_the_command_line() -> None:
    assert {entry.verb for entry in ACTIONS if entry.verb} == set("JTAIBKSCX/?")
    found = by_verb("k")
    assert found is not None
    assert found.id == "dispatch.send"
    assert by_verb("Z") is None
    assert by_verb("") is None


def test_priorities() -> None:
    assert [action(f"priority.{number}").key for number in range(1, 5)] == ["Alt+1", "Alt+2", "Alt+3", "Alt+4"]


def test_roles() -> None:
    page = action("page.supervisor")
    assert not may_do("call_taker", page)
    assert may_do("supervisor", page)
    assert may_do("administrator", page)
    assert may_do("call_taker", action("call.answer"))
    with pytest.raises(KeyError):
        action("no.such")

"""How a caller is written on the screen. Views get text; they do not know telephone numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from calltaker.domain.live_call import LiveCall
from telephony.numbers import show


def number_text(number: str, raw: str = "") -> str:
    """Return a number as people write it; the raw text of one that could not be read; "No number" for a withheld one."""
    if number:
        return show(number)
    return raw or QCoreApplication.translate("callers", "No number")


def caller_text(call: LiveCall) -> str:
    """Return whom the call is with: the citizen's number, or for a call of ours what was dialled."""
    if call.direction == "out":
        return number_text(call.number, call.target_uri.partition(":")[2].partition("@")[0])
    withheld = call.number_note.startswith("withheld")
    return number_text(call.number, "" if withheld else call.number_raw)

"""How far a forward is, in words, with the keys that go on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from calltaker.desk.forwarding import Forward


def forward_words(forward: Forward | None) -> str:
    """Return the sentence for the strip, "" when nothing is being forwarded."""
    if forward is None:
        return ""
    translate = QCoreApplication.translate
    words = {
        "transferring": translate("forward", "→ Forwarding the caller to {agency} …"),
        "calling": translate("forward", "▷ Calling {agency}. The caller waits on hold and is not lost."),
        "speaking": translate(
            "forward",
            "● {agency} is on the line, the caller waits. Ctrl+F11 connects them, Ctrl+Shift+F11 all three talk, F12 ends it.",
        ),
        "connecting": translate("forward", "→ Connecting the caller with {agency} …"),
        "conference": translate("forward", "◉ All three are talking: caller, {agency} and you. Ctrl+F11: leave the two alone."),
    }
    return words[forward.stage].format(agency=forward.agency.short_name or forward.agency.name)

"""Shape, word and colour together: no meaning is ever carried by a colour alone (8 % of men see red and green alike)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


@dataclass(frozen=True)
class Sign:
    """`shape` is a character or two of the shipped font, `word` English source text of the context "signs", `tone` a colour
    of `calltaker.theme.tokens.Tokens`."""

    shape: str
    word: str
    tone: str

    @property
    def text(self) -> str:
        """The sign in the person's language: shape and word."""
        return f"{self.shape} {self.said}"

    @property
    def said(self) -> str:
        """The word in the person's language, for accessible texts and sentences."""
        return QCoreApplication.translate("signs", self.word)


def _sign(shape: str, word: object, tone: str) -> Sign:
    """QT_TRANSLATE_NOOP is typed as an object, but hands the text back."""
    return Sign(shape, str(word), tone)


_PRIORITIES = {
    1: _sign("■", QT_TRANSLATE_NOOP("signs", "P1"), "p1"),
    2: _sign("▲", QT_TRANSLATE_NOOP("signs", "P2"), "p2"),
    3: _sign("◆", QT_TRANSLATE_NOOP("signs", "P3"), "p3"),
    4: _sign("○", QT_TRANSLATE_NOOP("signs", "P4"), "p4"),
}

_STATES = {
    # calls
    "ringing": _sign("▶", QT_TRANSLATE_NOOP("signs", "ringing"), "p2"),
    "dialing": _sign("▷", QT_TRANSLATE_NOOP("signs", "calling"), "accent"),
    "talking": _sign("●", QT_TRANSLATE_NOOP("signs", "talking"), "ok"),
    "held": _sign("‖", QT_TRANSLATE_NOOP("signs", "on hold"), "p3"),
    "conference": _sign("●+", QT_TRANSLATE_NOOP("signs", "conference"), "ok"),
    "transferring": _sign("→", QT_TRANSLATE_NOOP("signs", "forwarding"), "accent"),
    "ended": _sign("□", QT_TRANSLATE_NOOP("signs", "ended"), "dim"),
    "abandoned": _sign("×", QT_TRANSLATE_NOOP("signs", "missed"), "p1"),
    "cut": _sign("▲", QT_TRANSLATE_NOOP("signs", "cut"), "p1"),
    # incidents and referrals
    "new": _sign("◇", QT_TRANSLATE_NOOP("signs", "not sent"), "p2"),
    "sent": _sign("→", QT_TRANSLATE_NOOP("signs", "sent"), "p2"),
    "acknowledged": _sign("✓", QT_TRANSLATE_NOOP("signs", "acknowledged"), "accent"),
    "en_route": _sign("▶", QT_TRANSLATE_NOOP("signs", "en route"), "accent"),
    "on_scene": _sign("■", QT_TRANSLATE_NOOP("signs", "on scene"), "ok"),
    "handled": _sign("●", QT_TRANSLATE_NOOP("signs", "handled"), "ok"),
    "refused": _sign("×", QT_TRANSLATE_NOOP("signs", "refused"), "p1"),
    "obstructed": _sign("▲", QT_TRANSLATE_NOOP("signs", "obstructed"), "p1"),
    "cancelled": _sign("—", QT_TRANSLATE_NOOP("signs", "cancelled"), "dim"),
    "closed": _sign("□", QT_TRANSLATE_NOOP("signs", "closed"), "dim"),
    # units
    "ready": _sign("●", QT_TRANSLATE_NOOP("signs", "ready"), "ok"),
    "out_of_service": _sign("×", QT_TRANSLATE_NOOP("signs", "out of service"), "dim"),
}


def priority_sign(priority: int) -> Sign:
    """Return the sign of a priority 1–4; anything else (0 = not yet chosen) is a dash without a claim."""
    return _PRIORITIES.get(priority, _sign("·", QT_TRANSLATE_NOOP("signs", "no priority"), "dim"))


def state_sign(state: str) -> Sign:
    """Return the sign of a state of a call, incident, referral or unit. A state this program does not know shows its code."""
    return _STATES.get(state, Sign("?", state, "dim"))

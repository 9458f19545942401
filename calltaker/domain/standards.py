"""How fast a call should be answered, and who says so.

Shares are of all calls that rang: an abandoned call was not answered.
"""

from __future__ import annotations

import msgspec

NENA = "NENA-STA-020"
"""NENA-STA-020.1-2020 §2.2.1: 90 % within 15 s shall, 95 % within 20 s should, per calendar month, from arrival to answer."""

CENTRE_SHARE = 0.90
"""Our default for the centre's own standard; Polri 110 works with 10 s."""


class AnswerStandard(msgspec.Struct, frozen=True, kw_only=True):
    """`source` is a standard's name, or "" for the centre's own."""

    within_s: int
    share: float
    source: str


def answer_standards(answer_within_s: int) -> tuple[AnswerStandard, ...]:
    """Return the standards shown, the centre's own first."""
    return (
        AnswerStandard(within_s=answer_within_s, share=CENTRE_SHARE, source=""),
        AnswerStandard(within_s=15, share=0.90, source=NENA),
        AnswerStandard(within_s=20, share=0.95, source=NENA),
    )


def share(part: int, whole: int) -> float | None:
    """Return `part` of `whole` as 0 to 1; `None` when there is nothing to take a share of."""
    return part / whole if whole else None

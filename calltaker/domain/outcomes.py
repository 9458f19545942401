"""Rules of call outcomes: when taking one back is free, when it needs a reason, and which group an outcome belongs to."""

from __future__ import annotations

from calltaker.domain.catalogue import Catalogue, OutcomeGroup

FREE_UNDO_US = 10_000_000
"""A slip of the finger is taken back within 10 s without a word; later somebody may have acted on it."""


def change_needs_reason(set_at_us: int | None, now_us: int) -> bool:
    """True when undoing or replacing an outcome set at `set_at_us` must say why; `None` = there is none yet.

    A time in the future (clocks of two seats) counts as just now.
    """
    return set_at_us is not None and now_us - set_at_us > FREE_UNDO_US


def group_of(outcome: str, catalogue: Catalogue) -> OutcomeGroup | None:
    """Return the group of an outcome; `None` for a call without one or with a code that this catalogue lacks."""
    known = catalogue.outcomes.get(outcome)
    return known.group if known else None

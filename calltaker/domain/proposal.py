"""What the one line of text seems to say. Made by `calltaker.domain.triage`, taken over by `calltaker.domain.form`."""

from __future__ import annotations

import msgspec


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal, never a decision. Empty texts, priority 0 and `None` mean "the line does not say".

    `score` is 0 (nothing recognised) to 1 (clear and alone); `alternatives` are the next type codes, best first.
    `priority_why` names the type and, when typed words raise it, the catalogue's condition and those words.
    `victims` 0 means that the line says there are none. `loose` are the words that mean nothing to the reading when it has
    found neither place nor landmark: perhaps a bare name, which only a list of names can tell. They are no field's value."""

    type_code: str = ""
    score: float = 0.0
    alternatives: tuple[str, ...] = ()
    priority: int = 0
    priority_why: str = ""
    place_text: str = ""
    landmark: str = ""
    trapped: int | None = None
    victims: int | None = None
    loose: str = ""

    def as_fields(self) -> dict[str, str]:
        """Return the proposal by incident field; "" = the line does not say."""
        return {
            "type_code": self.type_code,
            "priority": str(self.priority or ""),
            "place_text": self.place_text,
            "landmark": self.landmark,
            "trapped": "" if self.trapped is None else str(self.trapped),
            "victims": "" if self.victims is None else str(self.victims),
        }

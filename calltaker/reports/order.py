"""What was asked for: which days of which centre, for whose eyes."""

from __future__ import annotations

from dataclasses import dataclass

from calltaker.domain.period import Period
from calltaker.reports.words import say
from telephony.numbers import mask, show


@dataclass(frozen=True, kw_only=True)
class Order:
    """`reason` is "" for masked numbers, else why full ones are needed."""

    period: Period
    utc_offset_minutes: int
    answer_within_s: int
    language: str
    reason: str

    @property
    def start_us(self) -> int:
        return self.period.start_us(self.utc_offset_minutes)

    @property
    def end_us(self) -> int:
        return self.period.end_us(self.utc_offset_minutes)

    @property
    def privacy_note(self) -> str:
        return self.say("unmasked", reason=self.reason) if self.reason else self.say("masked")

    def say(self, key: str, **values: object) -> str:
        return say(key, self.language, **values)

    def title(self, key: str) -> str:
        return self.say(key, first=self.period.first.isoformat(), last=self.period.last.isoformat())

    def number_text(self, number: str) -> str:
        """Return a number as this reader may see it."""
        return show(number) if self.reason else mask(number)

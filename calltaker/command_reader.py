"""Takes the words of a command line one by one: incidents, units, agencies, and what is missing or wrong."""

from __future__ import annotations

import msgspec

from calltaker.command_result import Context, Incomplete, Rejected
from calltaker.command_words import (
    Match,
    is_agency_key,
    looks_like_number,
    match_agency,
    match_incident,
    match_unit,
    shown_incident,
)
from calltaker.domain.words import QT_TRANSLATE_NOOP

_WRITTEN_NUMBER_DIGITS = 4


class Word(msgspec.Struct, frozen=True):
    """A word of the line and where it stands."""

    text: str
    start: int
    end: int


class UnusableLineError(Exception):
    """Ends the reading of a line with its result; `parse` returns it."""

    def __init__(self, result: Incomplete | Rejected) -> None:
        super().__init__()
        self.result = result


def one(match: Match, word: Word, nothing_key: str) -> str:
    """Return the one value, or end with the word marked."""
    if match.only is not None:
        return match.only
    if not match.values:
        raise wrong(nothing_key, word)
    key = QT_TRANSLATE_NOOP("CommandLine", "{word} may be: {choices}")
    raise wrong(key, word, choices=match.choices)


def wrong(reason_key: str, word: Word, **args: str) -> UnusableLineError:
    """Return the error that marks `word`."""
    return UnusableLineError(Rejected(reason_key=reason_key, args={"word": word.text, **args}, start=word.start, end=word.end))


def missing(hint_key: str, **args: str) -> UnusableLineError:
    """Return the error that asks for more."""
    return UnusableLineError(Incomplete(hint_key=hint_key, args=args))


class Reader:
    """The words after the verb, taken one by one."""

    def __init__(self, line: str, verb: Word, words: list[Word], context: Context) -> None:
        self.line = line
        self.verb = verb
        self.words = words
        self.context = context

    def next(self, hint_key: str, **args: str) -> Word:
        """Return the next word, or end with the hint that one is missing."""
        if not self.words:
            raise missing(hint_key, **args)
        return self.words.pop(0)

    def rest(self) -> str:
        """Return what is left of the line as typed."""
        return self.line[self.words[0].start :].strip() if self.words else ""

    def nothing_more(self) -> None:
        if self.words:
            raise wrong(QT_TRANSLATE_NOOP("CommandLine", "Too much: {word}"), self.words[0])

    def need_call(self) -> None:
        if not self.context.call_id:
            raise wrong(QT_TRANSLATE_NOOP("CommandLine", "There is no call"), self.verb)

    def incident(self, shortest: int = 1) -> str:
        """Return the incident that the next word names, else the current one.

        Digits that are also an agency's key ("119") mean the agency unless written with four digits; fewer digits than
        `shortest` are the beginning of a text ("C 2 orang lagi").
        """
        context = self.context
        if self.words and looks_like_number(self.words[0].text):
            word = self.words[0]
            is_key = len(word.text) < _WRITTEN_NUMBER_DIGITS and is_agency_key(word.text, context.agencies)
            found = match_incident(word.text, context.open_incidents)
            is_text = shortest > 1 and (
                len(word.text) < shortest or (not found.values and len(word.text) < _WRITTEN_NUMBER_DIGITS)
            )
            if not is_key and not is_text:
                self.words.pop(0)
                return one(found, word, QT_TRANSLATE_NOOP("CommandLine", "No open incident {word}"))
        if not context.incident:
            raise missing(QT_TRANSLATE_NOOP("CommandLine", "Which incident?"))
        return context.incident

    def shown(self, incident: str) -> str:
        return shown_incident(incident, self.context.open_incidents)

    def agency_name(self, code: str) -> str:
        return next((agency.short_name for agency in self.context.agencies if agency.code == code and agency.short_name), code)

    def unit_or_agency(self, word: Word) -> tuple[str, str]:
        """Return ("unit", call sign) or ("agency", code); a full agency key wins over the beginning of a call sign."""
        units = match_unit(word.text, self.context.units)
        agencies = match_agency(word.text, self.context.agencies)
        if agencies.only and (is_agency_key(word.text, self.context.agencies) or not units.values):
            return "agency", agencies.only
        if units.only:
            return "unit", units.only
        either = Match((*units.values, *agencies.values))
        return "unit", one(either, word, QT_TRANSLATE_NOOP("CommandLine", "No unit or agency {word}"))

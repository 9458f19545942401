"""The command line: `J` answer, `T` hold, `A 119` forward, `I 2` outcome, `B kebakaran … !1` new incident,
`K 0412 pmk3 amb11` send, `S pmk3 lok` state, `C 0412 …` note, `X 0412 sel` close, `/darmo` search, `?` help.

A pure function of the line and what the desk knows, run at every key: what was understood is read back in words before Enter,
and the wrong part is marked. Case, leading zeros and dashes do not matter; a word may be cut short while it stays unique; the
current call and incident are understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from calltaker.actions import by_verb
from calltaker.command_reader import Reader, UnusableLineError, Word, missing, one, wrong
from calltaker.command_result import Context, Incomplete, OutcomeKey, Parsed, Rejected, Result
from calltaker.command_words import (
    INFORMED,
    REFERRAL_STATES,
    STATE_TEXTS,
    UNIT_STATES,
    VERB_WORDS,
    looks_like_number,
    match_agency,
    match_word,
)
from calltaker.domain.dispatch import needs_reason
from calltaker.domain.words import QT_TRANSLATE_NOOP

__all__ = ["Context", "Incomplete", "OutcomeKey", "Parsed", "Rejected", "Result", "parse"]

_WORD = re.compile(r"\S+")
_VERB_WITH_DIGITS = re.compile(r"([A-Za-z])(\d\S*)", re.ASCII)
_NOTE_NUMBER_DIGITS = 3


def parse(line: str, context: Context) -> Result:
    """Return what the line means. Never raises, whatever is typed."""
    words = [Word(found.group(), found.start(), found.end()) for found in _WORD.finditer(line)]
    if not words:
        return Incomplete(hint_key=QT_TRANSLATE_NOOP("CommandLine", "Type a command; ? shows all"))
    try:
        verb, rest = _verb(words)
        return _READERS[verb](Reader(line, words[0], rest, context))
    except UnusableLineError as wrong:
        return wrong.result


def _verb(words: Sequence[Word]) -> tuple[str, list[Word]]:
    """Return the verb's letter and the words after it; "/darmo", "K0412" and "I2" need no blank."""
    first, rest = words[0], list(words[1:])
    if first.text[0] in "/?":
        tail = [Word(first.text[1:], first.start + 1, first.end)] if len(first.text) > 1 else []
        return first.text[0], tail + rest
    if by_verb(first.text):
        return first.text.upper(), rest
    if (glued := _VERB_WITH_DIGITS.fullmatch(first.text)) and by_verb(glued[1]):
        return glued[1].upper(), [Word(glued[2], first.start + 1, first.end), *rest]
    return one(match_word(first.text, VERB_WORDS), first, QT_TRANSLATE_NOOP("CommandLine", "No such command: {word}")), rest


def _answer(reader: Reader) -> Result:
    reader.nothing_more()
    return Parsed(action_id="call.answer", arguments={}, readback_key=QT_TRANSLATE_NOOP("CommandLine", "Answer the next call"))


def _hold(reader: Reader) -> Result:
    reader.nothing_more()
    reader.need_call()
    return Parsed(action_id="call.hold", arguments={}, readback_key=QT_TRANSLATE_NOOP("CommandLine", "Hold or resume the call"))


def _forward(reader: Reader) -> Result:
    reader.need_call()
    word = reader.next(QT_TRANSLATE_NOOP("CommandLine", "Forward to whom? 119, 113, 110 …"))
    code = one(match_agency(word.text, reader.context.agencies), word, QT_TRANSLATE_NOOP("CommandLine", "No agency {word}"))
    reader.nothing_more()
    return Parsed(
        action_id="call.forward",
        arguments={"agency": code},
        readback_key=QT_TRANSLATE_NOOP("CommandLine", "Forward the call to {agency}"),
        readback_args={"agency": reader.agency_name(code)},
    )


def _outcome(reader: Reader) -> Result:
    reader.need_call()
    outcomes = reader.context.outcomes
    choices = ", ".join(f"{entry.digit} {entry.name}" for entry in sorted(outcomes, key=lambda entry: entry.digit))
    word = reader.next(QT_TRANSLATE_NOOP("CommandLine", "Which outcome? {choices}"), choices=choices)
    chosen = next((entry for entry in outcomes if entry.digit == word.text), None)
    if chosen is None:
        raise wrong(QT_TRANSLATE_NOOP("CommandLine", "No outcome {word}: {choices}"), word, choices=choices)
    reader.nothing_more()
    return Parsed(
        action_id="outcome.choose",
        arguments={"digit": chosen.digit, "outcome": chosen.code},
        readback_key=QT_TRANSLATE_NOOP("CommandLine", "Outcome of the call: {outcome}"),
        readback_args={"outcome": chosen.name},
    )


def _new_incident(reader: Reader) -> Result:
    marks = [word for word in reader.words if word.text.startswith("!")]
    for mark in (*marks[1:], *(mark for mark in marks[:1] if mark.text not in {"!1", "!2", "!3", "!4"})):
        raise wrong(QT_TRANSLATE_NOOP("CommandLine", "One priority, !1 to !4: {word}"), mark)
    text = " ".join(word.text for word in reader.words if word not in marks)
    if not text:
        raise missing(QT_TRANSLATE_NOOP("CommandLine", "What happened, and where?"))
    priority = marks[0].text[1:] if marks else ""
    key = QT_TRANSLATE_NOOP("CommandLine", "New incident: {text}")
    if priority:
        key = QT_TRANSLATE_NOOP("CommandLine", "New incident, P{priority}: {text}")
    return Parsed(
        action_id="incident.new",
        arguments={"text": text, "priority": priority},
        readback_key=key,
        readback_args={"text": text, "priority": priority},
    )


def _send(reader: Reader) -> Result:
    incident = reader.incident()
    found = [reader.unit_or_agency(word) for word in reader.words]
    if not found:
        raise missing(QT_TRANSLATE_NOOP("CommandLine", "Which units or agencies? PMK-03, damkar …"))
    units = tuple(dict.fromkeys(value for kind, value in found if kind == "unit"))
    agencies = tuple(dict.fromkeys(value for kind, value in found if kind == "agency"))
    return Parsed(
        action_id="dispatch.send",
        arguments={"incident": incident, "units": units, "agencies": agencies},
        readback_key=QT_TRANSLATE_NOOP("CommandLine", "Send {who} to incident {incident}"),
        readback_args={"who": ", ".join((*units, *map(reader.agency_name, agencies))), "incident": reader.shown(incident)},
    )


def _state(reader: Reader) -> Result:
    numbered = len(reader.words) > 1 and looks_like_number(reader.words[0].text)
    incident = reader.incident() if numbered else ""
    word = reader.next(QT_TRANSLATE_NOOP("CommandLine", "State of which unit or agency?"))
    kind, code = reader.unit_or_agency(word)
    states = UNIT_STATES if kind == "unit" else REFERRAL_STATES
    state_word = reader.next(QT_TRANSLATE_NOOP("CommandLine", "Which state? {choices}"), choices=", ".join(states))
    state = one(match_word(state_word.text, states), state_word, QT_TRANSLATE_NOOP("CommandLine", "No such state: {word}"))
    reason = reader.rest()
    if kind == "unit":
        return Parsed(
            action_id="unit.set_state",
            arguments={"unit": code, "state": state, "incident": incident, "reason": reason},
            readback_key=QT_TRANSLATE_NOOP("CommandLine", "{who}: {state}"),
            readback_args={"who": code},
            readback_words={"state": STATE_TEXTS[state]},
        )
    if needs_reason(state) and not reason:
        raise missing(QT_TRANSLATE_NOOP("CommandLine", "Why? The reporter will be told"))
    incident = incident or reader.incident()
    return Parsed(
        action_id="referral.advance",
        arguments={"incident": incident, "agency": code, "state": state, "reason": reason},
        readback_key=QT_TRANSLATE_NOOP("CommandLine", "{who}, incident {incident}: {state}"),
        readback_args={"who": reader.agency_name(code), "incident": reader.shown(incident)},
        readback_words={"state": STATE_TEXTS[state]},
    )


def _note(reader: Reader) -> Result:
    incident = reader.incident(shortest=_NOTE_NUMBER_DIGITS)
    text = reader.rest()
    if not text:
        raise missing(QT_TRANSLATE_NOOP("CommandLine", "What is to be noted?"))
    return Parsed(
        action_id="incident.note",
        arguments={"incident": incident, "text": text},
        readback_key=QT_TRANSLATE_NOOP("CommandLine", "Note on incident {incident}: {text}"),
        readback_args={"incident": reader.shown(incident), "text": text},
    )


def _close(reader: Reader) -> Result:
    incident = reader.incident()
    word = reader.next(QT_TRANSLATE_NOOP("CommandLine", "Was the reporter told? {choices}"), choices=", ".join(INFORMED))
    informed = one(match_word(word.text, INFORMED), word, QT_TRANSLATE_NOOP("CommandLine", "No such answer: {word}"))
    return Parsed(
        action_id="incident.close",
        arguments={"incident": incident, "informed": informed, "reason": reader.rest()},
        readback_key=QT_TRANSLATE_NOOP("CommandLine", "Close incident {incident}: {informed}"),
        readback_args={"incident": reader.shown(incident)},
        readback_words={"informed": STATE_TEXTS[informed]},
    )


def _search(reader: Reader) -> Result:
    text = reader.rest()
    if not text:
        raise missing(QT_TRANSLATE_NOOP("CommandLine", "Search for what?"))
    return Parsed(
        action_id="search.open",
        arguments={"text": text},
        readback_key=QT_TRANSLATE_NOOP("CommandLine", "Search: {text}"),
        readback_args={"text": text},
    )


def _help(reader: Reader) -> Result:
    key = QT_TRANSLATE_NOOP("CommandLine", "Show all keys and commands")
    return Parsed(action_id="help.cheat_sheet", arguments={"topic": reader.rest()}, readback_key=key)


_READERS: dict[str, Callable[[Reader], Result]] = {
    "J": _answer,
    "T": _hold,
    "A": _forward,
    "I": _outcome,
    "B": _new_incident,
    "K": _send,
    "S": _state,
    "C": _note,
    "X": _close,
    "/": _search,
    "?": _help,
}

"""The answers to the key questions in the few words that go out to the agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from calltaker.domain.catalogue import Catalogue, Question

_EXPLAINED = re.compile(r"\([^)]*\)")


def read_answers(answers: str) -> dict[str, str]:
    """Return question to answer from the field of an incident, a JSON object. What another program wrote there and this one
    cannot read says nothing; the log keeps it."""
    try:
        return msgspec.json.decode(answers or "{}", type=dict[str, str])
    except (msgspec.MsgspecError, RecursionError):
        return {}


def told_answers(answers: str, type_code: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Return "Terbakar: Rumah" for each answer, those of the type's questions first and in their order.

    `answers` is the field of an incident, see `read_answers`."""
    kept = {question: " ".join(answer.split()) for question, answer in read_answers(answers).items() if answer.strip()}
    known = {question.text: question for question in _questions(type_code, catalogue)}
    order = [*(text for text in known if text in kept), *(text for text in kept if text not in known)]
    shorts = {question.text: question.short for protocol in catalogue.protocols for question in protocol.questions}
    return tuple(f"{shorts.get(text) or _without_explanation(text)}: {kept[text]}" for text in order)


def _questions(type_code: str, catalogue: Catalogue) -> Iterator[Question]:
    """Yield what is asked for a type: the protocol's questions, then the type's own."""
    protocol = catalogue.protocol_for(type_code)
    if protocol is not None:
        yield from protocol.questions
    kind = catalogue.types.get(type_code)
    if kind is not None:
        yield from (Question(text=text, answers=()) for text in kind.key_questions)


def _without_explanation(question: str) -> str:
    """Return the question without what stands in brackets for the call taker, and without its question mark."""
    return " ".join(_EXPLAINED.sub("", question).split()).rstrip(" ?") or question

"""Unconscious and not breathing, said anywhere in the form: then nothing is more urgent than hands on the chest."""

from __future__ import annotations

import re

from calltaker.domain.catalogue import Catalogue, Protocol

PROTOCOL_ID = "P-RJP"
AGENCY = "PSC119"

_NOT = r"\b(?:tidak|tdk|tak|nggak|ngga|enggak|gak|ga|ndak|belum|not|isn't)\b(?:\s+\w+){0,2}?\s+"
_UNCONSCIOUS = re.compile(rf"(?:{_NOT}(?:sadar|sadarkan|conscious|responding)|\bpingsan\b|\bunconscious\b)", re.IGNORECASE)
_NOT_BREATHING = re.compile(rf"(?:{_NOT}(?:ber)?n[ae][pf]as|{_NOT}breathing|\bhenti n[ae][pf]as\b)", re.IGNORECASE)


def needs_cpr(words: str, answers: dict[str, str]) -> bool:
    """True when the words or the answers say both. Gasping, snoring and "don't know" count as not breathing (the protocol's
    rule); "don't know" does not count as unconscious."""
    unconscious = bool(_UNCONSCIOUS.search(words))
    not_breathing = bool(_NOT_BREATHING.search(words))
    for question, answer in answers.items():
        asked, said = question.casefold(), answer.casefold()
        if "sadar" in asked and "napas" not in asked:
            unconscious = unconscious or said == "tidak"
        elif "napas" in asked:
            not_breathing = not_breathing or not said.startswith("ya")
    return unconscious and not_breathing


def cpr_protocol(catalogue: Catalogue) -> Protocol | None:
    """Return the protocol for it, as the centre has it."""
    return next((protocol for protocol in catalogue.protocols if protocol.id == PROTOCOL_ID), None)

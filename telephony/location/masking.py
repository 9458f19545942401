"""Identities of a telephone in texts that people see: enough to tell the network and the model, not the person."""

from __future__ import annotations

import re

_SUBSCRIBER_SHOWN = 5
"""Country and network of an IMSI (ITU-T E.212)."""
_DEVICE_SHOWN = 8
"""The type allocation code of an IMEI (3GPP TS 23.003 §6.2)."""

_LABELLED = re.compile(r"\b(si|ei|imsi|imei)(\s*[=:]\s*)([0-9](?:\s?[0-9])*)", re.IGNORECASE)
_LONG = re.compile(r"(?<![0-9.])[0-9]{15,}")


def mask_identities(text: str) -> str:
    """Return the text with the digits of IMSI and IMEI starred behind their public beginning, its length unchanged. Any other
    number of 15 digits or more is taken for one of them (a time of AML has 14)."""
    return _LONG.sub(lambda found: _starred(found[0], _SUBSCRIBER_SHOWN), _LABELLED.sub(_mask_labelled, text))


def _mask_labelled(found: re.Match[str]) -> str:
    shown = _DEVICE_SHOWN if found[1].lower() in {"ei", "imei"} else _SUBSCRIBER_SHOWN
    return f"{found[1]}{found[2]}{_starred(found[3], shown)}"


def _starred(digits: str, shown: int) -> str:
    return digits[:shown] + re.sub(r"[0-9]", "*", digits[shown:])

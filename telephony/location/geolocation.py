"""The `Geolocation` header (RFC 6442) and the body parts it points to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple
from urllib.parse import unquote

from telephony.events import BodyPart, Header
from telephony.location import pidflo
from telephony.location.place import CallerLocation, LocationProblem, Reason
from telephony.sip.address import parse_address, split_list
from telephony.sip.message import SipMessage, canonical

PIDF_TYPE = "application/pidf+xml"
MAX_VALUES = 16
MAX_URI_CHARS = 1000

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.")


class Found(NamedTuple):
    """What a message holds: places in the order of preference, and what was wrong.

    `problem` is "" when nothing was (or nothing was sent), else lines that begin with a code of `Reason`, each document's raw
    text below. Beside places it tells what else came and could not be read."""

    locations: tuple[CallerLocation, ...]
    problem: str


def from_message(message: SipMessage) -> tuple[CallerLocation | None, str]:
    """Return the caller's place and what was wrong; see `from_parts`."""
    return from_parts(message.headers, message.parts)


def from_parts(headers: Sequence[Header], parts: Sequence[BodyPart]) -> tuple[CallerLocation | None, str]:
    """Return (the first place by value or None, problem); see `all_from_parts`. Where all came by reference, that is a problem:
    `by_reference: <all URIs>`."""
    found = all_from_parts(headers, parts)
    first = next((place for place in found.locations if not place.reference), None)
    references = [place.reference for place in found.locations if place.reference]
    if first is not None or not references:
        return first, found.problem
    unfetched = LocationProblem(Reason.BY_REFERENCE, " ".join(references)).text()
    return None, "\n".join(filter(None, (found.problem, unfetched)))


def all_from_parts(headers: Sequence[Header], parts: Sequence[BodyPart]) -> Found:
    """Return every place of a message.

    Those by value (`cid:`) come first, in the order of the header and within a document in that of RFC 5491 §3.4; then those of
    PIDF-LO parts that no header names; last the URIs of places by reference, which are never fetched (shape "reference").
    Routing parameters, `Geolocation-Routing` and `Geolocation-Error` say nothing about a place and are left aside.
    """
    values = [value for header in headers if canonical(header.name) == "geolocation" for value in split_list(header.value)]
    uris = list(dict.fromkeys(parse_address(value).uri for value in values[:MAX_VALUES]))
    pointed, problems = _pointed_parts(uris, parts)
    locations: list[CallerLocation] = []
    for part in dict.fromkeys((*pointed, *(part for part in parts if _is_pidf(part)))):
        reading = pidflo.read(part.content)
        locations.extend(reading.locations)
        problems.extend(reading.problems)
    references = [uri for uri in uris if _SCHEME.match(uri) and not _is_cid(uri)]
    locations = locations[:MAX_VALUES] + [_by_reference(uri) for uri in references]
    if values and not locations and not problems:
        problems.append(LocationProblem(Reason.BAD_HEADER, ", ".join(values)[:1000]))
    return Found(tuple(locations), _told(problems[:MAX_VALUES]))


def _by_reference(uri: str) -> CallerLocation:
    """People read it: signs that are not seen, or turn the direction of writing, are replaced."""
    shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in uri[:MAX_URI_CHARS])
    return CallerLocation(shape="reference", reference=shown, raw=shown)


def _told(problems: Sequence[LocationProblem]) -> str:
    """Return one line for each problem; the text of a document stands once, below the last line about it."""
    lines: list[str] = []
    for problem, following in zip_longest(problems, problems[1:]):
        lines.append(str(problem))
        if problem.raw and (following is None or following.raw != problem.raw):
            lines.append(problem.raw)
    return "\n".join(lines).rstrip()


def _pointed_parts(uris: Sequence[str], parts: Sequence[BodyPart]) -> tuple[list[BodyPart], list[LocationProblem]]:
    by_id = {part.content_id: part for part in reversed(parts) if part.content_id}
    pointed: dict[str, BodyPart] = {}
    problems: list[LocationProblem] = []
    for uri in uris:
        if not _is_cid(uri):
            continue
        named = "".join(uri.partition(":")[2].split()).strip("</>")
        content_id = named if named in by_id else unquote(named)
        if content_id in by_id:
            pointed[content_id] = by_id[content_id]
        else:
            problems.append(LocationProblem(Reason.MISSING_PART, uri[:MAX_URI_CHARS]))
    return list(pointed.values()), problems


def _is_cid(uri: str) -> bool:
    return uri.lower().startswith("cid:")


def _is_pidf(part: BodyPart) -> bool:
    return part.content_type.partition(";")[0].strip().lower() == PIDF_TYPE

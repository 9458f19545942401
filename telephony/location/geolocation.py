"""The `Geolocation` header (RFC 6442) and the body parts it points to."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

from telephony.events import BodyPart, Header
from telephony.location import pidflo
from telephony.location.pidflo import Reading
from telephony.location.place import CallerLocation, LocationProblem, Reason
from telephony.sip.address import parse_address, split_list
from telephony.sip.message import SipMessage, canonical

PIDF_TYPE = "application/pidf+xml"
MAX_VALUES = 16


def from_message(message: SipMessage) -> tuple[CallerLocation | None, str]:
    """Return the caller's place and what was wrong; see `from_parts`."""
    return from_parts(message.headers, message.parts)


def from_parts(headers: Sequence[Header], parts: Sequence[BodyPart]) -> tuple[CallerLocation | None, str]:
    """Return (place or None, problem).

    Places by value (`cid:`) come first, in the order of the header; a PIDF-LO part that no header names is read too. The
    problem is "" when nothing was wrong (or nothing was sent), else lines that begin with a code of `Reason`, followed by
    the raw text. With a place it tells what else came and could not be read. A place by reference alone is not fetched:
    `by_reference: <all values>`.
    """
    values = [value for header in headers if canonical(header.name) == "geolocation" for value in split_list(header.value)]
    uris = [parse_address(value).uri for value in values[:MAX_VALUES]]
    pointed, problems = _pointed_parts(uris, parts)
    reading = Reading([], problems)
    for part in pointed or [part for part in parts if _is_pidf(part)]:
        found = pidflo.read(part.content)
        reading.locations.extend(found.locations)
        reading.problems.extend(found.problems)
    references = [uri for uri in uris if ":" in uri and not _is_cid(uri)]
    if not reading.locations and references:
        reading.problems.append(LocationProblem(Reason.BY_REFERENCE, " ".join(references)))
    if values and not reading.locations and not reading.problems:
        reading.problems.append(LocationProblem(Reason.BAD_HEADER, ", ".join(values)[:1000]))
    return next(iter(reading.locations), None), "\n".join(problem.text() for problem in reading.problems)


def _pointed_parts(uris: Sequence[str], parts: Sequence[BodyPart]) -> tuple[list[BodyPart], list[LocationProblem]]:
    by_id = {part.content_id: part for part in parts if part.content_id}
    pointed: dict[str, BodyPart] = {}
    problems: list[LocationProblem] = []
    for uri in uris:
        if not _is_cid(uri):
            continue
        content_id = unquote(uri.partition(":")[2])
        if content_id in by_id:
            pointed[content_id] = by_id[content_id]
        else:
            problems.append(LocationProblem(Reason.MISSING_PART, uri[:1000]))
    return list(pointed.values()), problems


def _is_cid(uri: str) -> bool:
    return uri.lower().startswith("cid:")


def _is_pidf(part: BodyPart) -> bool:
    return part.content_type.partition(";")[0].strip().lower() == PIDF_TYPE

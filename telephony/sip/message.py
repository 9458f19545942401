"""A raw SIP message taken apart: start line, headers in order, body parts, and who is calling.

Pure and total: any bytes give a `SipMessage`; what was not as RFC 3261 wants it stands in `problems` as short codes.
The work is bounded: what is past `MAX_HEAD_BYTES` or `MAX_HEADERS` is not read (the caller keeps the raw message).
"""

from __future__ import annotations

import re

import msgspec

from telephony.events import BodyPart, Header
from telephony.numbers import names_nobody
from telephony.sip.address import Address, parse_address, split_list
from telephony.sip.multipart import Splitter, bare_id, decode_text

MAX_HEAD_BYTES = 256 * 1024
MAX_HEADERS = 1000
MAX_IDENTITIES = 8  # RFC 3325 §9.1 allows two

# RFC 3261 §7.3.3 and the IANA registry of SIP header fields.
COMPACT_FORMS = {
    "a": "accept-contact", "b": "referred-by", "c": "content-type", "d": "request-disposition", "e": "content-encoding",
    "f": "from", "i": "call-id", "j": "reject-contact", "k": "supported", "l": "content-length", "m": "contact",
    "n": "identity-info", "o": "event", "r": "refer-to", "s": "subject", "t": "to", "u": "allow-events", "v": "via",
    "x": "session-expires", "y": "identity",
}  # fmt: skip

_LEADING_EMPTY_LINES = re.compile(rb"(?:\r?\n)*")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_PRIVATE = frozenset({"id", "user", "header"})


class SipMessage(msgspec.Struct, frozen=True, kw_only=True):
    """`headers` are unfolded, in order, names as spelled; a line without a colon has the name "".
    `parts` are the leaves of the body in order (none for an empty body)."""

    start_line: str
    headers: tuple[Header, ...]
    parts: tuple[BodyPart, ...]
    problems: tuple[str, ...] = ()

    def header(self, name: str) -> tuple[str, ...]:
        """Return the values of every header of this name in order; long and compact forms are one (`f` = `From`)."""
        wanted = canonical(name)
        return tuple(header.value for header in self.headers if canonical(header.name) == wanted)


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """Who calls. `number_raw` is the user part of the first identity that names somebody, in the order
    P-Asserted-Identity, Remote-Party-ID, From; it and `display_name` are "" when `withheld`.
    `asserted_identity` holds the asserted URIs as they came (RFC 3325), also of a withheld caller."""

    number_raw: str
    display_name: str
    asserted_identity: str
    withheld: bool


def canonical(name: str) -> str:
    """Return the long form of a header's name in lower case."""
    lower = name.strip().lower()
    return COMPACT_FORMS.get(lower, lower)


def parse_message(raw: bytes) -> SipMessage:
    """Take `raw` apart. Never raises; an unreadable message has an empty start line or no headers."""
    problems: list[str] = []
    head, body = _cut_head(raw, problems)
    start_line, _, header_lines = head.partition(b"\n")
    headers = _read_headers(header_lines, problems)
    message = SipMessage(start_line=decode_text(start_line), headers=headers, parts=())
    body = _cut_body(body, message.header("Content-Length"), problems)
    splitter = Splitter()
    if body:
        content_type = next(iter(message.header("Content-Type")), "")
        content_id = bare_id(next(iter(message.header("Content-ID")), ""))
        splitter.split(content_type, content_id, body)
    return msgspec.structs.replace(
        message, parts=tuple(splitter.parts), problems=tuple(dict.fromkeys(problems + splitter.problems))
    )


def caller_identity(message: SipMessage) -> Identity:
    """Return who calls. A caller is withheld when Privacy (RFC 3323) or Remote-Party-ID asks for it, or when no
    identity names anybody ("anonymous", "unavailable", an empty user …)."""
    asserted = _addresses(message, "P-Asserted-Identity")
    remote = [address for address in _addresses(message, "Remote-Party-ID") if _is_calling_party(address)]
    sender = [parse_address(value) for value in message.header("From")[:1]]
    asserted_uris = ", ".join(address.uri for address in asserted)
    chosen = next((found for group in (asserted, remote, sender) if (found := _best(group))), None)
    if chosen is None or _asks_privacy(message, remote):
        return Identity(number_raw="", display_name="", asserted_identity=asserted_uris, withheld=True)
    names = (address.display_name for address in (chosen, *asserted, *remote, *sender))
    return Identity(
        number_raw=chosen.user,
        display_name=next((name for name in names if not names_nobody(name)), ""),
        asserted_identity=asserted_uris,
        withheld=False,
    )


def _cut_head(raw: bytes, problems: list[str]) -> tuple[bytes, bytes]:
    """Return (start line and headers, body); empty lines before the message are skipped (RFC 3261 §7.5)."""
    skipped = _LEADING_EMPTY_LINES.match(raw)
    start = skipped.end() if skipped else 0
    end = _HEAD_END.search(raw, start)
    if end is None:
        problems.append("no_end_of_headers")
    head = raw[start : end.start() if end else len(raw)]
    if len(head) > MAX_HEAD_BYTES:
        problems.append("head_too_long")
        head = head[:MAX_HEAD_BYTES]
    return head, raw[end.end() :] if end else b""


def _read_headers(lines: bytes, problems: list[str]) -> tuple[Header, ...]:
    unfolded: list[list[bytes]] = []
    for line in lines.split(b"\n") if lines else ():
        if line[:1] in (b" ", b"\t") and unfolded:
            unfolded[-1].append(line.strip())
        elif len(unfolded) == MAX_HEADERS:
            problems.append("too_many_headers")
            break
        else:
            unfolded.append([line.strip(b"\r")])
    return tuple(_read_header(b" ".join(pieces), problems) for pieces in unfolded)


def _read_header(line: bytes, problems: list[str]) -> Header:
    name, colon, value = line.partition(b":")
    if not colon:
        problems.append("header_without_colon")
        return Header(name="", value=decode_text(line))
    return Header(name=decode_text(name), value=decode_text(value))


def _cut_body(body: bytes, lengths: tuple[str, ...], problems: list[str]) -> bytes:
    """Return the body as long as Content-Length says; bytes behind it do not belong to the message (RFC 3261 §18.3)."""
    if not lengths:
        return body
    text = lengths[0]
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        problems.append("bad_content_length")
        return body
    if int(text) > len(body):
        problems.append("body_too_short")
    return body[: int(text)]


def _addresses(message: SipMessage, name: str) -> list[Address]:
    elements = (element for value in message.header(name)[:MAX_IDENTITIES] for element in split_list(value)[:MAX_IDENTITIES])
    return [parse_address(element) for element in elements]


def _best(addresses: list[Address]) -> Address | None:
    """Return the address to call back: one with digits before one with a name (RFC 3325 allows a sip and a tel URI)."""
    named = [address for address in addresses if not names_nobody(address.user)]
    return next((address for address in named if any(map(str.isdigit, address.user))), named[0] if named else None)


def _is_calling_party(address: Address) -> bool:
    return address.parameters.get("party", "calling").lower() == "calling"


def _asks_privacy(message: SipMessage, remote: list[Address]) -> bool:
    """True for Privacy with a value that hides the identity, or `privacy=full|uri` of Remote-Party-ID."""
    values = re.split(r"[;,\s]+", " ".join(message.header("Privacy")).lower())
    hidden = any(address.parameters.get("privacy", "").lower() in {"full", "uri"} for address in remote)
    return hidden or not _PRIVATE.isdisjoint(values)

"""Names and addresses in SIP headers (`"Name" <sip:user@host>;tag=1`, RFC 3261 §20.10 and §25.1), read leniently."""

from __future__ import annotations

import re
from urllib.parse import unquote

import msgspec

_QUOTED_PAIR = re.compile(r"\\(.)", re.DOTALL)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """One address. `user` is the part before `@` (percent-decoded, without password and `;` parameters), or the whole
    number of a `tel:` URI. `parameters` are those of the header (behind `>`), names in lower case, values unquoted."""

    display_name: str
    uri: str
    scheme: str
    user: str
    host: str
    parameters: dict[str, str]


def split_list(value: str) -> list[str]:
    """Return the elements of a comma list; commas in quotes or angle brackets do not part."""
    return [piece for piece in (part.strip() for part in _split(value, ",")) if piece]


def parse_address(value: str) -> Address:
    """Return what can be read of `value`; parts that are not there are empty. Never raises."""
    name, uri, rest = _cut(value.strip())
    scheme, user, host = _read_uri(uri)
    return Address(
        display_name=_plain_name(name),
        uri=uri,
        scheme=scheme,
        user=user,
        host=host,
        parameters=parse_parameters(rest),
    )


def unquote_text(text: str) -> str:
    """Return a quoted string without its quotes and quoted pairs; other text as it is."""
    text = text.strip()
    if not text.startswith('"'):
        return text
    inner = text[1:-1] if len(text) > 1 and text.endswith('"') else text[1:]
    return _QUOTED_PAIR.sub(r"\1", inner)


def _split(value: str, separator: str) -> list[str]:
    """Split outside quotes and angle brackets, in one pass."""
    pieces: list[str] = []
    start = 0
    quoted = bracketed = escaped = False
    for at, sign in enumerate(value):
        if escaped:
            escaped = False
        elif quoted:
            escaped = sign == "\\"
            quoted = sign != '"'
        elif sign == '"':
            quoted = True
        elif sign in "<>":
            bracketed = sign == "<"
        elif sign == separator and not bracketed:
            pieces.append(value[start:at])
            start = at + 1
    pieces.append(value[start:])
    return pieces


def _cut(value: str) -> tuple[str, str, str]:
    """Return (display name, URI, header parameters). Without brackets every `;` belongs to the header (§20)."""
    name_end = _end_of_quoted(value) if value.startswith('"') else 0
    opening = value.find("<", name_end)
    if opening < 0:
        uri, _, rest = value[name_end:].partition(";")
        return value[:name_end], uri.strip(), rest
    closing = value.find(">", opening)
    if closing < 0:
        return value[:opening], value[opening + 1 :].strip(), ""
    return value[:opening], value[opening + 1 : closing].strip(), value[closing + 1 :].lstrip(" \t;")


def _end_of_quoted(value: str) -> int:
    """Return the index behind the closing quote, or 0 when the quote is never closed."""
    match = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL).match(value)
    return match.end() if match else 0


def _plain_name(name: str) -> str:
    """Return the name as people read it: unquoted, one line, no control or direction-changing characters."""
    return " ".join(_CONTROLS.sub(" ", unquote_text(name)).split())


def _read_uri(uri: str) -> tuple[str, str, str]:
    match = _SCHEME.match(uri)
    scheme = match[1].lower() if match else ""
    if scheme not in {"sip", "sips", "tel"}:
        return scheme, "", ""
    rest = uri[len(scheme) + 1 :]
    if scheme == "tel":
        return scheme, unquote(rest.partition(";")[0]).strip(), ""
    user_part, at, host_part = rest.rpartition("@")
    host = re.split(r"[;?]", host_part, maxsplit=1)[0] if at else rest
    user = re.split(r"[:;]", user_part, maxsplit=1)[0]
    return scheme, unquote(user).strip(), host.lower()


def parse_parameters(text: str) -> dict[str, str]:
    """Return `a=1; b="x"` as a dict: names in lower case, values unquoted, the first of two equal names."""
    parameters: dict[str, str] = {}
    for piece in _split(text, ";"):
        name, _, value = piece.partition("=")
        if name.strip():
            parameters.setdefault(name.strip().lower(), unquote_text(value))
    return parameters

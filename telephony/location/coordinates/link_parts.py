"""A link taken apart without trust: no part raises, everything is bounded, double encoding is undone."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

MAX_FIELDS = 100
MAX_ENCODINGS = 3

_HOST = re.compile(
    r"(?:[a-z][a-z0-9+.-]{0,30}:)?(?://)?(?:[^/?#@]{0,200}@)?(?P<host>[^/?#:]{0,253})(?::[0-9]{0,5})?", re.IGNORECASE
)


class Link(NamedTuple):
    """`host` in lower case. `path` are its segments, `fields` the query and what the fragment says as a query, in order, all
    decoded. `flat` is the whole link decoded, for forms that have their own signs (`!3d`, `/@`)."""

    host: str
    path: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    fragment: str
    flat: str


def take_apart(url: str) -> Link:
    if re.match(r"[a-z]{2,10}%", url, re.IGNORECASE):
        url = decode(url)
    front, _, fragment = url.partition("#")
    front, _, query = front.partition("?")
    host = _HOST.match(front)
    path = front[host.end() :] if host else front
    fields = [pair.partition("=")[::2] for pair in re.split("[&;]", f"{query}&{fragment}")[:MAX_FIELDS]]
    return Link(
        host=host["host"].lower() if host else "",
        path=tuple(decode_form(part) for part in path.split("/")[:MAX_FIELDS] if part),
        fields=tuple((decode(name).lower(), decode_form(value)) for name, value in fields if value),
        fragment=decode(fragment),
        flat=decode(url),
    )


def decode(text: str) -> str:
    """Undo percent encoding, also when it was done twice."""
    for _ in range(MAX_ENCODINGS):
        decoded = unquote(text, errors="replace")
        if decoded == text:
            break
        text = decoded
    return text


def decode_form(text: str) -> str:
    """The same where a plus sign stands for a space, except in a plus code."""
    return decode(re.sub(r"\+(?![2-9CFGHJMPQRVWX]{2,7}(?![\w.]))", " ", text, flags=re.IGNORECASE))

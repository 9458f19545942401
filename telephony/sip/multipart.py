"""Body parts of a SIP message (RFC 2046 §5.1, RFC 5621), read leniently: what a sloppy sender meant, bytes kept exactly."""

from __future__ import annotations

import re

from telephony.events import BodyPart, Header
from telephony.sip.address import parse_parameters

MAX_PARTS = 64
MAX_DEPTH = 4
MAX_BOUNDARY_CHARS = 200
MAX_PART_HEADERS = 64

_HEADER_LINE = re.compile(rb"([!#$%&'*+\-.^_`|~0-9A-Za-z]+)[ \t]*:[ \t]*([^\n]*)(?:\n|\Z)")
_FOLDED_LINE = re.compile(rb"[ \t]+([^\n]*)(?:\n|\Z)")
_EMPTY_LINE = re.compile(rb"\r?(?:\n|\Z)")
_GUESSED_BOUNDARY = re.compile(rb"(?:\A|\n)--([!-~]{1,200}?)(?:--)?[ \t]*\r?(?:\n|\Z)")
_OPAQUE = "application/octet-stream"


class Splitter:
    """Takes one body apart. `problems` collects short codes of what was not as it should be."""

    def __init__(self) -> None:
        self.parts: list[BodyPart] = []
        self.problems: list[str] = []

    def split(self, content_type: str, content_id: str, body: bytes, depth: int = 0) -> None:
        """Add the leaf parts of `body` in order. A body that cannot be split is one part as it came."""
        whole = BodyPart(content_type=content_type, content_id=content_id, content=body)
        if not content_type.lower().startswith("multipart/"):
            self._keep(whole)
            return
        if depth >= MAX_DEPTH:
            self._note("multipart_too_deep")
            self._keep(whole)
            return
        slices = self._slices(content_type, body)
        if not slices:
            self._note("multipart_without_parts")
            self._keep(whole)
            return
        for start, end in slices:
            if len(self.parts) >= MAX_PARTS:
                self._note("too_many_parts")
                return
            self._split_part(body[start:end], depth)

    def _split_part(self, part: bytes, depth: int) -> None:
        headers, content = self._read_part(part)
        named = {header.name.lower(): header.value for header in reversed(headers)}
        content_type = named.get("content-type", named.get("c", ""))
        self.split(content_type, bare_id(named.get("content-id", "")), content, depth + 1)

    def _slices(self, content_type: str, body: bytes) -> list[tuple[int, int]]:
        """Return (start, end) of each part between the boundary lines; the line end before a boundary belongs to it."""
        boundary = self._boundary(content_type, body)
        if not boundary:
            return []
        line = re.compile(rb"(?:\A|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\r?\n|\Z)")
        slices: list[tuple[int, int]] = []
        start = -1
        for match in line.finditer(body):
            if start >= 0:
                slices.append((start, max(start, match.start())))
            if match[1]:
                return slices
            line_end = body.find(b"\n", match.end())
            start = len(body) if line_end < 0 else line_end + 1
            if len(slices) > MAX_PARTS:
                return slices
        if start >= 0:
            self._note("multipart_unclosed")
            if start < len(body):
                slices.append((start, len(body)))
        return slices

    def _boundary(self, content_type: str, body: bytes) -> bytes:
        boundary = parse_parameters(content_type.partition(";")[2]).get("boundary", "")
        if boundary and len(boundary) <= MAX_BOUNDARY_CHARS:
            return boundary.encode("utf-8", "surrogatepass")
        self._note("multipart_without_boundary")
        guess = _GUESSED_BOUNDARY.search(body)
        return guess[1] if guess else b""

    def _read_part(self, part: bytes) -> tuple[list[Header], bytes]:
        """Return the part's headers and content. The content begins behind the empty line, or, where that is missing,
        at the first line that is no header."""
        lines: list[tuple[str, list[str]]] = []
        at = 0
        while len(lines) < MAX_PART_HEADERS:
            if empty := _EMPTY_LINE.match(part, at):
                return _headers(lines), part[empty.end() :]
            if line := _HEADER_LINE.match(part, at):
                lines.append((decode_text(line[1]), [decode_text(line[2])]))
            elif lines and (line := _FOLDED_LINE.match(part, at)):
                lines[-1][1].append(decode_text(line[1]))
            else:
                break
            at = line.end()
        self._note("part_without_empty_line")
        return _headers(lines), part[at:]

    def _keep(self, part: BodyPart) -> None:
        self.parts.append(part)

    def _note(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)


def _headers(lines: list[tuple[str, list[str]]]) -> list[Header]:
    return [Header(name=name, value=" ".join(pieces).strip()) for name, pieces in lines]


def bare_id(content_id: str) -> str:
    """Return a Content-ID without its angle brackets."""
    return content_id.strip().removeprefix("<").removesuffix(">").strip()


def decode_text(raw: bytes) -> str:
    """Return header text; bytes that are no UTF-8 are backslash-escaped, so nothing is lost."""
    return raw.decode("utf-8", "backslashreplace").strip(" \t\r")

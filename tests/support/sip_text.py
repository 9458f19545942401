"""Reading and writing SIP messages for the test peer: just enough, and never repairing what a test wants broken."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

COMPACT = {
    "v": "via",
    "f": "from",
    "t": "to",
    "i": "call-id",
    "m": "contact",
    "l": "content-length",
    "c": "content-type",
    "r": "refer-to",
}
TransactionKey = tuple[str, str]
"""The branch of the topmost Via, and CSeq."""


@dataclass(frozen=True)
class Message:
    """`at_ns` is `time.time_ns()` at arrival."""

    start: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    at_ns: int = 0
    source: tuple[str, int] = ("", 0)
    raw: bytes = b""

    def get(self, name: str) -> str:
        return next((value for key, value in self.headers if key == name.lower()), "")

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key == name.lower()]

    @property
    def transaction(self) -> TransactionKey:
        """What a request, its retransmissions and its responses have in common (RFC 3261 §17.1.3)."""
        return self.get("via").partition(";branch=")[2].partition(";")[0], self.get("cseq")

    @property
    def is_response(self) -> bool:
        return self.start.startswith("SIP/2.0 ")

    @property
    def code(self) -> int:
        return int(self.start.split()[1])

    @property
    def method(self) -> str:
        return self.get("cseq").split()[-1] if self.is_response else self.start.split()[0]


def parse(raw: bytes, at_ns: int = 0, source: tuple[str, int] = ("", 0)) -> Message:
    head, _, body = raw.partition(b"\r\n\r\n")
    lines = head.decode("utf-8", "surrogateescape").split("\r\n")
    headers = []
    for line in lines[1:]:
        name, _, value = line.partition(":")
        key = name.strip().lower()
        headers.append((COMPACT.get(key, key), value.strip()))
    return Message(lines[0], tuple(headers), body, at_ns, source, raw)


def build(start: str, headers: list[tuple[str, str]], body: bytes = b"") -> bytes:
    lines = [start, *(f"{name}: {value}" for name, value in headers), f"Content-Length: {len(body)}"]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "surrogateescape") + body


@dataclass
class StreamCutter:
    """Cuts a TCP stream into messages by Content-Length (RFC 3261 §18.3)."""

    buffer: bytearray = field(default_factory=bytearray)

    def feed(self, data: bytes) -> list[bytes]:
        self.buffer += data
        messages = []
        while True:
            while self.buffer[:2] == b"\r\n":
                del self.buffer[:2]
            end = self.buffer.find(b"\r\n\r\n")
            if end < 0:
                return messages
            length = int(parse(bytes(self.buffer[: end + 4])).get("content-length") or 0)
            if len(self.buffer) < end + 4 + length:
                return messages
            messages.append(bytes(self.buffer[: end + 4 + length]))
            del self.buffer[: end + 4 + length]


def sdp(host: str, port: int, direction: str = "sendrecv", version: int = 1) -> bytes:
    """An offer or answer of PCMA with telephone events (RFC 4733)."""
    lines = (
        "v=0", f"o=peer 1 {version} IN IP4 {host}", "s=-", f"c=IN IP4 {host}", "t=0 0", f"m=audio {port} RTP/AVP 8 101",
        "a=rtpmap:8 PCMA/8000", "a=rtpmap:101 telephone-event/8000", "a=fmtp:101 0-16", "a=ptime:20", f"a={direction}",
    )  # fmt: skip
    return ("\r\n".join(lines) + "\r\n").encode()


def media_of(body: bytes) -> tuple[str, int, str]:
    """Return host, port and direction of an SDP's first audio stream."""
    host, port, direction = "", 0, "sendrecv"
    for line in body.decode("utf-8", "replace").splitlines():
        if line.startswith("c=IN IP4 "):
            host = line.split()[2]
        elif line.startswith("m=audio "):
            port = int(line.split()[1])
        elif line[2:] in {"sendrecv", "sendonly", "recvonly", "inactive"}:
            direction = line[2:]
    return host, port, direction


def new_token() -> str:
    return uuid.uuid4().hex[:12]


def new_branch() -> str:
    """RFC 3261 §8.1.1.7: unique, with the magic cookie."""
    return f"z9hG4bK{new_token()}"

"""What crosses the local socket between the line and the window.

One frame = 4 bytes big-endian length + JSON of one struct below. The window speaks first (`Attach`), the line answers every
request with one `Reply` of the same `id`, and pushes `Snapshot` (once, after `Attach`), `Committed` (every event of the
journal, in order, only after it is on disk) and `Health` (whenever it changes). Frames are at most 8 MiB.
"""

from __future__ import annotations

import struct
from typing import Literal

import msgspec

from calltaker.domain.live_call import LiveCall
from db.events import Event, NewEvent
from telephony.commands import AnyCommand

MAX_FRAME_BYTES = 8 * 1024 * 1024
_LENGTH = struct.Struct(">I")


class WireError(ValueError):
    """The other side sent something that is not a frame of this protocol; the text names what."""


# --- window -> line ----------------------------------------------------------------------------------------------------
class Attach(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """First request. `token` is the secret of the seat's run folder (needed where the socket is TCP; with a wrong one the
    connection is closed without a word); `client` is for the log. A second one is refused with the code `bad_request`."""

    token: str = ""
    client: str = "desk"
    actor: str = ""


class Phone(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """An order for the telephone. The reply says it was taken, the outcome comes as an event."""

    command: AnyCommand


class Append(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Facts for the journal, committed together or not at all. Reply: `Appended`."""

    events: tuple[NewEvent, ...]


class SaveDraft(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The half-typed form of a call, at every change. An older save still queued is replaced by a newer one.
    `form` is JSON of `calltaker.domain.form.FormState`; "" forgets the draft."""

    call_id: str
    form: str


class Ping(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Is the line alive? Reply: `Reply(result=None)`."""


AnyRequest = Attach | Phone | Append | SaveDraft | Ping


class Request(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    body: AnyRequest


# --- line -> window ----------------------------------------------------------------------------------------------------
class Appended(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The events are on disk."""

    events: tuple[Event, ...]


class Reply(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """`error` is "" or a code of `calltaker.domain.trouble.Trouble`, which the window says in the person's language;
    `detail` is the technical side of it, shown smaller."""

    id: int
    error: str = ""
    detail: str = ""
    result: Appended | None = None


class LineState(msgspec.Struct, frozen=True, kw_only=True):
    """One SIP line (account)."""

    name: str
    registered: bool
    code: int
    reason: str


class Health(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Everything that the status bar shows. `journal`: ok, slow, full (no space), failing; `journal_backlog` counts facts
    that are not yet on disk. `recording_free_mb` is the room left for recordings. After a death of the line `last_death` says
    in technical words what is known of it, `last_death_at_us` its last sign of life, `cut_calls` which calls it cut."""

    lines: tuple[LineState, ...] = ()
    lines_in_use: int = 0
    lines_total: int = 4
    headset: str = ""
    headset_is_null: bool = True
    ringer: str = ""
    ringer_is_null: bool = True
    journal: Literal["ok", "slow", "full", "failing"] = "ok"
    journal_problem: str = ""
    journal_backlog: int = 0
    recording_problem: str = ""
    recording_free_mb: int = -1
    line_started_at_us: int = 0
    last_death: str = ""
    last_death_at_us: int = 0
    cut_calls: tuple[str, ...] = ()


class Snapshot(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Where everything stands: the calls that are open, the calls that ended in the last 10 minutes, drafts by call id."""

    seat: str
    head_seq: int
    calls: tuple[LiveCall, ...]
    drafts: dict[str, str]
    health: Health


class Committed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A fact of the journal. `durable` is false when the disk refused it and it is kept in memory for now."""

    event: Event
    durable: bool = True


AnyPush = Reply | Snapshot | Committed | Health

_encoder = msgspec.json.Encoder()
_request_decoder = msgspec.json.Decoder(Request)
_push_decoder: msgspec.json.Decoder[AnyPush] = msgspec.json.Decoder(AnyPush)


def pack(message: Request | AnyPush) -> bytes:
    """Return the frame of a message."""
    body = _encoder.encode(message)
    return _LENGTH.pack(len(body)) + body


class Unpacker:
    """Cuts a byte stream into frame bodies. Not thread-safe: one per connection."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> list[bytes]:
        """Return the bodies completed by `data`. Raises `WireError` for a frame over the limit."""
        self._buffer += data
        bodies: list[bytes] = []
        while len(self._buffer) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._buffer)
            if length > MAX_FRAME_BYTES:
                raise WireError(f"frame of {length} bytes is over the limit of {MAX_FRAME_BYTES}")
            if len(self._buffer) < _LENGTH.size + length:
                break
            bodies.append(bytes(self._buffer[_LENGTH.size : _LENGTH.size + length]))
            del self._buffer[: _LENGTH.size + length]
        return bodies


def decode_request(body: bytes) -> Request:
    """Raises `WireError`."""
    try:
        return _request_decoder.decode(body)
    except msgspec.MsgspecError as error:
        raise WireError(f"request cannot be read: {error}") from error


def decode_push(body: bytes) -> AnyPush:
    """Raises `WireError`."""
    try:
        return _push_decoder.decode(body)
    except msgspec.MsgspecError as error:
        raise WireError(f"message of the line cannot be read: {error}") from error

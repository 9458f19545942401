"""What a window may ask, and what it gets. Runs on the socket's thread; nothing here waits."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Callable

import msgspec

from calltaker.domain.trouble import Trouble
from calltaker.line import wire
from calltaker.line.connection import Connection
from calltaker.line.hub import Hub
from calltaker.line.inbox import Draft, Item, Wish
from calltaker.line.orders import Orders
from calltaker.line.translate import Translator
from db.events import CallLocationConfirmed, CallLocationReceived, Event, NewEvent, UnknownKindError, decode
from telephony.commands import AnyCommand, Conference, Dial, TransferAttended

log = logging.getLogger("socket")

# What happened on the wire is said by the line alone; a window adds what people decide.
_ONLY_THE_LINE = ("recording.",)
_CALL_KINDS_OF_WINDOWS = frozenset(
    {"call.outcome_set", "call.outcome_undone", "call.linked", CallLocationConfirmed.KIND, CallLocationReceived.KIND}
)
_PASTED = "pasted"


class Requests:
    """`submit` hands work to the journal's thread; `note(what, detail)` puts a change of the seat on record."""

    def __init__(
        self,
        hub: Hub,
        submit: Callable[[Item], None],
        orders: Orders,
        translator: Translator,
        token: str,
        note: Callable[[str, str], None],
    ) -> None:
        self._hub = hub
        self._submit = submit
        self._orders = orders
        self._translator = translator
        self._token = token
        self._note = note

    def handle(self, window: Connection, request: wire.Request) -> None:
        """Serve one request. Raises `wire.WireError` when the window has not shown the right token."""
        body = request.body
        if not isinstance(body, wire.Attach) and not window.attached:
            raise wire.WireError("its first request is not Attach")
        match body:
            case wire.Attach():
                self._attach(window, request.id, body)
            case wire.Phone():
                self._phone(window, request.id, body.command)
            case wire.Append():
                self._append(window, request.id, body.events)
            case wire.SaveDraft():
                self._hub.set_draft(body.call_id, body.form)
                self._submit(Draft(body.call_id, body.form, _answer_draft(window, request.id)))
            case wire.Ping():
                window.reply(request.id)

    def gone(self, window: Connection) -> None:
        """A window left or was dropped."""
        self._hub.detach(window)
        if window.attached:
            log.info("%s left", window.name)
            self._note("window_lost", window.name)

    def _attach(self, window: Connection, request_id: int, attach: wire.Attach) -> None:
        if not hmac.compare_digest(attach.token.encode(), self._token.encode()) and self._token:
            raise wire.WireError("it shows a wrong token")
        if window.attached:
            window.reply(request_id, error=Trouble.BAD_REQUEST, detail="already attached")
            return
        window.attached = True
        window.actor = attach.actor
        window.name = f"{window.name} ({attach.client[:40]})"
        log.info("%s attached", window.name)
        window.reply(request_id)
        self._hub.attach(window)
        self._note("window_attached", window.name)

    def _phone(self, window: Connection, request_id: int, command: AnyCommand) -> None:
        for call_id in _calls_of(command):
            call = self._hub.call(call_id)
            if call is None or not call.is_open:
                window.reply(request_id, error=Trouble.NO_SUCH_CALL, detail=call_id)
                return
        self._translator.note_order(command, window.actor)
        self._orders.submit(command, lambda error, detail: window.reply(request_id, error=error, detail=detail))

    def _append(self, window: Connection, request_id: int, events: tuple[NewEvent, ...]) -> None:
        for event in events:
            if _is_the_lines(event):
                window.reply(request_id, error=Trouble.BAD_REQUEST, detail=f"{event.kind} is said by the line alone")
                return
        if not events:
            window.reply(request_id, result=wire.Appended(events=()))
            return
        signed = tuple(event if event.actor else msgspec.structs.replace(event, actor=window.actor) for event in events)

        def answer(written: tuple[Event, ...], error: str, detail: str) -> None:
            window.reply(request_id, error=error, detail=detail, result=None if error else wire.Appended(events=written))

        self._submit(Wish(signed, answer))


def _answer_draft(window: Connection, request_id: int) -> Callable[[tuple[Event, ...], str, str], None]:
    return lambda _events, error, detail: window.reply(request_id, error=error, detail=detail)


def _is_the_lines(event: NewEvent) -> bool:
    """A place comes with a call on the wire, or a person pastes what they were sent."""
    kind = event.kind
    if kind == CallLocationReceived.KIND:
        return not _is_pasted(event)
    return kind.startswith(_ONLY_THE_LINE) or (kind.startswith("call.") and kind not in _CALL_KINDS_OF_WINDOWS)


def _is_pasted(event: NewEvent) -> bool:
    try:
        return bool(decode(event.kind, event.payload).via == _PASTED)
    except UnknownKindError:
        return False


def _calls_of(command: AnyCommand) -> tuple[str, ...]:
    match command:
        case Dial():
            return ()
        case Conference():
            return command.call_ids
        case TransferAttended():
            return (command.call_id, command.consult_call_id)
    return (command.call_id,)

"""A small SIP peer on a raw socket (UDP or TCP): calls, is called, and does exactly what a test says.

It answers by itself only what every phone must: 200 to BYE, OPTIONS, NOTIFY and CANCEL (and 487), ACK to final answers, 200
with SDP to a re-INVITE, 202 to REFER with the NOTIFYs of `refer_script`. Times are `time.time_ns()`.
"""

from __future__ import annotations

import contextlib
import queue
import re
import socket
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from support.rtp import Rtp
from support.sip_text import Message, StreamCutter, build, media_of, parse, sdp

TIMEOUT_S = 10.0
ReferStep = tuple[int, str]


class PeerTimeoutError(AssertionError):
    """What was waited for did not come."""


@dataclass
class Dialog:
    local: str
    remote: str
    remote_target: str
    call_id: str
    cseq: int
    remote_address: tuple[str, int]
    routes: tuple[str, ...] = ()


class PeerCall:
    """One call of the peer, in either direction."""

    def __init__(self, peer: SipPeer, dialog: Dialog, invite: Message | None, hertz: float) -> None:
        self.peer, self.dialog, self.invite = peer, dialog, invite
        self.rtp = Rtp(peer.host, hertz)
        self.messages: list[Message] = []
        self.refer_script: tuple[ReferStep, ...] = ((100, "Trying"), (200, "OK"))
        self.refer_code = 202
        self.ended_by_other = False
        self.invite_sent_ns = 0
        self.sent_ok_ns = 0
        self.directions: list[str] = []
        self._branch = ""
        self._invite_uri = ""
        self._changed = threading.Condition()

    # --- waiting ---------------------------------------------------------------------------------------------------------
    def note(self, message: Message) -> None:
        with self._changed:
            self.messages.append(message)
            self._changed.notify_all()

    def wait(self, what: str, timeout_s: float = TIMEOUT_S) -> Message:
        """Return the first message that is `what`: a method ("BYE"), a code ("180") or a class of codes ("2xx")."""
        deadline = time.monotonic() + timeout_s
        with self._changed:
            while True:
                found = next((message for message in self.messages if _is(message, what)), None)
                if found is not None:
                    return found
                left = deadline - time.monotonic()
                if left <= 0:
                    seen = [message.start for message in self.messages]
                    raise PeerTimeoutError(f"no {what} within {timeout_s} s; seen: {seen}")
                self._changed.wait(left)

    def has(self, what: str) -> bool:
        return any(_is(message, what) for message in list(self.messages))

    # --- acting ----------------------------------------------------------------------------------------------------------
    def send_invite(self, uri: str, headers: list[tuple[str, str]], body: bytes, content_type: str) -> None:
        self._branch, self._invite_uri = _branch(), uri
        self.invite_sent_ns = time.time_ns()
        self._request("INVITE", uri, [*headers, *([("Content-Type", content_type)] if body else [])], body, branch=self._branch)

    def respond(
        self, code: int, reason: str = "X", *, with_sdp: bool = False, headers: list[tuple[str, str]] | None = None
    ) -> None:
        """Answer the INVITE that came in."""
        assert self.invite is not None
        body = sdp(self.peer.host, self.rtp.port) if with_sdp else b""
        if code == 200:
            self.sent_ok_ns = time.time_ns()
        self.peer.respond(self.invite, code, reason, body=body, tag=_tag_of(self.dialog.local), headers=headers or [])

    def answer(self) -> None:
        """Take a call that came in."""
        assert self.invite is not None
        host, port, _ = media_of(self.invite.body)
        self.rtp.connect(host, port)
        self.respond(200, "OK", with_sdp=True)
        self.wait("ACK")

    def reinvite(self, direction: str) -> None:
        self.dialog.cseq += 1
        body = sdp(self.peer.host, self.rtp.port, direction, self.dialog.cseq)
        self._branch = _branch()
        self._request("INVITE", self.dialog.remote_target, [("Content-Type", "application/sdp")], body, branch=self._branch)

    def cancel(self) -> None:
        self._request("CANCEL", self._invite_uri, [], b"", branch=self._branch)

    def bye(self) -> None:
        self.dialog.cseq += 1
        self._request("BYE", self.dialog.remote_target, [], b"")

    def info(self, content_type: str, body: bytes) -> None:
        self.dialog.cseq += 1
        self._request("INFO", self.dialog.remote_target, [("Content-Type", content_type)], body)

    def close(self) -> None:
        self.rtp.close()

    # --- what comes in (receiver thread) -----------------------------------------------------------------------------------
    def on_response(self, message: Message) -> None:
        if message.method == "INVITE" and message.code >= 200:
            if message.code < 300:
                contact = re.search(r"<([^>]*)>", message.get("contact"))
                self.dialog.remote_target = contact[1] if contact else self.dialog.remote_target
                self.dialog.remote = message.get("to")
                self.dialog.routes = tuple(reversed(message.all("record-route")))
                host, port, _ = media_of(message.body)
                if port:
                    self.rtp.connect(host, port)
                self._request("ACK", self.dialog.remote_target, [], b"", number=int(message.get("cseq").split()[0]))
            else:
                self._request(
                    "ACK",
                    self._invite_uri,
                    [],
                    b"",
                    branch=self._branch,
                    to=message.get("to"),
                    number=int(message.get("cseq").split()[0]),
                )
        self.note(message)

    def on_request(self, message: Message) -> None:
        method = message.method
        if method == "INVITE":
            self._on_reinvite(message)
        elif method == "REFER":
            self.peer.respond(message, self.refer_code, "Accepted" if self.refer_code < 300 else "No")
        elif method == "CANCEL":
            self.peer.respond(message, 200, "OK")
            self.respond(487, "Request Terminated")
        elif method != "ACK":
            self.peer.respond(message, 200, "OK")
        if method == "BYE":
            self.ended_by_other = True
        self.note(message)
        if method == "REFER" and self.refer_code < 300:
            self.notify(self.refer_script)

    def notify(self, steps: tuple[ReferStep, ...]) -> None:
        """Tell how the transfer goes (RFC 3515)."""
        for code, reason in steps:
            self.dialog.cseq += 1
            state = "terminated;reason=noresource" if code >= 200 else "active;expires=60"
            headers = [("Event", "refer"), ("Subscription-State", state), ("Content-Type", "message/sipfrag;version=2.0")]
            self._request("NOTIFY", self.dialog.remote_target, headers, f"SIP/2.0 {code} {reason}\r\n".encode())

    def _on_reinvite(self, message: Message) -> None:
        host, port, direction = media_of(message.body)
        self.directions.append(direction)
        self.rtp.connect(host, port)
        answer = {"sendonly": "recvonly", "recvonly": "sendonly"}.get(direction, direction)
        body = sdp(self.peer.host, self.rtp.port, answer, int(time.monotonic() * 1000))
        self.peer.respond(message, 200, "OK", body=body)

    def _request(
        self,
        method: str,
        uri: str,
        extra: list[tuple[str, str]],
        body: bytes,
        *,
        branch: str = "",
        to: str = "",
        number: int = 0,
    ) -> None:
        dialog = self.dialog
        headers = [
            (
                "Via",
                f"SIP/2.0/{self.peer.transport.upper()} {self.peer.host}:{self.peer.port};branch={branch or _branch()};rport",
            ),
            ("From", dialog.local),
            ("To", to or dialog.remote),
            ("Call-ID", dialog.call_id),
            ("CSeq", f"{number or dialog.cseq} {method}"),
            ("Contact", f"<{self.peer.contact}>"),
            ("Max-Forwards", "70"),
            *(("Route", route) for route in dialog.routes),
            *extra,
        ]
        replaced = {name.lower() for name, _ in extra}
        headers = [header for header in headers[:7] if header[0].lower() not in replaced] + headers[7:]
        self.peer.send(build(f"{method} {uri} SIP/2.0", headers, body), dialog.remote_address)


class SipPeer:
    """A phone at `host:port`. Calls that come in are queued for `wait_call`."""

    def __init__(self, user: str = "peer", *, transport: str = "udp", host: str = "127.0.0.1", hertz: float = 1000.0) -> None:
        self.user, self.transport, self.host, self.hertz = user, transport, host, hertz
        kind = socket.SOCK_DGRAM if transport == "udp" else socket.SOCK_STREAM
        self._socket = socket.socket(socket.AF_INET, kind)
        self._socket.bind((host, 0))
        self._socket.settimeout(0.2)
        self.port: int = self._socket.getsockname()[1]
        self.contact = f"sip:{user}@{host}:{self.port}" + (";transport=tcp" if transport == "tcp" else "")
        self.calls: dict[str, PeerCall] = {}
        self.strays: list[Message] = []
        self.auto_answer_after_s: float | None = None
        self._incoming: queue.Queue[PeerCall] = queue.Queue()
        self._connections: dict[tuple[str, int], socket.socket] = {}
        self._closed = threading.Event()
        self._threads: list[threading.Thread] = []
        if transport == "udp":
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 21)
            self._start(self._receive_datagrams)
        else:
            self._socket.listen(16)
            self._start(self._accept)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def invite(
        self,
        address: tuple[str, int],
        *,
        to: str = "112",
        headers: list[tuple[str, str]] | None = None,
        body: bytes | Callable[[int], bytes] | None = None,
        content_type: str = "application/sdp",
        sender: str = "",
        direction: str = "sendrecv",
    ) -> PeerCall:
        """Call `to` at `address`. `body` None = an SDP offer of ours; a function gets the RTP port.
        `sender` replaces the From (without tag)."""
        local = f"{sender or f'<sip:{self.user}@{self.host}>'};tag={_token()}"
        uri = f"sip:{to}@{address[0]}:{address[1]}" + (";transport=tcp" if self.transport == "tcp" else "")
        dialog = Dialog(local, f"<sip:{to}@{address[0]}>", uri, f"{_token()}@{self.host}", 1, address)
        call = PeerCall(self, dialog, None, self.hertz)
        self.calls[dialog.call_id] = call
        offer = body(call.rtp.port) if callable(body) else body
        offer = sdp(self.host, call.rtp.port, direction) if offer is None else offer
        call.send_invite(uri, headers or [], offer, content_type)
        return call

    def wait_call(self, timeout_s: float = TIMEOUT_S) -> PeerCall:
        """Return the next call that comes in."""
        try:
            return self._incoming.get(timeout=timeout_s)
        except queue.Empty:
            raise PeerTimeoutError(f"no INVITE within {timeout_s} s") from None

    def respond(
        self,
        request: Message,
        code: int,
        reason: str,
        *,
        body: bytes = b"",
        tag: str = "",
        headers: list[tuple[str, str]] | None = None,
    ) -> None:
        to = request.get("to")
        if ";tag=" not in to:
            to += f";tag={tag or _token()}"
        answer = [
            *(("Via", via) for via in request.all("via")),
            *(("Record-Route", route) for route in request.all("record-route")),
        ]
        answer += [
            ("From", request.get("from")),
            ("To", to),
            ("Call-ID", request.get("call-id")),
            ("CSeq", request.get("cseq")),
        ]
        answer += [("Contact", f"<{self.contact}>"), *(headers or []), *([("Content-Type", "application/sdp")] if body else [])]
        self.send(build(f"SIP/2.0 {code} {reason}", answer, body), request.source)

    def send(self, data: bytes, address: tuple[str, int]) -> None:
        """Send bytes as they are."""
        if self.transport == "udp":
            self._socket.sendto(data, address)
            return
        if address not in self._connections:
            self._adopt(socket.create_connection(address, timeout=TIMEOUT_S), address)
        self._connections[address].sendall(data)

    def close(self) -> None:
        self._closed.set()
        for call in list(self.calls.values()):
            call.close()
        for connection in list(self._connections.values()):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()
        for thread in self._threads:
            thread.join(2)
        self._socket.close()

    # --- receiver threads --------------------------------------------------------------------------------------------------
    def _start(self, run: object, *args: object) -> None:
        thread = threading.Thread(target=run, args=args, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _receive_datagrams(self) -> None:
        while not self._closed.is_set():
            try:
                data, source = self._socket.recvfrom(65535)
            except OSError:
                continue
            self._take(data, source)

    def _accept(self) -> None:
        while not self._closed.is_set():
            try:
                connection, source = self._socket.accept()
            except OSError:
                continue
            self._adopt(connection, source)

    def _adopt(self, connection: socket.socket, address: tuple[str, int]) -> None:
        connection.settimeout(0.2)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._connections[address] = connection
        self._start(self._receive_stream, connection, address)

    def _receive_stream(self, connection: socket.socket, address: tuple[str, int]) -> None:
        cutter = StreamCutter()
        while not self._closed.is_set():
            try:
                data = connection.recv(65535)
            except TimeoutError:
                continue
            except OSError:
                break
            if not data:
                break
            for raw in cutter.feed(data):
                self._take(raw, address)
        self._connections.pop(address, None)
        connection.close()

    def _take(self, raw: bytes, source: tuple[str, int]) -> None:
        if not raw.strip():
            return
        message = parse(raw, time.time_ns(), source)
        call = self.calls.get(message.get("call-id"))
        if message.is_response:
            if call is not None:
                call.on_response(message)
            else:
                self.strays.append(message)
        elif call is not None:
            if message.method == "INVITE" and ";tag=" not in message.get("to"):
                return  # a retransmission
            call.on_request(message)
        elif message.method == "INVITE":
            self._on_invite(message)
        else:
            self.strays.append(message)
            if message.method != "ACK":
                self.respond(message, 200 if message.method == "OPTIONS" else 481, "OK")

    def _on_invite(self, message: Message) -> None:
        contact = re.search(r"<([^>]*)>", message.get("contact"))
        dialog = Dialog(
            f"{message.get('to')};tag={_token()}",
            message.get("from"),
            contact[1] if contact else "",
            message.get("call-id"),
            100,
            message.source,
            tuple(message.all("record-route")),
        )
        call = PeerCall(self, dialog, message, self.hertz)
        self.calls[dialog.call_id] = call
        call.note(message)
        self._incoming.put(call)
        if self.auto_answer_after_s is not None:
            timer = threading.Timer(self.auto_answer_after_s, call.answer)
            timer.daemon = True
            timer.start()


def _is(message: Message, what: str) -> bool:
    if not message.is_response:
        return message.method == what
    if message.method != "INVITE" and " " not in what:
        return False
    code, _, method = what.partition(" ")
    if method and message.method != method:
        return False
    return str(message.code) == code or (code.endswith("xx") and str(message.code)[0] == code[0])


def _tag_of(address: str) -> str:
    return address.rpartition(";tag=")[2]


def _token() -> str:
    return uuid.uuid4().hex[:12]


def _branch() -> str:
    return f"z9hG4bK{_token()}"

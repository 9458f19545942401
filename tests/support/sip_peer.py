"""A small SIP peer on a raw socket (UDP or TCP): calls, is called, and does exactly what a test says.

It answers by itself only what every phone must: 200 to BYE, OPTIONS, NOTIFY and CANCEL (and 487), ACK to final answers, 200
with SDP to a re-INVITE, 202 to REFER with the NOTIFYs of `refer_script`. Times are `time.time_ns()`.

Over UDP it sends a request again until it is answered, and takes a request that comes again only once (RFC 3261 §17): what a
slow machine does late, or a full buffer loses, is no other call for it.
"""

from __future__ import annotations

import contextlib
import queue
import re
import socket
import sys
import threading
import time
from collections.abc import Callable
from typing import Self

from support.sip_call import TIMEOUT_S, Dialog, PeerCall, PeerTimeoutError
from support.sip_text import Message, StreamCutter, TransactionKey, build, new_token, parse, sdp
from support.unanswered import Unanswered

__all__ = ["Dialog", "PeerCall", "PeerTimeoutError", "SipPeer"]


_ESTABLISHED = 1  # the first byte of Linux's tcp_info


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
        self._unanswered = Unanswered()
        self._answers: dict[TransactionKey, bytes] = {}
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
        local = f"{sender or f'<sip:{self.user}@{self.host}>'};tag={new_token()}"
        uri = f"sip:{to}@{address[0]}:{address[1]}" + (";transport=tcp" if self.transport == "tcp" else "")
        dialog = Dialog(local, f"<sip:{to}@{address[0]}>", uri, f"{new_token()}@{self.host}", 1, address)
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
            to += f";tag={tag or new_token()}"
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
        data = self._answers[request.transaction] = build(f"SIP/2.0 {code} {reason}", answer, body)
        self.send(data, request.source)

    def ask(self, data: bytes, address: tuple[str, int]) -> None:
        """Send a request that is to be answered."""
        self._unanswered.add(data, address)
        self.send(data, address)

    def send(self, data: bytes, address: tuple[str, int]) -> None:
        """Send bytes as they are."""
        if self.transport == "udp":
            self._socket.sendto(data, address)
            return
        connection = self._connections.get(address)
        if connection is None or _is_closed(connection):
            connection = socket.create_connection(address, timeout=TIMEOUT_S)
            self._adopt(connection, address)
        connection.sendall(data)

    def close(self) -> None:
        self._closed.set()
        for call in list(self.calls.values()):
            call.close()
        for connection in list(self._connections.values()):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()
        for thread in self._threads:
            thread.join()
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
                # Only now that nothing waits to be read: the answer may have come while this process stood still.
                for request, address in self._unanswered.due():
                    self.send(request, address)
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
            with contextlib.suppress(OSError):  # whom an answer was for has gone
                for raw in cutter.feed(data):
                    self._take(raw, address)
        if self._connections.get(address) is connection:
            del self._connections[address]
        connection.close()

    def _take(self, raw: bytes, source: tuple[str, int]) -> None:
        if not raw.strip():
            return
        message = parse(raw, time.time_ns(), source)
        if self._has_come_before(message):
            return
        call = self.calls.get(message.get("call-id"))
        if message.is_response:
            if call is not None:
                call.on_response(message)
            else:
                self.strays.append(message)
        elif call is not None:
            call.on_request(message)
        elif message.method == "INVITE":
            self._on_invite(message)
        else:
            self.strays.append(message)
            if message.method != "ACK":
                self.respond(message, 200 if message.method == "OPTIONS" else 481, "OK")

    def _has_come_before(self, message: Message) -> bool:
        """True for what is sent again because our answer, or the other's, was late. Every 200 to an INVITE wants its ACK."""
        if message.is_response:
            if message.method == "INVITE":
                self._unanswered.remove(message.transaction)
                return False
            return message.code >= 200 and not self._unanswered.remove(message.transaction)
        if message.method == "ACK":
            return False
        if (answer := self._answers.get(message.transaction)) is None:
            self._answers[message.transaction] = b""
            return False
        if answer:
            self.send(answer, message.source)
        return True

    def _on_invite(self, message: Message) -> None:
        contact = re.search(r"<([^>]*)>", message.get("contact"))
        dialog = Dialog(
            f"{message.get('to')};tag={new_token()}",
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
            self._start(self._accept_later, call, self.auto_answer_after_s)

    def _accept_later(self, call: PeerCall, after_s: float) -> None:
        if not self._closed.wait(after_s):
            call.accept()


def _is_closed(connection: socket.socket) -> bool:
    """True when the other side is gone, noticed by the receiver's thread or not. A request sent there would be lost."""
    if sys.platform != "linux":
        return False
    try:
        state: int = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0]
    except OSError:
        return True
    return state != _ESTABLISHED

"""One call of the test peer: a dialog with its sound, doing exactly what a test says."""

from __future__ import annotations

import re
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from support.hearing import wait_for_quiet, wait_for_tone
from support.rtp import Rtp
from support.sip_text import Message, build, media_of, new_branch, sdp

if TYPE_CHECKING:
    from support.sip_peer import SipPeer

TIMEOUT_S = 30.0
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

    def hears(self, hertz: float, above: float = 3000.0) -> None:
        """Wait until the sound that comes in from now on holds this tone."""
        since = len(self.rtp.packets)
        wait_for_tone(lambda: self.rtp.sound(since), 8000, hertz, above)

    def hears_no(self, hertz: float, below: float = 100.0) -> None:
        """Wait until the sound that comes in from now on is without this tone."""
        since = len(self.rtp.packets)
        wait_for_quiet(lambda: self.rtp.sound(since), 8000, hertz, below)

    # --- acting ----------------------------------------------------------------------------------------------------------
    def send_invite(self, uri: str, headers: list[tuple[str, str]], body: bytes, content_type: str) -> None:
        self._branch, self._invite_uri = new_branch(), uri
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
        self.peer.respond(self.invite, code, reason, body=body, tag=tag_of(self.dialog.local), headers=headers or [])

    def answer(self) -> None:
        """Take a call that came in; return when the caller knows."""
        self.accept()
        self.wait("ACK")

    def accept(self) -> None:
        """Take a call that came in, unless the caller has given up."""
        assert self.invite is not None
        host, port, _ = media_of(self.invite.body)
        with self._changed:
            if not self.has("CANCEL"):
                self.rtp.connect(host, port)
                self.respond(200, "OK", with_sdp=True)

    def reinvite(self, direction: str) -> None:
        self.dialog.cseq += 1
        body = sdp(self.peer.host, self.rtp.port, direction, self.dialog.cseq)
        self._branch = new_branch()
        self._request("INVITE", self.dialog.remote_target, [("Content-Type", "application/sdp")], body, branch=self._branch)

    def cancel(self) -> None:
        self._request("CANCEL", self._invite_uri, [], b"", branch=self._branch)

    def bye(self) -> None:
        self.dialog.cseq += 1
        self._request("BYE", self.dialog.remote_target, [], b"")

    def info(self, content_type: str, body: bytes) -> None:
        self.dialog.cseq += 1
        self._request("INFO", self.dialog.remote_target, [("Content-Type", content_type)], body)

    def request(self, method: str, headers: list[tuple[str, str]], body: bytes = b"") -> None:
        """Send any request within the dialog. Before the answer it goes to where the INVITE went, with the tag of the 180."""
        self.dialog.cseq += 1
        early = next((message for message in self.messages if _is(message, "180")), None)
        to = early.get("to") if early is not None and ";tag=" not in self.dialog.remote else ""
        if method == "INVITE":
            self._branch = new_branch()
        branch = self._branch if method == "INVITE" else ""
        self._request(method, self.dialog.remote_target, headers, body, branch=branch, to=to)

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
            self._on_cancel(message)
        elif method != "ACK":
            self.peer.respond(message, 200, "OK")
        if method == "BYE":
            self.ended_by_other = True
        if method != "CANCEL":
            self.note(message)
        if method == "REFER" and self.refer_code < 300:
            self.notify(self.refer_script)

    def _on_cancel(self, message: Message) -> None:
        """487 to the INVITE, unless it has been answered before (RFC 3261 §9.2)."""
        with self._changed:
            self.note(message)
            was_answered = self.sent_ok_ns > 0
        self.peer.respond(message, 200, "OK")
        if not was_answered:
            self.respond(487, "Request Terminated")

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
        dialog, peer = self.dialog, self.peer
        headers = [
            ("Via", f"SIP/2.0/{peer.transport.upper()} {peer.host}:{peer.port};branch={branch or new_branch()};rport"),
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
        send = peer.send if method == "ACK" else peer.ask
        send(build(f"{method} {uri} SIP/2.0", headers, body), dialog.remote_address)


def _is(message: Message, what: str) -> bool:
    if not message.is_response:
        return message.method == what
    if message.method != "INVITE" and " " not in what:
        return False
    code, _, method = what.partition(" ")
    if method and message.method != method:
        return False
    return str(message.code) == code or (code.endswith("xx") and str(message.code)[0] == code[0])


def tag_of(address: str) -> str:
    return address.rpartition(";tag=")[2]

"""A SIP user agent that plays a part: a citizen who calls, or an agency that answers. One process, one main thread.

Never used by a seat: the seat's own line is `telephony.sip`. The rules that keep pjsua2 safe are the same
(one owner thread, no garbage collector, no hang-up inside a callback).
"""

from __future__ import annotations

import gc
import os
import queue
import sys
import threading
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

import msgspec
import pjsua2 as pj

import resources
from calltaker.training.scenes import Scene, citizen_called, pidf_lo

PATIENCE_S = 60.0  # a caller whom nobody answers hangs up after a minute

_encoder = msgspec.json.Encoder()
_facts = os.dup(1)  # pjlib prints to descriptor 1 while it starts: facts keep their own, chatter goes to standard error


def tell(what: str, **facts: Any) -> None:
    """Write one fact as a JSON line to standard output."""
    line = _encoder.encode({"what": what, "at_us": time.time_ns() // 1000, **facts})
    os.write(_facts, line + b"\n")


class PlayedCall(pj.Call):  # type: ignore[misc]
    """One call of the actor; its speech is played from the answer on, as a person waits for the greeting."""

    def __init__(self, actor: Actor, scene: Scene | None, call_id: int = pj.PJSUA_INVALID_ID) -> None:
        super().__init__(actor.account, call_id)
        self.actor = actor
        self.scene = scene
        self.name = scene.id if scene else "agency"
        self.player: pj.AudioMediaPlayer | None = None
        self.answered = False

    def onCallState(self, prm: Any) -> None:  # noqa: ARG002 - pjsua2's signature
        info = self.getInfo()
        if info.state == pj.PJSIP_INV_STATE_EARLY:
            tell("ringing", scene=self.name)
        elif info.state == pj.PJSIP_INV_STATE_CONFIRMED and not self.answered:
            self.answered = True
            tell("answered", scene=self.name)
            if self.scene and self.scene.hang_up_after_s:
                self.actor.later(self.scene.hang_up_after_s, lambda: self.actor.hang_up(self.name))
        elif info.state == pj.PJSIP_INV_STATE_DISCONNECTED:
            tell("ended", scene=self.name, code=info.lastStatusCode, answered=self.answered)
            self.player = None
            self.actor.forget(self)
            self.thisown = False  # a late destructor would hang up whoever owns the slot by then

    def onCallMediaState(self, prm: Any) -> None:  # noqa: ARG002
        info = self.getInfo()
        for media in info.media:
            if media.type == pj.PJMEDIA_TYPE_AUDIO and media.status == pj.PJSUA_CALL_MEDIA_ACTIVE:
                self._speak(self.getAudioMedia(media.index))

    def _speak(self, ear: Any) -> None:
        speech = self.scene.speech if self.scene else self.actor.speech
        if not speech:
            return
        if self.player is None:
            self.player = pj.AudioMediaPlayer()
            self.player.createPlayer(str(resources.path("sounds", "speech", speech)), 0)
        self.player.startTransmit(ear)

    def onCallTransferRequest(self, prm: Any) -> None:
        """Follow the desk's REFER, as the exchange of a telephone company does."""
        tell("referred", scene=self.name, target=prm.dstUri)
        successor = PlayedCall(self.actor, self.scene)
        successor.name = f"{self.name}@agency"
        self.actor.calls[successor.name] = successor
        prm.newCall = successor
        prm.statusCode = pj.PJSIP_SC_ACCEPTED


class ActorAccount(pj.Account):  # type: ignore[misc]
    """The actor's address; answers calls when the actor plays an agency."""

    def __init__(self, actor: Actor) -> None:
        super().__init__()
        self.actor = actor

    def onIncomingCall(self, prm: Any) -> None:
        call = PlayedCall(self.actor, None, prm.callId)
        call.scene = citizen_called(call.getInfo().localUri, self.actor.citizens)
        call.name = f"agency-{prm.callId}-{time.monotonic_ns()}"
        self.actor.calls[call.name] = call
        ringing = pj.CallOpParam()
        ringing.statusCode = pj.PJSIP_SC_RINGING
        call.answer(ringing)
        self.actor.later(self.actor.answer_after_s, lambda: self.actor.answer(call.name))


class Actor:
    """The user agent. Everything but `post` happens on the thread that calls `run`."""

    def __init__(
        self,
        *,
        uri: str,
        port: int = 0,
        speech: str = "",
        answer_after_s: float = 1.0,
        citizens: Iterable[Scene] = (),
    ) -> None:
        os.dup2(2, 1)
        gc.disable()
        sys.setswitchinterval(0.0005)
        self.speech = speech
        self.citizens = tuple(citizens)
        self.answer_after_s = answer_after_s
        self.calls: dict[str, PlayedCall] = {}
        self._orders: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._timers: list[tuple[float, Callable[[], None]]] = []
        self._running = True
        self.endpoint = pj.Endpoint()
        self.endpoint.libCreate()
        config = pj.EpConfig()
        config.uaConfig.threadCnt = 0
        config.uaConfig.mainThreadOnly = True
        config.uaConfig.userAgent = "training"
        config.logConfig.level = config.logConfig.consoleLevel = 0
        config.medConfig.sndAutoCloseTime = -1
        config.medConfig.noVad = True
        self.endpoint.libInit(config)
        self.endpoint.audDevManager().setNullDev()
        transport = pj.TransportConfig()
        transport.boundAddress = "127.0.0.1"
        transport.port = port
        number = self.endpoint.transportCreate(pj.PJSIP_TRANSPORT_UDP, transport)
        self.endpoint.libStart()
        account = pj.AccountConfig()
        account.idUri = uri
        account.mediaConfig.transportConfig.boundAddress = "127.0.0.1"
        self.account = ActorAccount(self)
        self.account.create(account)
        tell("ready", address=self.endpoint.transportGetInfo(number).localName)

    def post(self, order: Callable[[], None]) -> None:
        """Run `order` on the actor's thread soon. May be called from any thread."""
        self._orders.put(order)

    def later(self, delay_s: float, order: Callable[[], None]) -> None:
        self._timers.append((time.monotonic() + delay_s, order))

    def call(self, scene: Scene, target_uri: str) -> None:
        """Send the INVITE of a scene, with its place as a body part when it has one."""
        call = PlayedCall(self, scene)
        self.calls[scene.id] = call
        options = pj.CallOpParam(True)
        display = f'"{scene.name}" ' if scene.name else ""
        options.txOption.localUri = f"{display}<sip:{scene.number}@127.0.0.1>"
        if scene.place is not None:
            _attach_place(options, scene)
        tell("inviting", scene=scene.id, number=scene.number)
        call.makeCall(target_uri, options)
        self.later(scene.give_up_after_s or PATIENCE_S, lambda: self._give_up(call))

    def _give_up(self, call: PlayedCall) -> None:
        if not call.answered and self.calls.get(call.name) is call:
            call.hangup(pj.CallOpParam())

    def answer(self, name: str) -> None:
        if (call := self.calls.get(name)) is not None:
            accepted = pj.CallOpParam(True)
            accepted.statusCode = pj.PJSIP_SC_OK
            call.answer(accepted)

    def hang_up(self, name: str) -> None:
        if (call := self.calls.get(name)) is not None:
            call.hangup(pj.CallOpParam())

    def forget(self, call: PlayedCall) -> None:
        self.calls = {name: kept for name, kept in self.calls.items() if kept is not call}

    def stop(self) -> None:
        self._running = False

    def run(self) -> None:
        """Serve until `stop`; then hang up what is left and end the process."""
        while self._running:
            self._turn()
        for name in list(self.calls):
            self.hang_up(name)
        deadline = time.monotonic() + 1.0
        while self.calls and time.monotonic() < deadline:
            self._turn()
        self.calls.clear()
        os._exit(0)  # pjsua2 asserts on objects that outlive it; there is nothing to save here

    def _turn(self) -> None:
        self.endpoint.libHandleEvents(10)
        now = time.monotonic()
        due = [order for at, order in self._timers if at <= now]
        self._timers = [(at, order) for at, order in self._timers if at > now]
        while True:
            try:
                due.append(self._orders.get_nowait())
            except queue.Empty:
                break
        for order in due:
            try:
                order()
            except pj.Error as error:
                tell("failed", reason=error.info())


def _attach_place(options: Any, scene: Scene) -> None:
    header = pj.SipHeader()
    header.hName = "Geolocation"
    header.hValue = "<cid:place@nusaraya.example>"
    options.txOption.headers.append(header)
    part = pj.SipMultipartPart()
    part.contentType.type = "application"
    part.contentType.subType = "pidf+xml"
    part.body = pidf_lo(scene, datetime.now(UTC).isoformat(timespec="seconds"))
    content_id = pj.SipHeader()
    content_id.hName = "Content-ID"
    content_id.hValue = "<place@nusaraya.example>"
    part.headers.append(content_id)
    options.txOption.multipartContentType.type = "multipart"
    options.txOption.multipartContentType.subType = "mixed"
    options.txOption.multipartParts.append(part)


def obey_standard_input(actor: Actor, obey: Callable[[dict[str, Any]], None]) -> None:
    """Read JSON lines of orders on a thread of their own; the end of the input ends the actor."""

    def read() -> None:
        for line in sys.stdin:
            if line.strip():
                order = msgspec.json.decode(line)
                actor.post(lambda order=order: obey(order))  # type: ignore[misc]
        actor.post(actor.stop)

    threading.Thread(target=read, name="orders", daemon=True).start()

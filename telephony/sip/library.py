"""pjsua2 itself: started once a process, pumped, destroyed.

Limits of this wheel: four calls, a `select` ioqueue of 64 handles whose closed ones stay blocked for half a second (see
`brake`), asserts that abort the process. One `Endpoint` per process, ever.
"""

from __future__ import annotations

import ctypes
import socket
import time
from typing import Protocol

import pjsua2 as pj

from telephony.phone import PhoneError
from telephony.sip.config import LINES, SipConfig
from telephony.sip.guard import guarded
from telephony.sip.headset_port import CLOCK_RATE_HZ
from telephony.sip.native_log import LEVEL, LogObserver, NativeLog
from telephony.sip.text import raw_bytes, readable

POLL_MS = 5
"""How long one look at the network waits while there are calls: the first sound of a call is seen this exactly."""
IDLE_POLL_MS = 20
"""The same while nobody calls. Messages and orders (see `wake`) end either wait at once."""
TRANSACTION_MS = 8_000
"""How long a request waits for an answer (RFC 3261 timers B, F and H, there 32 s). A call that is hung up keeps its slot
until its peer has answered or this time is over: four dead numbers would keep every caller out for half a minute."""
_CODECS = {"PCMA/8000/1": 254, "PCMU/8000/1": 253, "G722/16000/1": 252}


class EndpointObserver(LogObserver, Protocol):
    def on_invite_refused(self, raw: bytes, from_uri: str, code: int, reason: str) -> None: ...


class LineEndpoint(pj.Endpoint):  # type: ignore[misc]  # pjsua2 has no types
    """Hands on what concerns no call."""

    def __init__(self, observer: EndpointObserver) -> None:
        super().__init__()
        self._observer = observer

    @guarded
    def onRejectedIncomingCall(self, prm: pj.OnRejectedIncomingCallParam) -> None:
        raw = raw_bytes(prm.rdata.wholeMsg)
        self._observer.on_invite_refused(raw, readable(prm.remoteInfo), prm.statusCode, readable(prm.reason))


class Library:
    """The running stack. Every method is called on the thread that made it."""

    def __init__(self, config: SipConfig, observer: EndpointObserver) -> None:
        """Start the stack and its transports. Raises `PhoneError` with plain words."""
        native = ctypes.CDLL(pj._pjsua2.__file__)  # noqa: SLF001 - the compiled half of the wheel
        native.pj_log_set_level(0)  # until it is configured, the library writes to stdout
        self._endpoint = LineEndpoint(observer)
        self.log = NativeLog(observer)
        self._endpoint.libCreate()
        try:
            self._endpoint.libInit(_endpoint_config(config, self.log))
            native.pjsip_tsx_set_timers(0, 0, 0, TRANSACTION_MS)
            self._endpoint.audDevManager().setNullDev()
            self.udp_port = self._open(pj.PJSIP_TRANSPORT_UDP, config.bind, config.udp_port)
            self.tcp_port = self._open(pj.PJSIP_TRANSPORT_TCP, config.bind, config.tcp_port)
            self._endpoint.libStart()
            self._choose_codecs()
        except (pj.Error, PhoneError) as error:
            self._endpoint.libDestroy()
            raise PhoneError(str(error) if isinstance(error, PhoneError) else f"SIP cannot start: {error.reason}") from None
        self.silence: pj.AudioMedia | None = self._endpoint.audDevManager().getCaptureDevMedia()

    def pump(self, timeout_ms: int = POLL_MS) -> None:
        """Let the stack work: callbacks run inside."""
        self._endpoint.libHandleEvents(timeout_ms)

    def pump_for(self, seconds: float) -> None:
        end_s = time.monotonic() + seconds
        while time.monotonic() < end_s:
            self.pump()

    def hang_up_all(self) -> None:
        self._endpoint.hangupAllCalls()

    def is_good_uri(self, uri: str) -> bool:
        return bool(self._endpoint.utilVerifySipUri(uri) == pj.PJ_SUCCESS)

    def destroy(self) -> None:
        """Last call. Every call, account, recorder and media object must be gone before, or the process aborts."""
        self.silence = None
        self._endpoint.libDestroy()

    def abandon(self) -> None:
        """Leave the stack as it is for the end of the process: with an unfinished dialog `libDestroy` still sends its BYE,
        and crashes when the response comes while it takes itself apart."""
        self.silence = None
        self._endpoint.thisown = False

    def _choose_codecs(self) -> None:
        """Offer what telephone networks speak and no more: an INVITE over 1300 bytes would be sent by TCP (RFC 3261 §18.1.1),
        and first wait for a PBX that may not listen there."""
        for codec in self._endpoint.codecEnum2():
            self._endpoint.codecSetPriority(codec.codecId, _CODECS.get(codec.codecId, 0))

    def _open(self, kind: int, bind: str, port: int) -> int:
        """Open a transport and return its port."""
        transport = pj.TransportConfig()
        transport.port = port
        transport.boundAddress = "" if bind == "0.0.0.0" else bind  # noqa: S104 - compared, not bound
        if kind == pj.PJSIP_TRANSPORT_TCP:
            # Else the 180 right behind the 100 waits for the peer's delayed ACK: 40 ms. Connections inherit it.
            option = pj.SockOpt()
            option.level, option.optName = socket.IPPROTO_TCP, socket.TCP_NODELAY
            option.setOptValInt(1)
            transport.sockOptParams.sockOpts.append(option)
        name = "UDP" if kind == pj.PJSIP_TRANSPORT_UDP else "TCP"
        try:
            number = self._endpoint.transportCreate(kind, transport)
        except pj.Error as error:
            raise PhoneError(f"SIP cannot listen on {name} port {port} of {bind}: {error.reason}") from None
        info = self._endpoint.transportGetInfo(number)
        return int(info.localName.rpartition(":")[2])


def _endpoint_config(config: SipConfig, native_log: NativeLog) -> pj.EpConfig:
    settings = pj.EpConfig()
    agent, media, log = settings.uaConfig, settings.medConfig, settings.logConfig
    agent.threadCnt = 0
    agent.mainThreadOnly = True
    agent.maxCalls = LINES
    agent.userAgent = config.user_agent
    media.clockRate = media.sndClockRate = CLOCK_RATE_HZ
    media.noVad = True
    media.ecTailLen = 0
    # The bridge's clock must never stop: ports are removed on it, and after 253 calls no slot would be left.
    media.sndAutoCloseTime = -1
    log.level = log.consoleLevel = LEVEL
    log.msgLogging = 0
    log.writer = native_log
    return settings

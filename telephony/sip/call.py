"""One call of pjsua2 with what the line knows about it.

Lifetime is the dangerous part of this binding: `~Call` hangs up whatever call owns its slot *now*, and the four slots are
used again at once. So a finished call is never destroyed: `retire` gives its C++ half up (350 bytes) and the switchboard
keeps the Python half until the callback is over.
"""

from __future__ import annotations

from typing import Protocol

import pjsua2 as pj

from telephony.events import Direction, EndedBy
from telephony.sip.digit_limit import DigitLimit
from telephony.sip.guard import guarded
from telephony.sip.later_place import PlaceLimit, received_request
from telephony.sip.mixer import CallSound
from telephony.sip.recorder import LegRecorder
from telephony.sip.rtp_watch import Packets, RtpWatch
from telephony.sip.text import readable
from telephony.sip.transfer_state import Transfer

_LIVE_MEDIA = (pj.PJSUA_CALL_MEDIA_ACTIVE, pj.PJSUA_CALL_MEDIA_REMOTE_HOLD)


class CallObserver(Protocol):
    """Who is told what happens to calls; every method runs inside a callback, so it neither hangs up nor raises."""

    def on_call_answered(self, call: SipCall) -> None: ...
    def on_call_ended(self, call: SipCall, code: int, reason: str) -> None: ...
    def on_call_media(self, call: SipCall) -> None: ...
    def on_digit(self, call: SipCall, digit: str, *, by_info: bool) -> None: ...
    def on_request(self, call: SipCall, raw: bytes) -> None: ...
    def on_transfer_progress(self, call: SipCall, code: int, reason: str, *, final: bool) -> None: ...


class SipCall(pj.Call):  # type: ignore[misc]  # pjsua2 has no types
    """Made, used and given up on the SIP thread only."""

    def __init__(
        self,
        account: pj.Account,
        observer: CallObserver,
        *,
        call_id: str,
        line: str,
        direction: Direction,
        slot: int = pj.PJSUA_INVALID_ID,
        target_uri: str = "",
    ) -> None:
        super().__init__(account, slot)
        self._observer = observer
        self.call_id = call_id
        self.line = line
        self.direction = direction
        self.target_uri = target_uri
        self.answered = False
        self.confirmed = False
        self.ended = False
        self.held = False
        self.muted = False
        self.in_conference = False
        self.held_by_peer = False
        self.held_on_wire = False
        self.ended_by: EndedBy | None = None
        self.voice: pj.AudioMedia | None = None
        self.recorder: LegRecorder | None = None
        self.transfer: Transfer | None = None
        self.watch = RtpWatch()
        self.digits = DigitLimit()
        self.places = PlaceLimit()

    @property
    def is_talking(self) -> bool:
        return self.answered and not self.held and not self.ended

    def sound(self) -> CallSound:
        """Return what the mixer has to know."""
        return CallSound(
            call_id=self.call_id,
            connected=self.voice is not None,
            recorded=self.recorder is not None,
            held=self.held or not self.answered_or_dialing,
            muted=self.muted,
            in_conference=self.in_conference,
        )

    @property
    def answered_or_dialing(self) -> bool:
        """True when the desk may be heard and hear: also before the answer of a call that the desk makes (ring-back,
        announcements of the network)."""
        return self.answered or self.direction == "out"

    # --- orders; each raises `pj.Error` when the stack refuses ----------------------------------------------------------
    def send_response(self, code: int) -> None:
        """Answer the INVITE: 180 rings, 200 takes the call."""
        option = pj.CallOpParam(True)
        option.statusCode = code
        self.answer(option)

    def send_hang_up(self, code: int) -> None:
        """End the call: `code` refuses a ringing one; an answered one gets BYE, one being dialled CANCEL."""
        option = pj.CallOpParam(True)
        option.statusCode = code
        self.hangup(option)

    def send_hold(self) -> None:
        self.setHold(pj.CallOpParam(True))

    def send_resume(self) -> None:
        option = pj.CallOpParam(True)
        option.opt.flag = pj.PJSUA_CALL_UNHOLD
        self.reinvite(option)

    def send_invite(self, target_uri: str, headers: dict[str, str]) -> None:
        option = pj.CallOpParam(True)
        for name, value in headers.items():
            header = pj.SipHeader()
            header.hName, header.hValue = name, value
            option.txOption.headers.append(header)
        self.makeCall(target_uri, option)

    def send_refer(self, target_uri: str) -> None:
        self.xfer(target_uri, pj.CallOpParam(True))

    def send_refer_replacing(self, consult: SipCall) -> None:
        self.xferReplaces(consult, pj.CallOpParam(True))

    def packets(self) -> Packets | None:
        """Return the RTP packets received and sent by the present stream, or `None` without one."""
        if self.voice is None:
            return None
        try:
            statistics = self.getStreamStat(0)
        except pj.Error:
            return None  # the stream went away between two callbacks
        rtcp = statistics.rtcp  # the parent stays alive: members of a temporary would be read after it is freed
        received, sent = rtcp.rxStat, rtcp.txStat
        return Packets(received=received.pkt, sent=sent.pkt)

    def retire(self) -> None:
        """Give the C++ half up for good; see the top of this file."""
        self.voice = None
        self.thisown = False

    # --- callbacks ------------------------------------------------------------------------------------------------------
    @guarded
    def onCallState(self, _prm: pj.OnCallStateParam) -> None:
        info = self.getInfo()
        if info.state == pj.PJSIP_INV_STATE_CONFIRMED:
            self.confirmed = True
            if self.direction == "out" and not self.answered:
                self._observer.on_call_answered(self)
        elif info.state == pj.PJSIP_INV_STATE_DISCONNECTED:
            self._observer.on_call_ended(self, info.lastStatusCode, readable(info.lastReason))

    @guarded
    def onCallMediaState(self, _prm: pj.OnCallMediaStateParam) -> None:
        """After every (re-)INVITE: the stream may be a new one, and its connections have to be made again."""
        info = self.getInfo()
        audio = next((media for media in info.media if media.type == pj.PJMEDIA_TYPE_AUDIO), None)
        status = pj.PJSUA_CALL_MEDIA_NONE if audio is None else audio.status
        self.held_by_peer = status == pj.PJSUA_CALL_MEDIA_REMOTE_HOLD
        self.held_on_wire = status == pj.PJSUA_CALL_MEDIA_LOCAL_HOLD
        self.voice = self.getAudioMedia(audio.index) if audio is not None and status in _LIVE_MEDIA else None
        self._observer.on_call_media(self)

    @guarded
    def onDtmfDigit(self, prm: pj.OnDtmfDigitParam) -> None:
        self._observer.on_digit(self, prm.digit, by_info=prm.method == pj.PJSUA_DTMF_METHOD_SIP_INFO)

    @guarded
    def onCallTsxState(self, prm: pj.OnCallTsxStateParam) -> None:
        """A request within the dialog, of any method, before the stack acts on it."""
        event = prm.e
        raw = received_request(event)
        if raw and not self.ended:
            self._observer.on_request(self, raw)

    @guarded
    def onCallTransferStatus(self, prm: pj.OnCallTransferStatusParam) -> None:
        self._observer.on_transfer_progress(self, prm.statusCode, readable(prm.reason), final=bool(prm.finalNotify))

    @guarded
    def onCallTransferRequest(self, prm: pj.OnCallTransferRequestParam) -> None:
        """A caller may not send the desk to another number."""
        prm.statusCode = 603

    @guarded
    def onCallReplaceRequest(self, prm: pj.OnCallReplaceRequestParam) -> None:
        """Nobody may take the place of a caller by knowing the dialog's identifiers."""
        prm.statusCode = 603

"""One SIP line: registers, takes calls in, and tells when its registrar is not there."""

from __future__ import annotations

import logging
import random
import time
from typing import Protocol

import pjsua2 as pj

from telephony.sip.config import AccountConfig, SipConfig
from telephony.sip.guard import guarded
from telephony.sip.registrar import RegistrarHealth, Verdict
from telephony.sip.targets import sip_uri
from telephony.sip.text import raw_bytes, readable
from telephony.sip.timers import Timers

logger = logging.getLogger(__name__)


_CRYPTOS = ("AES_CM_128_HMAC_SHA1_80",)  # the one that every phone has (RFC 4568 §6.2); each more makes the offer longer


class AccountObserver(Protocol):
    def on_invite(self, account: SipAccount, slot: int, raw: bytes, source_address: str) -> None: ...
    def on_registration(self, account: SipAccount, verdict: Verdict) -> None: ...


class SipAccount(pj.Account):  # type: ignore[misc]  # pjsua2 has no types
    """Made, used and shut down on the SIP thread only."""

    def __init__(self, account: AccountConfig, config: SipConfig, observer: AccountObserver, timers: Timers) -> None:
        super().__init__()
        self.config = account
        self._ping_every_s = config.ping_every_s
        self._refused_retry_s = config.refused_retry_s
        self._observer = observer
        self._timers = timers
        self._health = RegistrarHealth(config.ping_verdict_s)
        self._closed = False
        self._ping_due_s = 0.0

    def open(self, config: SipConfig) -> None:
        """Create the account; a registration begins at once. Raises `pj.Error`."""
        self.create(_account_config(self.config, config))
        if self.config.registrar:
            self._ping_after(self._ping_every_s)
        else:
            self._observer.on_registration(self, Verdict(registered=True, code=200, reason="listening", expires_s=0))

    def close(self) -> None:
        """Unregister and go."""
        self._closed = True
        self.shutdown()

    @guarded
    def onIncomingCall(self, prm: pj.OnIncomingCallParam) -> None:
        # `prm` and all in it die with the callback.
        raw = raw_bytes(prm.rdata.wholeMsg)
        self._observer.on_invite(self, prm.callId, raw, prm.rdata.srcAddress)

    @guarded
    def onRegState(self, prm: pj.OnRegStateParam) -> None:
        self._tell(self._health.on_register(prm.code, readable(prm.reason), prm.expiration))
        if self._health.was_refused and not self._closed:
            # Not at once: a PBX locks out who repeats a wrong password; but a person may mend it there, without us.
            self._timers.after(self._refused_retry_s * _around_one(), self._register_again)

    @guarded
    def onSendRequest(self, prm: pj.OnSendRequestParam) -> None:
        event = prm.e
        body = event.body
        state = body.tsxState
        transaction = state.tsx
        if self._health.on_ping_answer(transaction.statusCode):
            self._register_again()

    def _ping(self) -> None:
        """Ask the registrar whether it is there (OPTIONS), more often while it is silent."""
        if self._closed:
            return
        now_s = time.monotonic()
        self._health.stood_still(max(0.0, now_s - self._ping_due_s), now_s)
        self._tell(self._health.verdict_of_pings(now_s))
        period_s = self._ping_every_s if self._health.answers else min(1.0, self._ping_every_s)
        self._ping_after(period_s * _around_one())
        request = pj.SendRequestParam()
        request.method = "OPTIONS"
        request.txOption.targetUri = sip_uri(self.config.registrar, self.config.transport)
        self._health.on_ping_sent(time.monotonic())
        try:
            self.sendRequest(request)
        except pj.Error as error:
            logger.warning("OPTIONS of line %s could not be sent: %s", self.config.name, error.reason)

    def _ping_after(self, delay_s: float) -> None:
        self._ping_due_s = time.monotonic() + delay_s
        self._timers.after(delay_s, self._ping)

    def _register_again(self) -> None:
        if self._closed:
            return
        try:
            self.setRegistration(True)
        except pj.Error as error:
            logger.info("line %s registers already: %s", self.config.name, error.reason)

    def _tell(self, verdict: Verdict | None) -> None:
        if verdict is not None:
            self._observer.on_registration(self, verdict)


def _around_one() -> float:
    """Spread the seats of a centre, so that they do not all ask at the same moment."""
    return random.uniform(0.8, 1.2)  # noqa: S311 - no secret


def _account_config(account: AccountConfig, config: SipConfig) -> pj.AccountConfig:
    settings = pj.AccountConfig()
    settings.idUri = account.uri
    registration = settings.regConfig
    registration.registrarUri = sip_uri(account.registrar, account.transport) if account.registrar else ""
    registration.timeoutSec = account.expires_s
    registration.firstRetryIntervalSec = 1
    registration.retryIntervalSec = 2
    registration.randomRetryIntervalSec = 1
    registration.unregWaitMsec = 500
    if account.user:
        settings.sipConfig.authCreds.append(pj.AuthCredInfo("digest", "*", account.user, 0, account.password))
    if account.proxy:
        settings.sipConfig.proxies.append(sip_uri(account.proxy, account.transport, loose_route=True))
    settings.callConfig.timerUse = pj.PJSUA_SIP_TIMER_OPTIONAL
    settings.callConfig.prackUse = pj.PJSUA_100REL_OPTIONAL
    media = settings.mediaConfig
    media.lockCodecEnabled = False  # else every hold makes a second re-INVITE
    media.srtpUse = pj.PJMEDIA_SRTP_OPTIONAL  # a caller who insists on SRTP is let in too
    media.srtpSecureSignaling = 0
    for name in _CRYPTOS:
        crypto = pj.SrtpCrypto()
        crypto.name = name
        media.srtpOpt.cryptos.append(crypto)
    sound = media.transportConfig
    sound.boundAddress = "" if config.bind == "0.0.0.0" else config.bind  # noqa: S104 - compared, not bound
    sound.port, sound.portRange, sound.randomizePort = config.rtp_port, config.rtp_ports, True
    return settings

"""Whether a registrar holds our registration: REGISTER results and OPTIONS pings together.

pjsua alone notices a frozen registrar at the next refresh plus 32 s; the pings notice within seconds. A registrar that has
never answered a ping is not judged by pings: some refuse OPTIONS in silence.
"""

from __future__ import annotations

import msgspec

# What pjsua tries again by itself after `retryIntervalSec`; everything else (401, 403, 404 …) it gives up.
_RETRIED_BY_STACK = frozenset({408, 480, 500, 502, 503, 504})
_FINAL = 200
_LOCAL_FAILURES = frozenset({408, 503})


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """Where the registration stands, with the SIP code and words that say why."""

    registered: bool
    code: int
    reason: str
    expires_s: int


class RegistrarHealth:
    """Pure: times are seconds of a steady clock. Every method that may change the verdict returns it when it is new."""

    def __init__(self, ping_verdict_s: float) -> None:
        self._ping_verdict_s = ping_verdict_s
        self._ever_answered = False
        self._silent_since_s: float | None = None
        self._told: Verdict | None = None
        self.answers = True
        self.was_refused = False

    def on_register(self, code: int, reason: str, expires_s: int) -> Verdict | None:
        """A REGISTER has come to its end."""
        registered = code // 100 == 2 and expires_s > 0
        self.was_refused = code >= 300 and code // 100 != 6 and code not in _RETRIED_BY_STACK
        if registered:
            self.answers, self._silent_since_s = True, None
        return self._news(Verdict(registered=registered, code=code, reason=reason, expires_s=max(expires_s, 0)))

    def on_ping_sent(self, now_s: float) -> None:
        if self._silent_since_s is None:
            self._silent_since_s = now_s

    def on_ping_answer(self, code: int) -> bool:
        """Return true when the registrar is back and should be asked for a registration. A refusal is an answer, too."""
        if code < _FINAL or code in _LOCAL_FAILURES:
            return False
        was_silent = not self.answers
        self._ever_answered, self.answers, self._silent_since_s = True, True, None
        return was_silent

    def stood_still(self, seconds: float, now_s: float) -> None:
        """This process could not listen for so long until now: that is no silence of the registrar's."""
        if self._silent_since_s is not None:
            self._silent_since_s = min(now_s, self._silent_since_s + seconds)

    def verdict_of_pings(self, now_s: float) -> Verdict | None:
        """Judge the silence so far."""
        if not self._ever_answered or self._silent_since_s is None or now_s - self._silent_since_s < self._ping_verdict_s:
            return None
        self.answers = False
        return self._news(Verdict(registered=False, code=408, reason="registrar does not answer", expires_s=0))

    def _news(self, verdict: Verdict) -> Verdict | None:
        told = self._told
        if told is not None and (told.registered, told.code) == (verdict.registered, verdict.code):
            return None
        self._told = verdict
        return verdict

"""What the SIP line is told at its start. Own structs: `telephony` knows no settings of the house, the line maps them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec

LINES = 4
"""Calls at once, ringing and calling out included: the wheel is compiled with `PJSUA_MAX_CALLS` 4."""

LegPaths = Callable[[str], tuple[Path, Path]]
"""`call_id` → (file of the caller's voice, file of the desk's voice); the folders exist when it returns."""


class AccountConfig(msgspec.Struct, frozen=True, kw_only=True):
    """One line: a registration, or (with `registrar` empty) an address that only listens and calls out directly.
    `registrar` and `proxy` are `sip:` URIs or bare `host[:port]`."""

    name: str
    uri: str
    registrar: str = ""
    user: str = ""
    password: str = ""
    proxy: str = ""
    transport: Literal["udp", "tcp"] = "udp"
    expires_s: int = 60

    def __repr__(self) -> str:
        """Without user and password: structs end up in logs."""
        return f"AccountConfig(name={self.name!r}, transport={self.transport!r})"


class SipConfig(msgspec.Struct, frozen=True, kw_only=True):
    """`bind` is the local IPv4 address ("0.0.0.0" = all); port 0 lets the system choose. Sound uses a random pair of the
    `rtp_ports` UDP ports from `rtp_port` on. `outbound_account` names the account that calls out, "" = the first one."""

    bind: str
    accounts: tuple[AccountConfig, ...]
    recording_legs: LegPaths
    udp_port: int = 5060
    tcp_port: int = 5060
    rtp_port: int = 16384
    rtp_ports: int = 4000
    outbound_account: str = ""
    user_agent: str = "calltaker"
    ping_every_s: float = 5.0
    ping_verdict_s: float = 3.0
    refused_retry_s: float = 45.0
    transfer_timeout_s: float = 20.0
    audio_lost_after_s: float = 3.0

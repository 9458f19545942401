"""The settings of the house, told to the telephone in its own words."""

from __future__ import annotations

import time
from pathlib import Path

from calltaker.settings import Settings, SipAccount
from calltaker.settings_loader import password_of
from telephony.recording import files
from telephony.sip.config import AccountConfig, SipConfig


class Legs:
    """Where the legs of each running call are written; calls of the SIP thread only."""

    def __init__(self, recordings: Path) -> None:
        self._recordings = recordings
        self._folders: dict[str, Path] = {}

    def paths(self, call_id: str) -> tuple[Path, Path]:
        """Return the files of a call that begins now; their folder is made. Raises `OSError`."""
        paths = files.paths(self._recordings, call_id, time.time_ns() // 1000)
        files.make_folder(paths.folder)
        self._folders[call_id] = paths.folder
        return paths.caller_leg, paths.desk_leg

    def take_folder(self, call_id: str) -> Path:
        """Return the folder of a call's legs and forget it."""
        return self._folders.pop(call_id)


def sip_config(settings: Settings, legs: Legs) -> SipConfig:
    """Return what the SIP line needs. Raises `SettingsError` for a password file that cannot be used."""
    return SipConfig(
        bind=settings.sip.bind,
        udp_port=settings.sip.udp_port,
        tcp_port=settings.sip.tcp_port,
        accounts=tuple(_account(account) for account in settings.sip.accounts),
        outbound_account=settings.sip.outbound_account,
        recording_legs=legs.paths,
    )


def _account(account: SipAccount) -> AccountConfig:
    return AccountConfig(
        name=account.name,
        uri=account.uri,
        registrar=account.registrar,
        user=account.user,
        password=password_of(account),
        proxy=account.proxy,
        transport=account.transport,
        expires_s=account.expires_s,
    )

"""`calltaker doctor`: looks for what is wrong at a seat and says it in plain sentences. It only reads, also beside a shift."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from calltaker import directory_check
from calltaker.exit_codes import OK, WRONG
from calltaker.instance_lock import InstanceLock
from calltaker.regions import check as region_check
from calltaker.settings import Settings
from calltaker.settings_loader import SettingsError, password_of
from db import audit
from db.audit import Finding

LOW_SPACE_MB = 2048
"""About 18 hours of stereo recording at 16 kHz."""
NO_SPACE_MB = 256


def run(read_settings: Callable[[], Settings], *, as_json: bool = False) -> int:
    """Print what was found; 1 when something is wrong (an error, not a mere warning)."""
    try:
        settings = read_settings()
    except SettingsError as problem:
        return _tell([_error("settings", "settings", str(problem))], as_json=as_json)
    return _tell(list(examine(settings)), as_json=as_json)


def examine(settings: Settings) -> Iterator[Finding]:
    """Give every finding, in the order of looking."""
    yield from _folders(settings)
    yield from _passwords(settings)
    yield from _space(settings.data_dir)
    yield from _ports(settings)
    yield from _sound()
    yield from region_check.examine(settings)
    yield from directory_check.examine(settings)
    yield from audit.verify(settings.database_url, settings.recordings_dir)


def _tell(findings: list[Finding], *, as_json: bool) -> int:
    if as_json:
        sys.stdout.write(msgspec.json.encode({"findings": findings}).decode() + "\n")
    else:
        for finding in findings:
            sys.stdout.write(f"{finding.severity.upper()}: {finding.text} [{finding.code}]\n")
        if not findings:
            sys.stdout.write("Nothing is wrong.\n")
    return WRONG if any(finding.severity == "error" for finding in findings) else OK


def _folders(settings: Settings) -> Iterator[Finding]:
    for folder in (settings.data_dir, settings.recordings_dir, settings.run_dir):
        if not folder.is_dir():
            yield _error("folder_missing", str(folder), f"the folder {folder} is missing; `calltaker init` makes it")
        elif not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            yield _error("folder_closed", str(folder), f"the folder {folder} may not be read and written by this person")
        elif os.name == "posix" and folder.stat().st_mode & 0o077:
            text = f"the folder {folder} may be looked into by others; chmod 700 closes it"
            yield _warning("folder_open", str(folder), text)


def _passwords(settings: Settings) -> Iterator[Finding]:
    for account in settings.sip.accounts:
        try:
            password_of(account)
        except SettingsError as problem:
            yield _error("password_file", account.name, str(problem))


def _space(folder: Path) -> Iterator[Finding]:
    try:
        free_mb = shutil.disk_usage(folder).free // (1024 * 1024)
    except OSError:
        return  # told as a folder that is missing
    if free_mb < NO_SPACE_MB:
        yield _error("disk_full", str(folder), f"the disk of {folder} has only {free_mb} MB left")
    elif free_mb < LOW_SPACE_MB:
        yield _warning("disk_low", str(folder), f"the disk of {folder} has {free_mb} MB left")


def _ports(settings: Settings) -> Iterator[Finding]:
    """The SIP ports must be free, unless our own line has them."""
    if InstanceLock(settings.run_dir / "line.lock").is_held():
        return
    sip = settings.sip
    for kind, name, port in ((socket.SOCK_DGRAM, "UDP", sip.udp_port), (socket.SOCK_STREAM, "TCP", sip.tcp_port)):
        with socket.socket(socket.AF_INET, kind) as probe:
            if kind == socket.SOCK_STREAM and os.name == "posix":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((sip.bind, port))
            except OSError as problem:
                text = f"{name} port {port} of {sip.bind} cannot be used: {problem.strerror}"
                yield _error("port_taken", f"{name} {port}", text)


def _sound() -> Iterator[Finding]:
    from telephony.audio.devices import SoundError, list_devices  # noqa: PLC0415 - a sound library that fails is a finding

    try:
        devices = list_devices()
    except SoundError as problem:
        yield _warning("sound", "sound", f"the sound devices cannot be listed: {problem}")
        return
    for kind, words in (("playback", "to hear the caller and the ring tone"), ("capture", "for the microphone")):
        if not any(device.kind == kind for device in devices):
            yield _warning("no_sound_device", kind, f"there is no sound device {words}")


def _error(code: str, subject: str, text: str) -> Finding:
    return Finding(severity="error", code=code, subject=subject, text=text)


def _warning(code: str, subject: str, text: str) -> Finding:
    return Finding(severity="warning", code=code, subject=subject, text=text)

"""`calltaker line`: the process that carries the calls of one seat. It has no window and outlives every window."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from calltaker.exit_codes import ALREADY_RUNNING, CANNOT_START, OK
from calltaker.instance_lock import AlreadyRunningError, InstanceLock
from calltaker.leave import leave
from calltaker.line import logs
from calltaker.line.signs_of_life import SignsOfLife
from calltaker.settings import Settings
from calltaker.settings_loader import SettingsError
from telephony.sip.process import prepare_process

log = logging.getLogger("line")

LOCK_FILE = "line.lock"
_held: list[InstanceLock] = []
"""Let go by the system when the process is gone: a copy that stands by must not start while the journal is still ours."""


def run(settings: Settings, *, standby: Callable[[], Settings] | None = None) -> int:
    """Carry calls until SIGTERM. With `standby`, load everything now, wait until the running line ends in whatever way, then
    take over with the settings that `standby` reads then. Returns an exit code of `calltaker.exit_codes`, or ends the process
    with it once the telephone was loaded; what a person has to mend is one sentence on stderr."""
    prepare_process()
    keeper_pid = os.getppid()
    lock = InstanceLock(settings.run_dir / LOCK_FILE)
    try:
        _make_folders(settings)
        if standby is not None:
            import calltaker.line.line  # noqa: F401, PLC0415 - loaded while there is time

            lock.acquire(wait=True)
            if was_stopped(keeper_pid, settings):
                return OK
            settings = newest(standby, settings)
        else:
            lock.acquire()
    except AlreadyRunningError as error:
        return _give_up(f"The line of seat {settings.seat.id} is running already (process {error.pid}).", ALREADY_RUNNING)
    except OSError as error:
        return _give_up(unusable_folder(settings.data_dir, error), CANNOT_START)
    _held.append(lock)
    try:
        code = _run(settings)
    except OSError as error:
        log.critical("the line cannot start: %s", error)
        code = _give_up(unusable_folder(settings.data_dir, error), CANNOT_START)
    return leave(code)


def was_stopped(keeper_pid: int, settings: Settings) -> bool:
    """Return true when the keeper of this copy is gone and the line before has said farewell: the seat was ended by a later
    keeper, who may not have seen that a copy still waited. A line that died without its keeper is taken over all the same."""
    return os.getppid() != keeper_pid and SignsOfLife(settings.run_dir).last() is None


def newest(read: Callable[[], Settings], known: Settings) -> Settings:
    """Return the settings as they stand now. A mistake made in them since must not keep calls out when a line takes over."""
    try:
        return read()
    except SettingsError as error:
        log.critical("the line takes over with the settings that it knows, the new ones cannot be used: %s", error)
        return known


def unusable_folder(folder: Path, error: OSError) -> str:
    return f"The data folder {folder} cannot be used: {error.strerror or error}."


def _run(settings: Settings) -> int:
    """Raises `OSError` for a folder that cannot be written."""
    log_thread = logs.begin(settings.data_dir / "log", "line")
    # The telephone and the database are loaded only now, so that a second copy is told at once.
    from calltaker.line.line import Line  # noqa: PLC0415
    from db.errors import DatabaseError, JournalError  # noqa: PLC0415
    from telephony.audio.devices import SoundError  # noqa: PLC0415
    from telephony.phone import PhoneError  # noqa: PLC0415

    try:
        line = Line(settings)
        line.open()
        _stop_on_signals(line.stop)  # before a window can attach: who has seen the line may also stop it
        line.serve()
        line.run()
    except (SettingsError, DatabaseError, JournalError, PhoneError, SoundError) as error:
        log.critical("the line cannot start: %s", error)
        return _give_up(_sentence(str(error)), CANNOT_START)
    except Exception:
        log.exception("the line ends in a way nobody foresaw")
        raise
    finally:
        log_thread.stop()
    return OK


def _stop_on_signals(stop: Callable[[], None]) -> None:
    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stop()

    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), on_signal)


def _make_folders(settings: Settings) -> None:
    for folder in (settings.data_dir, settings.run_dir, settings.recordings_dir):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def _give_up(sentence: str, code: int) -> int:
    sys.stderr.write(sentence + "\n")
    return code


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".")

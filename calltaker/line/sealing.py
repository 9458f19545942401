"""Recordings are made whole by child processes (the line carries sound): after each call, and at the start for calls that a
dead line left behind. One child at a time, at low priority. What a full disk or a child that died left undone is tried again
every ten minutes, and at the next start."""

from __future__ import annotations

import logging
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from telephony import events as seen
from telephony.recording import files
from telephony.recording.repair import folder_of, unfinished

log = logging.getLogger("audio")

LOOK_BACK_DAYS = 31
_DAY_US = 86_400 * 1_000_000
_MAX_CHILD_S = 600
RETRY_S = 600.0
_NOTHING_TO_SEAL = "missing_legs"
_LOW_PRIORITY = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)  # Windows; elsewhere by setpriority


@dataclass(frozen=True)
class _Job:
    call_id: str
    folder: Path
    left_behind: bool


class Sealer:
    """`on_fact` gets `RecordingSealed` or `RecordingFailed`; `set_problem` gets plain words, or "" when sealing works."""

    def __init__(
        self, recordings: Path, on_fact: Callable[[seen.AnyTelephonyEvent], None], set_problem: Callable[[str], None]
    ) -> None:
        self._recordings = recordings
        self._on_fact = on_fact
        self._set_problem = set_problem
        self._queue: queue.SimpleQueue[_Job | Callable[[], None] | None] = queue.SimpleQueue()
        self._own: set[str] = set()
        self._undone: dict[str, _Job] = {}
        self._thread = threading.Thread(target=self._run, name="sealing", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """Finish what is queued as far as the time goes; the rest is found at the next start."""
        self._queue.put(None)
        self._thread.join(timeout_s)

    def note_own(self, call_id: str) -> None:
        """Say that a call belongs to this line, before its recording begins: it is no leftover."""
        self._own.add(call_id)

    def seal(self, call_id: str, folder: Path) -> None:
        self._queue.put(_Job(call_id, folder, left_behind=False))

    def mend_leftovers(self, known: Mapping[str, Path]) -> None:
        """Seal what a dead line left: the calls the journal knows to be unsealed (`known`, with their folders), and every leg
        found in the folders of the last month."""
        self._queue.put(lambda: self._seal_leftovers(known))

    def _seal_leftovers(self, known: Mapping[str, Path]) -> None:
        found = dict(known)
        now_us = time.time_ns() // 1000
        for day in range(LOOK_BACK_DAYS):
            folder = files.paths(self._recordings, "any", now_us - day * _DAY_US).folder
            for call_id in unfinished(folder):
                found[call_id] = folder_of(folder, call_id) or folder
        for call_id, folder in sorted(found.items()):
            if call_id not in self._own:
                self._on_fact(self._seal(_Job(call_id, folder, left_behind=True)))

    def _run(self) -> None:
        while (job := self._next_job()) is not None:
            try:
                if isinstance(job, _Job):
                    self._on_fact(self._seal(job))
                else:
                    job()
            except Exception:
                log.exception("a recording could not be sealed")
                self._set_problem("sealing failed, see the log")

    def _next_job(self) -> _Job | Callable[[], None] | None:
        try:
            return self._queue.get(timeout=RETRY_S if self._undone else None)
        except queue.Empty:
            return self._seal_undone

    def _seal_undone(self) -> None:
        """Try again what failed; its failure is on record already, so only success is told."""
        for job in list(self._undone.values()):
            fact = self._seal(job)
            if isinstance(fact, seen.RecordingSealed):
                self._on_fact(fact)

    def _seal(self, job: _Job) -> seen.RecordingSealed | seen.RecordingFailed:
        command = [sys.executable, "-m", "telephony.recording.seal", str(job.folder), job.call_id]
        result = _run_quietly([*command, "--one-leg"] if job.left_behind else command)
        now_us = time.time_ns() // 1000
        try:
            answer = msgspec.json.decode(result)
            sealed = seen.RecordingSealed(
                at_us=now_us,
                call_id=job.call_id,
                path=self._relative(Path(answer["path"])),
                sha256=answer["sha256"],
                seconds=answer["seconds"],
                bytes=answer["bytes"],
                repaired=job.left_behind or answer["repaired"],
            )
        except (msgspec.DecodeError, KeyError, TypeError):
            problem = _problem(result)
            log.error("the recording of a call could not be sealed: %s", problem)  # noqa: TRY400 - a child's words, no stack
            self._set_problem(problem)
            if not problem.startswith(_NOTHING_TO_SEAL):
                self._undone[job.call_id] = job
            return seen.RecordingFailed(at_us=now_us, call_id=job.call_id, reason=problem)
        self._undone.pop(job.call_id, None)
        if not self._undone:
            self._set_problem("")
        return sealed

    def _relative(self, path: Path) -> str:
        """The log holds paths below the recordings folder, so that the folder may move."""
        return path.relative_to(self._recordings).as_posix() if path.is_relative_to(self._recordings) else str(path)


def _run_quietly(command: list[str]) -> bytes:
    """Run a child behind everything that carries sound; return what it printed."""
    try:
        return _run_child(command)
    except OSError as error:  # no memory or no process left for the moment
        return msgspec.json.encode({"error": "file_error", "detail": f"no process to seal with: {error.strerror}"})


def _run_child(command: list[str]) -> bytes:
    """Raises `OSError`."""
    with subprocess.Popen(  # noqa: S603 - our own module, no shell
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, creationflags=_LOW_PRIORITY
    ) as child:
        if sys.platform != "win32":
            os.setpriority(os.PRIO_PROCESS, child.pid, 10)
        try:
            printed, _ = child.communicate(timeout=_MAX_CHILD_S)
        except subprocess.TimeoutExpired:
            child.kill()
            return b'{"error": "too_slow", "detail": "sealing took too long"}'
    return printed


def _problem(printed: bytes) -> str:
    """Return the child's own words about its failure."""
    try:
        answer = msgspec.json.decode(printed)
        return f"{answer['error']}: {answer['detail']}"
    except (msgspec.DecodeError, KeyError, TypeError):
        return "the sealing process ended without an answer"

"""The one thread that reads the log for the window ("worker"), with one read-only connection. A newer job may replace one."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from calltaker.desk.ports import Failed
from calltaker.desk.trouble_words import sentence
from calltaker.domain.trouble import Trouble
from db.reader import open_reader

T = TypeVar("T")
_log = logging.getLogger("db")


@dataclass
class _Job:
    run: Callable[[Any], Any]
    done: Callable[[Any], None]
    failed: Failed | None
    key: str


class Worker(QObject):
    """Implements `calltaker.desk.ports.WorkerPort`. `say(words, level)` gets the failures nobody else takes."""

    _finished = Signal(object)

    def __init__(self, database_url: str, say: Callable[[str, str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._url = database_url
        self._say = say
        self._turn = threading.Condition()
        self._jobs: list[_Job] = []
        self._stopping = False
        self._connection: Connection | None = None
        self._thread = threading.Thread(target=self._loop, name="worker", daemon=True)
        self._finished.connect(self._on_finished)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float = 2.0) -> None:
        """Drop what waits and end after the running job."""
        with self._turn:
            self._stopping = True
            self._jobs.clear()
            self._turn.notify()
        self._thread.join(timeout_s)

    def submit(
        self, job: Callable[[Any], T], done: Callable[[T], None], failed: Failed | None = None, *, key: str = ""
    ) -> None:
        wanted = _Job(job, done, failed, key)
        with self._turn:
            same = next((place for place, waiting in enumerate(self._jobs) if key and waiting.key == key), None)
            if same is None:
                self._jobs.append(wanted)
            else:
                self._jobs[same] = wanted
            self._turn.notify()

    @property
    def depth(self) -> int:
        """How many jobs wait."""
        with self._turn:
            return len(self._jobs)

    # --- on the worker's thread ----------------------------------------------------------------------------------------
    def _loop(self) -> None:
        while (job := self._next()) is not None:
            try:
                result = job.run(self._open())
            except Exception:  # noqa: BLE001 - the worker's top: a failed read must not end the thread
                _log.exception("a read failed (%s)", job.key or "no key")
                self._drop_connection()
                self._finished.emit(lambda job=job: self._fail(job))
            else:
                self._finished.emit(lambda job=job, result=result: job.done(result))
        self._drop_connection()

    def _next(self) -> _Job | None:
        with self._turn:
            while not self._jobs and not self._stopping:
                self._turn.wait()
            return None if self._stopping else self._jobs.pop(0)

    def _open(self) -> Connection:
        if self._connection is None:
            self._connection = open_reader(self._url)
        return self._connection

    def _drop_connection(self) -> None:
        """A connection that failed once is not trusted again."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(SQLAlchemyError):
                connection.close()
                connection.engine.dispose()

    # --- on the window's thread ----------------------------------------------------------------------------------------
    def _on_finished(self, report: Callable[[], None]) -> None:
        report()

    def _fail(self, job: _Job) -> None:
        words = sentence(Trouble.READ_FAILED)
        if job.failed is not None:
            job.failed(words)
        else:
            self._say(words, "warning")

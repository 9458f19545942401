"""One open supervisor's page with hands on its keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import Connection
from support.fake_desk import FakeLine, FakeWorker, fake_desk
from support.plain_counts import PlainCounts
from support.typist import open_window

from calltaker.app.supervisor_room import build_supervisor_room
from calltaker.views.supervisor.supervisor_page import SupervisorPage


class PageBench:
    """`widget` is the page, `line` and `worker` the fakes behind it, `hands` the keyboard."""

    def __init__(
        self, url: str, folder: Path, connection: Connection, now_us: int, size: tuple[int, int], seat: dict[str, Any]
    ) -> None:
        self.connection = connection
        self.line = FakeLine()
        self.worker = FakeWorker(connection)
        self.desk = fake_desk(folder, line=self.line, worker=self.worker, **seat)
        self.desk = type(self.desk)(**(vars(self.desk) | {"settings": _with_database(self.desk.settings, url)}))
        room = build_supervisor_room(self.desk, clock=lambda: now_us)
        page = room.panels["supervisor"]
        assert isinstance(page, SupervisorPage)
        self.widget = page
        self.hands = open_window(page, *size)

    def focused(self) -> QWidget | None:
        return QApplication.focusWidget()

    def counts(self, start_us: int, end_us: int) -> PlainCounts:
        return PlainCounts(self.connection, start_us, end_us)

    def close(self) -> None:
        self.widget.close()
        self.widget.deleteLater()
        QApplication.processEvents()
        self.connection.close()


def _with_database(settings: Any, url: str) -> Any:
    import msgspec

    return msgspec.structs.replace(settings, database=url)

"""The room inside the real window: keys, command line and calls of the shipped desk, on a real journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QFont, QFontMetrics
from support.fake_desk import FakeWorker, fake_desk
from support.typist import Typist, open_window

from calltaker.app.call_room import CallRoom
from calltaker.app.incident_room import build_incident_room
from calltaker.app.shell import Shell
from calltaker.models.roles import ASIDE_ROLE
from calltaker.theme.live import theme
from calltaker.views.board.incidents_panel import IncidentsPanel
from calltaker.views.incident.form_panel import FormPanel
from db import events as log
from db.reader import open_reader
from telephony.commands import TransferBlind
from tests.gui.incident.bench import delete_now
from tests.gui.incident.journal_line import JournalLine
from tests.gui.incident.test_send import FIRE


class WholeDesk:
    def __init__(self, line: JournalLine, folder: Path, connection: object) -> None:
        self.line = line
        self.desk = fake_desk(folder, line=line, worker=FakeWorker(connection))
        for agency in self.desk.catalogue.agencies:
            line.commit(agency.code, log.AgencyDefined(name=agency.name, voice_uri=agency.voice_uri, keys=agency.keys))
        line.commit("PMK-03", log.UnitDefined(agency="DAMKAR", name="Pancar 3"))
        theme.apply("night")
        calls = CallRoom(self.desk)
        store = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        rooms = (calls.room, build_incident_room(self.desk))
        self.shell = Shell(self.desk, rooms, store, outcomes=calls.outcomes, cut=calls.cut)
        line.attach()

    def open(self) -> Typist:
        return open_window(self.shell.window)


@pytest.fixture
def whole(line: JournalLine, tmp_path: Path) -> Iterator[WholeDesk]:
    connection = open_reader(f"sqlite:///{tmp_path / 'journal.sqlite3'}")
    made = WholeDesk(line, tmp_path, connection)
    yield made
    made.shell.window.close()
    delete_now(made.shell.window)
    connection.close()


def test_ring_to_sent_costs_two_keys(whole: WholeDesk) -> None:
    typist = whole.open()
    whole.line.ring()
    typist.press("F9")
    typist.type(FIRE)
    typist.press("Ctrl+Return")
    assert typist.orders == 2
    assert whole.line.kinds().count("incident.opened") == 1
    assert len(whole.line.payloads("referral.sent")) >= 3


def test_the_command_line_searches(whole: WholeDesk) -> None:
    typist = whole.open()
    whole.line.ring()
    typist.press("F9")
    typist.type(FIRE)
    typist.press("Ctrl+Return", "Ctrl+N", "F1")
    typist.type("/mawar")
    typist.press("Return", "Return")
    assert whole.shell.window.focusWidget().text() == FIRE


def test_the_open_incidents_show_the_whole_type_on_a_small_screen(whole: WholeDesk) -> None:
    typist = whole.open()
    whole.line.ring()
    typist.press("F9")
    typist.type(FIRE)
    typist.press("Ctrl+Return")
    view = whole.shell.window.findChild(IncidentsPanel).view
    words = view.model().index(0, 1)
    font = QFont(view.font())
    font.setWeight(QFont.Weight.DemiBold)
    assert words.data() == "Kebakaran rumah/permukiman"
    assert QFontMetrics(font).horizontalAdvance(words.data()) + 12 <= view.columnWidth(1)
    assert words.data(ASIDE_ROLE).startswith("→ sent ")


def test_forward_costs_three_keys(whole: WholeDesk) -> None:
    typist = whole.open()
    whole.line.ring()
    typist.press("F9")
    typist.reset()
    typist.press("F11", "1", "Return")
    assert typist.orders == 3
    assert isinstance(whole.line.phone_orders()[-1], TransferBlind)


def test_the_next_call_gets_its_own_form_at_the_key_that_answers_it(whole: WholeDesk) -> None:
    typist = whole.open()
    whole.line.ring("+6281255501111")
    typist.press("F9")
    typist.type(FIRE)
    whole.line.ring("+6281255502222")
    typist.press("F9")
    typist.type("pohon tumbang jl melati")
    typist.press("Ctrl+Return")
    (opened,) = whole.line.payloads("incident.opened")
    assert opened.fields["summary"] == "pohon tumbang jl melati"


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        ("K 1 pmk3", "unit.state_set"),
        ("C 0001 gang sempit", "incident.note_added"),
        ("X 1 ya", "incident.closed"),
        ("A 113", "call.transfer_started"),
    ],
)
def test_the_command_line_does_it(whole: WholeDesk, command: str, kind: str) -> None:
    typist = whole.open()
    whole.line.ring()
    typist.press("F9")
    typist.type(FIRE)
    typist.press("Ctrl+Return", "F1")
    typist.type(command)
    typist.press("Return")
    assert kind in whole.line.kinds(), whole.shell.window.command.message


@pytest.mark.parametrize("key", ["F2", "F3", "F6", "Ctrl+D", "Ctrl+J", "Ctrl+I"])
def test_no_key_that_leads_somewhere_moves_the_columns(whole: WholeDesk, key: str) -> None:
    typist = open_window(whole.shell.window, 1366, 768)
    whole.line.ring()
    typist.press("F9")
    typist.type(FIRE)
    typist.press("Ctrl+Return", "F4")
    columns = whole.shell.window.findChild(FormPanel).parentWidget().parentWidget()
    before = columns.sizes()
    typist.press(key)
    assert columns.sizes() == before
    typist.press("F3", "X")
    assert columns.sizes() == before

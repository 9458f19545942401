"""The window's end of the painter: with the real process, and with one that only the test moves."""

from __future__ import annotations

import os
import signal

import msgspec
import pytest
from PySide6.QtCore import QObject, Signal
from support import made_up_tiles as made

from calltaker.desk import tiles_client
from calltaker.desk.tiles_client import TilesClient
from calltaker.tiles.wire import TILE_PX, Paint, Sources, Tile

_Z, _X, _Y = made.tile_at(12)
ALL = tuple((_Z, _X + right, _Y + down) for right in range(5) for down in range(3))
WHOLE = bytes(TILE_PX * TILE_PX * 4)


class ScriptedChild(QObject):
    received = Signal(bytes)
    began = Signal()
    lost = Signal(str)

    def __init__(self, _module, _arguments, parent):
        super().__init__(parent)
        self.sent: list[Paint] = []
        self.pid = 1
        self.killed = 0

    def kill(self) -> None:
        self.killed += 1

    def send(self, payload: bytes) -> bool:
        self.sent.append(msgspec.msgpack.decode(payload, type=Paint))
        return True

    def say(self, message: Tile | Sources) -> None:
        self.received.emit(msgspec.msgpack.encode(message))

    def answer(self, *tiles, theme="night", pixels=WHOLE) -> None:
        for z, x, y in tiles:
            self.say(Tile(theme=theme, z=z, x=x, y=y, pixels=pixels))


@pytest.fixture
def client(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(tiles_client, "ChildProcess", ScriptedChild)
    made_client = TilesClient(tmp_path)
    made_client.arrivals = []
    made_client.arrived.connect(lambda *arrival: made_client.arrivals.append(arrival))
    return made_client


@pytest.fixture
def child(client):
    client._child.say(Sources(layer="polygons", attributions=("© Peta Rekaan",), min_zoom=4))
    return client._child


def test_nothing_is_asked_before_the_sources_are_told(client):
    client.want("night", ALL)
    assert client._child.sent == []
    client._child.say(Sources(layer="none"))
    assert [paint.tiles for paint in client._child.sent] == [ALL[:6]]


def test_sources_are_told(client, qtbot):
    with qtbot.waitSignal(client.sources_changed):
        client._child.say(Sources(layer="raster", attributions=("© Peta Rekaan",), min_zoom=5, max_zoom=17))
    assert (client.layer, client.attributions, client.min_zoom, client.max_zoom) == ("raster", ("© Peta Rekaan",), 5, 17)


def test_a_few_are_on_their_way_at_a_time_until_all_have_come(client, child):
    client.want("night", ALL)
    while len(client.arrivals) < len(ALL):
        child.answer(*child.sent[-1].tiles)
    assert [tile for paint in child.sent for tile in paint.tiles] == list(ALL)
    assert [arrival[1:4] for arrival in client.arrivals] == list(ALL)
    assert all(arrival[4].width() == TILE_PX for arrival in client.arrivals)


def test_wanting_the_same_again_asks_nothing_again(client, child):
    client.want("night", ALL)
    child.answer(ALL[0])
    client.want("night", ALL[1:])
    assert len(child.sent) == 1


def test_what_is_wanted_now_replaces_what_was(client, child):
    client.want("night", ALL)
    client.want("night", ALL[8:])
    assert child.sent[-1].tiles == ALL[8:14]
    client.want("day", ALL[8:])
    assert (child.sent[-1].theme, child.sent[-1].tiles) == ("day", ALL[8:14])
    child.answer(ALL[8])  # of the night: shown to whoever keeps it, and still wanted for the day
    assert ALL[8] in client._missing
    client.want("day", ())
    child.answer(*ALL[8:14], theme="day")
    assert len(child.sent) == 3


def test_an_empty_tile_is_an_empty_image(client, child):
    client.want("night", ALL)
    child.answer(ALL[0], pixels=b"")
    child.answer(ALL[1], pixels=b"half")
    assert [arrival[4].isNull() for arrival in client.arrivals] == [True, True]


def test_after_a_death_the_missing_ones_are_asked_again(client, child):
    client.want("night", ALL)
    child.answer(*ALL[:2])
    child.lost.emit("killed")
    child.say(Sources(layer="polygons"))
    assert child.sent[-1].tiles == ALL[2:8]


def test_a_tile_that_ends_the_painter_again_and_again_is_given_up(client, child):
    client.want("night", ALL)
    for _death in range(3):
        child.lost.emit("segmentation fault")
        child.say(Sources(layer="polygons"))
    assert [(arrival[1:4], arrival[4].isNull()) for arrival in client.arrivals] == [(ALL[0], True)]
    assert child.sent[-1].tiles == ALL[1:7]


def test_a_painter_that_hangs_is_ended_and_one_that_owes_nothing_is_not(client, child):
    assert not client._silence.isActive()
    client.want("night", ALL[:2])
    assert client._silence.isActive()
    client._on_silence()
    assert child.killed == 1
    child.answer(ALL[0])
    assert client._silence.isActive()
    child.answer(ALL[1])
    assert not client._silence.isActive()


def test_words_that_nobody_understands_are_logged_and_nothing_else(client, child, caplog):
    child.received.emit(b"\xc1")
    assert "nobody understands" in caplog.text
    client.want("night", ALL)
    assert child.sent


def test_the_real_painter_is_killed_and_the_tiles_come_all_the_same(qtbot, tmp_path):
    made.region(tmp_path)
    client, arrived = TilesClient(tmp_path), {}
    client.arrived.connect(lambda _theme, z, x, y, image: arrived.update({(z, x, y): image}))
    client.start()
    client.want("night", ALL)
    qtbot.waitUntil(lambda: len(arrived) >= 2, timeout=60_000)
    assert client.layer == "polygons"
    killed = client.pid
    os.kill(killed, signal.SIGKILL)
    qtbot.waitUntil(lambda: len(arrived) == len(ALL), timeout=60_000)
    assert not any(image.isNull() for image in arrived.values())
    client.want("day", ALL[:1])
    with qtbot.waitSignal(client.arrived, timeout=60_000, check_params_cb=lambda theme, *_rest: theme == "day"):
        pass
    assert client.pid not in {0, killed}
    client.stop()
    qtbot.waitUntil(lambda: client.pid == 0, timeout=60_000)


def test_an_import_is_seen_while_the_painter_idles(qtbot, tmp_path):
    client = TilesClient(tmp_path)
    with qtbot.waitSignal(client.sources_changed, timeout=60_000):
        client.start()
    assert client.layer == "none"
    with qtbot.waitSignal(client.sources_changed, timeout=60_000):
        made.region(tmp_path, 12)
    client.stop()
    qtbot.waitUntil(lambda: client.pid == 0, timeout=60_000)

"""`python -m calltaker.tiles` as the window runs it: what it says first, in which order it answers, and when it ends."""

from __future__ import annotations

import subprocess
import sys

import msgspec
import psutil
import pytest
from support import made_up_tiles as made

from calltaker.child_side import pack, split
from calltaker.tiles.__main__ import Wanted
from calltaker.tiles.grid import Tile as Address
from calltaker.tiles.wire import AnyFromPainter, Paint, Sources, Tile

Z, X, Y = made.tile_at(12)
TILES = tuple((Z, X + step, Y) for step in range(4))


class Painter:
    def __init__(self, region):
        command = [sys.executable, "-m", "calltaker.tiles", "--region", str(region)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._buffer = bytearray()
        self._heard = []

    def want(self, *paints: Paint) -> None:
        self.process.stdin.write(b"".join(pack(msgspec.msgpack.encode(paint)) for paint in paints))
        self.process.stdin.flush()

    def hear(self):
        while not self._heard:
            self._buffer += self.process.stdout.read1(1 << 20)
            self._heard += [msgspec.msgpack.decode(payload, type=AnyFromPainter) for payload in split(self._buffer)]
        return self._heard.pop(0)


@pytest.fixture
def painter_of():
    started = []

    def of(region):
        started.append(Painter(region))
        return started[-1]

    yield of
    for painter in started:
        painter.process.kill()
        painter.process.wait()
        painter.process.stdin.close()
        painter.process.stdout.close()


def test_sources_first_then_the_newest_wish_in_its_order_each_tile_once(tmp_path, painter_of):
    painter = painter_of(made.region(tmp_path, 12))
    painter.want(Paint(theme="night", tiles=TILES), Paint(theme="day", tiles=(TILES[2], (2, 9, 9), TILES[0])))
    assert isinstance(painter.hear(), Sources)
    answers = []
    while sum(one.theme == "day" for one in answers) < 3:
        answers.append(painter.hear())
    newest = [one for one in answers if one.theme == "day"]
    assert [(one.z, one.x, one.y) for one in newest] == [TILES[2], (2, 9, 9), TILES[0]]
    assert [bool(one.pixels) for one in newest] == [True, False, True]
    assert len(answers) <= 4, "no more of the older wish than what was in work when the newer one came"
    painter.want(Paint(theme="night", tiles=TILES[:1]))
    assert isinstance(last := painter.hear(), Tile)
    assert last.theme == "night"


@pytest.mark.parametrize("is_killed", [True, False], ids=["killed", "window gone"])
def test_the_renderer_does_not_outlive_the_painter(tmp_path, painter_of, is_killed):
    made.vector_mbtiles(tmp_path / "maps" / "v.mbtiles", range(12, 13))
    painter = painter_of(tmp_path)
    painter.want(Paint(theme="night", tiles=TILES[:1]))
    assert painter.hear().layer == "vector"
    assert painter.hear().pixels
    (renderer,) = psutil.Process(painter.process.pid).children()
    if is_killed:
        painter.process.kill()
    else:
        painter.process.stdin.close()
    painter.process.wait(60)
    psutil.wait_procs([renderer], timeout=60)
    assert not renderer.is_running()
    if not is_killed:
        assert painter.process.returncode == 0


def test_a_tile_asked_for_again_while_it_is_painted_is_not_painted_twice():
    wanted, (first, second) = Wanted(), map(Address._make, TILES[:2])
    wanted.replace(Paint(theme="night", tiles=(first, second)))
    assert wanted.take(0) == ("night", first)
    wanted.replace(Paint(theme="night", tiles=(first, second)))
    wanted.answered("night", first)
    assert wanted.take(0) == ("night", second)
    assert wanted.take(0) is None
    wanted.end()
    assert wanted.is_over

"""A region nobody lives in: borders, names, posts, callers and a painter of tiles that answers when it is told to."""

from __future__ import annotations

import math
import random

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from calltaker.desk.ports import PlacesPort, TilesPort
from calltaker.domain.map_scene import MapScene, Marker
from calltaker.places.wire import Border, Label, Locate, Located, Names, NamesIn, RegionSketch, Sketch
from calltaker.theme.tokens import THEMES
from calltaker.tiles.wire import TILE_PX
from db.gazetteer.place import Place
from db.region.whereabouts import Whereabouts

LAT, LON = -7.40, 112.70
"""The middle of the region."""


class FakeTiles(TilesPort):
    """`wanted` holds every order. `answer()` delivers what the last one asked for."""

    def __init__(self, layer: str = "vector") -> None:
        super().__init__()
        self.layer = layer
        self.attributions = ("© Peta Contoh",)
        self.min_zoom, self.max_zoom = 0, 16
        self.wanted: list[tuple[str, tuple[tuple[int, int, int], ...]]] = []

    def want(self, theme, tiles) -> None:
        self.wanted.append((theme, tiles))

    def answer(self, most: int = 1_000) -> None:
        """Paint what was asked for last, the most wanted first."""
        name, tiles = self.wanted[-1]
        for tile in tiles[:most]:
            self.arrived.emit(name, *tile, painted(name, tile))

    def restart(self) -> None:
        """The painter died and began again."""
        self.sources_changed.emit()


class FakePlaces(PlacesPort):
    """Answers at once. `where` is said of every point."""

    def __init__(self, sketch: RegionSketch | None = None) -> None:
        super().__init__()
        self.sketch = sketch or RegionSketch()
        self.asked: list[object] = []
        self.names: tuple[Label, ...] = ()
        self.where = Whereabouts(
            lat=LAT, lon=LON, is_exact=True, is_home=True, village="Bumi Asri", kecamatan="Nusa Utara", kabkota="Kota Nusa Raya"
        )

    def ask(self, request, done, *, key="") -> None:
        self.asked.append(request)
        match request:
            case Sketch():
                done(self.sketch)
            case Locate():
                done(Located(where=self.where))
            case NamesIn():
                done(Names(labels=self.names))


def painted(name: str, tile: tuple[int, int, int]) -> QImage:
    """Return a tile with a little land, a river and roads that meet those of its neighbours."""
    _z, x, y = tile
    tokens = THEMES[name]
    image = QImage(TILE_PX, TILE_PX, QImage.Format.Format_RGB32)
    image.fill(QColor(tokens.map_land))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    green = QPainterPath()
    green.addEllipse(QPointF(TILE_PX * 0.3, TILE_PX * 0.7), 120 + 40 * (x % 3), 80)
    painter.fillPath(green, QColor(tokens.map_green))
    built = QPainterPath()
    built.addRoundedRect(290, 60 + 30 * (y % 3), 190, 150, 20, 20)
    painter.fillPath(built, QColor(tokens.map_built))
    river = QPainterPath(QPointF(0, 200))
    river.cubicTo(QPointF(170, 320), QPointF(340, 80), QPointF(TILE_PX, 200))
    painter.strokePath(river, QPen(QColor(tokens.map_water), 22 if y % 2 == 0 else 0.1))
    for at, ink, width in ((90, tokens.map_road, 3), (256, tokens.map_main_road, 7), (400, tokens.map_road, 3)):
        painter.setPen(QPen(QColor(tokens.map_road_edge), width + 2))
        painter.drawLine(0, at, TILE_PX, at)
        painter.drawLine(at, 0, at, TILE_PX)
        painter.setPen(QPen(QColor(ink), width, Qt.PenStyle.SolidLine))
        painter.drawLine(0, at, TILE_PX, at)
        painter.drawLine(at, 0, at, TILE_PX)
    painter.end()
    return image


def ring(lat: float, lon: float, radius_deg: float, corners: int = 200, seed: int = 1) -> tuple[tuple[float, float], ...]:
    """Return a closed wobbly line around a point."""
    waves = random.Random(seed)
    phases = [waves.uniform(0, 2 * math.pi) for _ in range(4)]
    points = []
    for corner in range(corners):
        turn = 2 * math.pi * corner / corners
        radius = radius_deg * (1 + sum(0.07 * math.sin((wave + 2) * turn + phase) for wave, phase in enumerate(phases)))
        points.append((lat + radius * math.sin(turn), lon + radius * math.cos(turn)))
    return tuple(points)


def sketch(labels: int = 60, corners: int = 400) -> RegionSketch:
    """Return the region: own border, two neighbours, `labels` villages in eight kecamatan, four posts."""
    dice = random.Random(7)
    syllables = ("Su", "ka", "me", "la", "ti", "bu", "mi", "ra", "ja", "ken", "dal", "wa", "ru", "no", "sa")
    names = ["".join(dice.choices(syllables, k=dice.randint(2, 4))).capitalize() for _ in range(labels)]
    villages = tuple(
        Label(text=name, lat=LAT + dice.uniform(-0.12, 0.12), lon=LON + dice.uniform(-0.12, 0.12), rank=2, kind="village")
        for name in names
    )
    kecamatan = tuple(
        Label(text=f"Nusa {name}", lat=LAT + 0.08 * math.sin(turn), lon=LON + 0.08 * math.cos(turn), rank=1, kind="kecamatan")
        for turn, name in enumerate(("Utara", "Timur", "Selatan", "Barat", "Tengah", "Hilir", "Hulu"))
    )
    return RegionSketch(
        name="Kota Nusa Raya",
        box=(LAT - 0.14, LON - 0.14, LAT + 0.14, LON + 0.14),
        labels=(Label(text="Kota Nusa Raya", lat=LAT + 0.03, lon=LON, rank=0, kind="kabkota"), *kecamatan, *villages),
        borders=(
            Border(name="Kota Nusa Raya", is_home=True, rings=(ring(LAT, LON, 0.13, corners, 1),)),
            Border(name="Kab. Melati", is_home=False, rings=(ring(LAT + 0.1, LON + 0.27, 0.13, corners, 2),)),
            Border(name="Kab. Kenanga", is_home=False, rings=(ring(LAT - 0.25, LON - 0.05, 0.12, corners, 3),)),
        ),
        posts=(
            post("fire", "Pos Utara", 0.011, 0.004),
            post("police", "Polsek Hilir", -0.006, 0.012),
            post("hospital", "RS Bumi Asri", 0.004, -0.013),
            post("clinic", "Puskesmas Melati", -0.012, -0.006),
            post("medical", "PSC 119", -0.002, 0.019),
            post("disaster", "BPBD", 0.009, 0.017),
        ),
        attributions=("© OpenStreetMap contributors", "Batas desa: contoh"),
    )


def local_names(count: int, reach_deg: float = 0.01) -> tuple[Label, ...]:
    """Return names of streets around the middle, every fifth a landmark, which come first."""
    dice = random.Random(count)
    made = [
        Label(
            text=f"Taman {n}" if n % 5 == 0 else f"Jalan Contoh {n}",
            lat=LAT + dice.uniform(-reach_deg, reach_deg),
            lon=LON + dice.uniform(-reach_deg, reach_deg),
            rank=3,
            kind="landmark" if n % 5 == 0 else "street",
        )
        for n in range(count)
    ]
    return tuple(sorted(made, key=lambda label: label.kind != "landmark"))


def post(kind, name: str, dlat: float, dlon: float) -> Place:
    return Place(code=f"csv:{name}", name=name, kind=kind, lat=LAT + dlat, lon=LON + dlon)


def marker(kind, key: str, dlat: float = 0.0, dlon: float = 0.0, **fields) -> Marker:
    return Marker(kind=kind, key=key, lat=LAT + dlat, lon=LON + dlon, **fields)


def scene() -> MapScene:
    """Return one of everything, near the middle."""
    sector = tuple(
        (LAT - 0.004 + 0.009 * math.sin(turn / 10) * far, LON - 0.006 + 0.009 * math.cos(turn / 10) * far)
        for far, turns in ((1.0, range(-2, 9)), (0.35, range(8, -3, -1)))
        for turn in turns
    )
    posts = tuple(
        Marker(kind="post", key=one.code, lat=one.lat or 0, lon=one.lon or 0, label=one.name, state=one.kind)
        for one in sketch().posts
    )
    return MapScene(
        markers=(
            *posts,
            marker("unit", "Damkar-1", 0.0111, 0.0063, label="Damkar-1", state="ready"),
            marker("unit", "Ambulans-2", -0.0035, -0.0085, label="Ambulans-2", state="en_route"),
            marker("incident", "i4", -0.010, 0.006, label="Lampu jalan padam", priority=4, state="sent"),
            marker("incident", "i3", 0.0015, 0.0125, label="Pohon tumbang", priority=3, state="sent"),
            marker("incident", "i2", -0.0075, -0.0125, label="Kecelakaan lalu lintas", priority=2, state="en_route"),
            marker("incident", "i1", 0.0066, -0.0045, label="Kebakaran rumah", priority=1, state="sent"),
            marker("offer", "c1/1", 0.0034, 0.0049, label="AML", radius_m=60.0),
            marker("caller", "c2", -0.004, -0.006, label="0812-5550-9876", state="ringing", outline=sector),
            marker("caller", "c3", -0.0085, 0.0015, label="0813-5550-4444", state="held"),
            marker(
                "caller",
                "c4",
                0.009,
                -0.0115,
                label="0857-5550-1212 · 9 min old",
                state="ringing",
                radius_m=220.0,
                is_stale=True,
            ),
            marker("caller", "c1", 0.0005, 0.0015, label="0812-5550-1234", state="talking", radius_m=350.0, is_current=True),
            marker("pin", "c1", 0.0009, 0.0022, label="Jl. Mawar 12", radius_m=25.0, is_current=True, is_verified=True),
        )
    )

"""One frame of the map, from the ground up. What is missing is left out; a frame waits for nothing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QColor, QPainter

from calltaker.places.wire import RegionSketch
from calltaker.theme.live import theme
from calltaker.views.map import furniture
from calltaker.views.map.borders import BorderLayer
from calltaker.views.map.local_names import LocalNameLayer
from calltaker.views.map.markers import MarkerLayer
from calltaker.views.map.mercator import Viewport
from calltaker.views.map.names import NameLayer
from calltaker.views.map.stamps import StampBook
from calltaker.views.map.tile_cache import TileCache
from calltaker.views.map.tile_layer import TileLayer

LatLon = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Look:
    """What a frame shows besides its layers. `spot` is the point a person chose, `empty_text` says that there is no map."""

    spot: LatLon | None
    has_focus: bool
    locale: QLocale
    ratio: float
    empty_text: str


class Layers:
    """`attribution_box` and `scale_box` are what the last frame covered with them."""

    def __init__(self, cache: TileCache) -> None:
        self._cache = cache
        stamps = StampBook()
        self.tiles = TileLayer(cache)
        self.borders = BorderLayer()
        self.names = NameLayer(stamps)
        self.local_names = LocalNameLayer(stamps)
        self.markers = MarkerLayer(stamps)
        self._sketch = RegionSketch()
        self.attribution_box = QRectF()
        self.scale_box = QRectF()

    @property
    def sketch(self) -> RegionSketch:
        return self._sketch

    def set_sketch(self, sketch: RegionSketch) -> None:
        self._sketch = sketch
        self.borders.set_borders(sketch.borders)
        self.names.set_names(sketch.labels, sketch.borders)

    @property
    def attributions(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self._cache.attributions, *self._sketch.attributions)))

    def paint(self, painter: QPainter, view: Viewport, look: Look) -> bool:
        """Paint the frame; True when a part was left for the next one."""
        area = QRectF(0, 0, view.width, view.height)
        painter.setClipRect(area)
        painter.fillRect(area, QColor(theme.tokens.map_outside))
        furniture.paint_grid(painter, view)
        self.tiles.paint(painter, view)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.borders.paint(painter, view)
        self.markers.prepare(view, look.ratio, look.locale)
        waits = self._paint_names(painter, view, look.ratio)
        if look.empty_text:
            furniture.paint_empty(painter, view, look.empty_text)
        self.markers.paint(painter, view, look.ratio)
        if look.spot is not None:
            furniture.paint_cross(painter, *view.to_px(*look.spot), is_spot=True)
        elif look.has_focus and self.markers.at(view, view.width / 2, view.height / 2) is None:
            furniture.paint_cross(painter, view.width / 2, view.height / 2, is_spot=False)
        if look.has_focus:
            furniture.paint_focus(painter, view)
        painter.setClipping(False)
        band = QRectF(0, view.height, view.width, furniture.band_height(view.width, self.attributions))
        boxes = furniture.paint_band(painter, band, view.metres_per_px, self.attributions, look.locale)
        self.scale_box, self.attribution_box = boxes
        return waits

    def _paint_names(self, painter: QPainter, view: Viewport, ratio: float) -> bool:
        """Paint the names of areas, then those of streets where neither they nor a marker's words stand."""
        plates = self.markers.plates
        waits = self.names.paint(painter, view, ratio, plates.shown)
        others, version = (self.names.taken, plates.taken), (self.names.version, plates.version)
        return self.local_names.paint(painter, view, ratio, others, version, plates.shown) or waits

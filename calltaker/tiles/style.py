"""The style of vector maps: our table of layers, put on whatever source layers the imported files have. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

import resources
from calltaker.theme.tokens import Tokens


class _Layer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of resources/map/style.json. Without `kinds`, everything of the source layers is drawn."""

    id: str
    type: str
    sources: tuple[str, ...] = msgspec.field(name="from")
    kinds: tuple[str, ...] = ()
    minzoom: int = 0
    maxzoom: int = 24
    layout: dict[str, Any] = {}
    paint: dict[str, Any]


class _Table(msgspec.Struct, frozen=True):
    about: str
    layers: tuple[_Layer, ...]


def knows_any(vector_layers: Sequence[str]) -> bool:
    """Whether anything of a file with these layers would be drawn."""
    return any(name in layer.sources for layer in _layers() for name in vector_layers)


def style(files: Mapping[Path, Sequence[str]], tokens: Tokens) -> dict[str, Any]:
    """Return a MapLibre style (version 8) for MBTiles files and the names of their layers. All files' grounds lie below all
    files' roads; the last file lies uppermost."""
    sources = {f"map{number}": path for number, path in enumerate(files)}
    drawn: list[dict[str, Any]] = [{"id": "land", "type": "background", "paint": {"background-color": tokens.map_land}}]
    for layer in _layers():
        for source, path in sources.items():
            drawn += [_drawn(layer, source, name, tokens) for name in layer.sources if name in files[path]]
    return {
        "version": 8,
        "sources": {name: {"type": "vector", "url": f"mbtiles://{quote(str(path))}"} for name, path in sources.items()},
        "layers": drawn,
    }


@cache
def _layers() -> tuple[_Layer, ...]:
    return msgspec.json.decode(resources.path("map", "style.json").read_bytes(), type=_Table).layers


def _drawn(layer: _Layer, source: str, source_layer: str, tokens: Tokens) -> dict[str, Any]:
    one: dict[str, Any] = {
        "id": f"{layer.id}-{source}-{source_layer}",
        "type": layer.type,
        "source": source,
        "source-layer": source_layer,
        "minzoom": layer.minzoom,
        "maxzoom": layer.maxzoom,
        "layout": layer.layout,
        "paint": {name: _coloured(value, tokens) for name, value in layer.paint.items()},
    }
    if layer.kinds:
        kind = ["coalesce", ["get", "class"], ["get", "kind"], ""]
        one["filter"] = ["match", kind, list(layer.kinds), True, False]
    return one


def _coloured(value: Any, tokens: Tokens) -> Any:
    return tokens.tone(value.removeprefix("@")) if isinstance(value, str) and value.startswith("@") else value

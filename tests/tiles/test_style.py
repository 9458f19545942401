from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from calltaker.theme.tokens import THEMES
from calltaker.tiles.style import knows_any, style

OPEN_MAP_TILES = ("water", "waterway", "landcover", "landuse", "building", "transportation", "place")
SHORTBREAD = ("ocean", "water_polygons", "water_lines", "land", "buildings", "streets", "street_labels")


@pytest.mark.parametrize("layers", [OPEN_MAP_TILES, SHORTBREAD])
@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)
def test_both_schemas_get_water_roads_and_houses_in_colours_of_the_theme(layers, tokens):
    made = style({Path("/maps/kota satu#.mbtiles"): layers}, tokens)
    assert made["sources"]["map0"]["url"] == "mbtiles:///maps/kota%20satu%23.mbtiles"
    ids = [layer["id"].split("-map0")[0] for layer in made["layers"]]
    assert {"land", "water", "river", "built", "green", "building", "street", "main", "rail"} <= set(ids)
    assert ids.index("water") < ids.index("street-edge") < ids.index("street") < ids.index("main")
    known = {str(getattr(tokens, field.name)) for field in fields(tokens)}
    painted = {value for layer in made["layers"] for name, value in layer["paint"].items() if name.endswith("color")}
    assert painted <= known
    assert {layer["source-layer"] for layer in made["layers"][1:]} <= set(layers)


def test_grounds_of_all_files_lie_below_roads_of_any():
    made = style({Path("/a.mbtiles"): OPEN_MAP_TILES, Path("/b.mbtiles"): SHORTBREAD}, THEMES["day"])
    kinds = [layer["type"] for layer in made["layers"]]
    assert kinds.index("line") > kinds.index("fill")
    ids = [layer["id"] for layer in made["layers"]]
    assert ids.index("water-map1-ocean") < ids.index("main-map0-transportation")
    assert len(set(ids)) == len(ids)


def test_unknown_layers_are_known_as_unknown():
    assert knows_any(("place", "streets"))
    assert not knows_any(("kabupaten", "poi"))

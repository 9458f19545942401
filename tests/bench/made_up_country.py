"""A made-up country as large as the real one: 83,000 villages of a hundred corners, in a grid bent and frayed at random."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from db.region.villages import Villages

ROWS, COLUMNS = 140, 595
SOUTH, WEST, CELL_DEG = -11.0, 95.0, 0.02
SIDE = 26  # corners of one side
BLOCK_ROWS, BLOCK_COLUMNS = 14, 17  # one kabkota
HOME_CODE = "14.06"
"""A kabkota with neighbours all around."""


def made_up_country(seed: int = 112) -> Villages:
    """Return all villages; neighbours share their sides point by point."""
    random = np.random.default_rng(seed)
    nodes = np.stack(np.meshgrid(np.arange(COLUMNS + 1), np.arange(ROWS + 1)), axis=-1) + random.uniform(
        -0.25, 0.25, (ROWS + 1, COLUMNS + 1, 2)
    )
    along = _frayed(nodes[:, :-1], nodes[:, 1:], random)  # west → east
    upward = _frayed(nodes[:-1], nodes[1:], random)  # south → north
    rings = np.concatenate([along[:-1], upward[:, 1:], along[1:, :, ::-1], upward[:, :-1, ::-1]], axis=2)
    corners = rings * CELL_DEG + (WEST, SOUTH)
    count, per_ring = ROWS * COLUMNS, rings.shape[2]
    closed = np.concatenate([corners, corners[:, :, :1]], axis=2).reshape(-1, 2)
    shapes: NDArray[Any] = shapely.polygons(shapely.linearrings(closed, indices=np.repeat(np.arange(count), per_ring + 1)))
    codes = [_code(row, column) for row in range(ROWS) for column in range(COLUMNS)]
    country = Villages(
        codes=tuple(codes),
        names=tuple(f"Desa {number}" for number in range(count)),
        kecamatan=tuple(f"Kecamatan {code[:8]}" for code in codes),
        kabkota=tuple(f"Kabupaten {code[:5]}" for code in codes),
        shapes=shapes,
    )
    return country.take(np.flatnonzero(shapely.is_valid(shapes)).tolist())


def _frayed(starts: NDArray[Any], ends: NDArray[Any], random: np.random.Generator) -> NDArray[Any]:
    """Return sides as (…, SIDE, 2) corners from start to just before end: straight lines with waves of random height."""
    share = np.linspace(0, 1, SIDE, endpoint=False)
    line = starts[..., None, :] + (ends - starts)[..., None, :] * share[:, None]
    heights = random.uniform(-0.06, 0.06, (*starts.shape[:-1], 6)) / np.arange(1, 7) ** 0.5
    waves = heights @ np.sin(np.pi * np.arange(1, 7)[:, None] * share)
    normal = (ends - starts)[..., ::-1] * (-1, 1)
    return line + waves[..., None] * normal[..., None, :]


def _code(row: int, column: int) -> str:
    block = (row // BLOCK_ROWS) * (COLUMNS // BLOCK_COLUMNS) + column // BLOCK_COLUMNS
    return f"{11 + block // 50}.{1 + block % 50:02}.{1 + row % BLOCK_ROWS:02}.{2001 + column % BLOCK_COLUMNS}"

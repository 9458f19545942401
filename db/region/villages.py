"""The village polygons of a region in memory and in `villages.npz`.

The file holds one block of WKB with the offsets of its polygons and one msgpack block of names: a kabupaten loads in
milliseconds, all 83,000 villages of the country in about a second.
"""

from __future__ import annotations

import itertools
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import msgspec
import numpy as np
import shapely
from numpy.typing import NDArray

from db.region.files import replace_file
from db.region.folder import VILLAGES_FILE, RegionError

FORMAT = 1
KABKOTA_CHARS = 5  # "35.15"
KECAMATAN_CHARS = 8  # "35.15.01"


@dataclass(frozen=True, eq=False)
class Villages:
    """Columns of equal length, one row a village: Kemendagri code ("35.15.01.2001"), own name, names of kecamatan and
    kabkota, and the polygon or multipolygon in WGS 84 degrees, x = longitude. Raises `ValueError` on unequal columns."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    kecamatan: tuple[str, ...]
    kabkota: tuple[str, ...]
    shapes: NDArray[np.object_]

    def __post_init__(self) -> None:
        if len({len(self.codes), len(self.names), len(self.kecamatan), len(self.kabkota), len(self.shapes)}) != 1:
            raise ValueError("columns of villages differ in length")

    def __len__(self) -> int:
        return len(self.codes)

    def take(self, rows: Iterable[int]) -> Villages:
        """Return the villages of these rows, in their order."""
        kept = list(rows)
        return Villages(
            codes=tuple(self.codes[row] for row in kept),
            names=tuple(self.names[row] for row in kept),
            kecamatan=tuple(self.kecamatan[row] for row in kept),
            kabkota=tuple(self.kabkota[row] for row in kept),
            shapes=self.shapes[kept],
        )

    def updated(self, newer: Villages) -> Villages:
        """Return what holds after a further import, ordered by code.

        A newer file replaces the whole kecamatan it speaks of, and every older village that lies in one of its own: a village
        that was split or renumbered must not stay beneath its heirs. All else stays."""
        renewed = {code[:KECAMATAN_CHARS] for code in newer.codes}
        is_covered = np.zeros(len(self), dtype=bool)
        is_covered[shapely.STRtree(newer.shapes).query(shapely.point_on_surface(self.shapes), predicate="intersects")[0]] = True
        kept = [row for row, code in enumerate(self.codes) if code[:KECAMATAN_CHARS] not in renewed and not is_covered[row]]
        older = self.take(kept)
        both = Villages(
            codes=older.codes + newer.codes,
            names=older.names + newer.names,
            kecamatan=older.kecamatan + newer.kecamatan,
            kabkota=older.kabkota + newer.kabkota,
            shapes=np.concatenate([older.shapes, newer.shapes]),
        )
        return both.take(sorted(range(len(both)), key=both.codes.__getitem__))


class _Texts(msgspec.Struct, frozen=True):
    codes: tuple[str, ...]
    names: tuple[str, ...]
    kecamatan: tuple[str, ...]
    kabkota: tuple[str, ...]


def save_villages(folder: Path, villages: Villages) -> None:
    """Replace the polygons of a region folder in one step. Raises `OSError`."""
    blobs: list[bytes] = [*shapely.to_wkb(villages.shapes)]
    texts = msgspec.msgpack.encode(_Texts(villages.codes, villages.names, villages.kecamatan, villages.kabkota))
    columns: dict[str, Any] = {
        "format": np.array(FORMAT),
        "texts": np.frombuffer(texts, dtype=np.uint8),
        "offsets": np.cumsum([0, *map(len, blobs)], dtype=np.int64),
        "wkb": np.frombuffer(b"".join(blobs), dtype=np.uint8),
    }

    def write(file: IO[bytes]) -> None:
        np.savez(file, allow_pickle=False, **columns)

    replace_file(folder / VILLAGES_FILE, write)


def load_villages(folder: Path) -> Villages | None:
    """Return the polygons of a region folder, None when none were imported. Raises `RegionError` for a file that is not whole
    or of another version."""
    path = folder / VILLAGES_FILE
    try:
        return _read(path)
    except FileNotFoundError:
        return None
    except _BROKEN as error:
        raise RegionError(f"{path}: not a whole file of villages ({error}); import the region again") from error


_BROKEN = (OSError, EOFError, KeyError, TypeError, ValueError, zipfile.BadZipFile, msgspec.MsgspecError, shapely.GEOSException)


def _read(path: Path) -> Villages:
    with path.open("rb") as raw, zipfile.ZipFile(raw), np.load(raw, allow_pickle=False) as file:
        if int(file["format"]) != FORMAT:
            raise ValueError("made by another version of the program")
        texts = msgspec.msgpack.decode(file["texts"].tobytes(), type=_Texts)
        shapes = _shapes(file["wkb"].tobytes(), file["offsets"])
    return Villages(texts.codes, texts.names, texts.kecamatan, texts.kabkota, shapes)


def _shapes(wkb: bytes, offsets: NDArray[np.int64]) -> NDArray[np.object_]:
    starts: list[int] = offsets.tolist()
    blobs = np.empty(len(starts) - 1, dtype=object)
    blobs[:] = [wkb[start:end] for start, end in itertools.pairwise(starts)]
    shapes: NDArray[np.object_] = shapely.from_wkb(blobs)
    return shapes

"""The region's own places in its folder: streets, landmarks and posts, one msgpack file a source."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from db.gazetteer.place import Place
from db.region.files import replace_file
from db.region.folder import PLACES_DIR, RegionError

FORMAT = 1
SUFFIX = ".bin"


class _PlacesFile(msgspec.Struct, frozen=True):
    format: int
    name: str
    places: list[Place]


_DECODER = msgspec.msgpack.Decoder(_PlacesFile)


def save_places(folder: Path, name: str, places: Sequence[Place]) -> Path:
    """Replace the places of the source called `name` and return their file. `name` may be any text. Raises `OSError`."""
    path = folder / PLACES_DIR / file_name(name)
    content = msgspec.msgpack.encode(_PlacesFile(FORMAT, name, list(places)))
    replace_file(path, lambda file: file.write(content))
    return path


def load_places(folder: Path) -> list[Place]:
    """Return the places of all sources, in the order of their files' names; an empty list when there are none.

    Raises `RegionError` naming the file that cannot be read."""
    return [place for path in sorted((folder / PLACES_DIR).glob(f"*{SUFFIX}")) for place in read_places(path)]


def read_places(path: Path) -> list[Place]:
    """Return the places of one file. Raises `RegionError` naming it when it cannot be read."""
    try:
        held = _DECODER.decode(path.read_bytes())
    except (OSError, msgspec.MsgspecError) as error:
        raise RegionError(f"{path}: {error}; import {path.stem} again") from error
    if held.format != FORMAT:
        raise RegionError(f"{path}: made by another version of the program; import {held.name} again")
    return held.places


def file_name(name: str) -> str:
    """Return the file's name of a source: readable, fit for every file system, and its own even when two names look alike."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40]
    if plain == name:
        return plain + SUFFIX
    return f"{plain or 'places'}-{hashlib.sha256(name.encode()).hexdigest()[:8]}{SUFFIX}"

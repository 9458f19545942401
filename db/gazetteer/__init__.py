"""Places by name: every Indonesian area and whatever a centre has imported of its own region.

`search` and `all_places` open the machine's own index of the official list on first use (it is made when it is not there: some
seconds). A process that has a region opens both with `open_gazetteer`.

Only `Place` is loaded with this package. The engine is heavy and computes, so the process of a window never loads it: it is
fetched by name when one of these functions is called.
"""

from __future__ import annotations

import importlib
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol, cast

from db.gazetteer.place import AREA_KINDS, KINDS, SERVICE_KINDS, Kind, Place

__all__ = [
    "AREA_KINDS",
    "KINDS",
    "SERVICE_KINDS",
    "Gazetteer",
    "Kind",
    "Place",
    "all_places",
    "by_code",
    "index_path",
    "open_gazetteer",
    "search",
]  # fmt: skip


class Gazetteer(Protocol):
    """An opened index. Not for several threads at once."""

    def search(self, text: str, *, home: str | None = None, neighbours: Sequence[str] = (), limit: int = 8) -> list[Place]: ...

    def named(self, text: str, *, home: str, neighbours: Sequence[str] = (), limit: int = 8) -> list[Place]: ...

    def all_places(self, kind: Kind | None = None) -> list[Place]: ...

    def by_code(self, code: str) -> Place | None: ...


_lock = threading.Lock()
_default: list[Gazetteer] = []


def search(text: str, *, home: str | None = None, limit: int = 8) -> list[Place]:
    """Return at most `limit` places of the official list that answer `text`, the best first.

    `text` is whatever a person typed: a name, several of them in any order, misspelt, shortened or in old spelling, with street
    words, RT/RW, house numbers, "depan masjid" and what else a caller says in between, the beginnings of words ("kal s"), or a
    Kemendagri code; what names no place is in `Place.rest`. `home` is the Kemendagri code of a kabkota ("35.15" or "3515")
    or of what lies in one, whose places rank first; any other text is no home. Nothing found is an empty list. Raises `OSError`
    when the index has to be made and cannot be written."""
    with _lock:
        return _opened().search(text, home=home, limit=limit)


def all_places(kind: Kind | None = None) -> list[Place]:
    """Return the official list, or all of one kind: provinces first, villages last, each by code. The list knows no
    coordinates: `lat` and `lon` are None. Raises `OSError` as `search` does."""
    with _lock:
        return _opened().all_places(kind)


def by_code(code: str) -> Place | None:
    """Return the area of a Kemendagri code ("35.15.01.2001"), or None. Raises `OSError` as `search` does."""
    with _lock:
        return _opened().by_code(code)


def index_path() -> Path:
    """Return where this machine keeps the index of the official list: in `$CALLTAKER_CACHE_DIR`, else the user's cache. Its
    name carries the version of the list and of the file's layout."""
    return cast("Path", _engine("cache").index_path())


def open_gazetteer(national: Path, region: Path | None = None) -> Gazetteer:
    """Open the index at `national` (made when it is missing, damaged or of another version) and a region's beside it. Raises
    `OSError` when the national one cannot be written."""
    return cast("Gazetteer", _engine("gazetteer").open_gazetteer(national, region))


def _opened() -> Gazetteer:
    if not _default:
        _default.append(open_gazetteer(index_path()))
    return _default[0]


def _engine(name: str) -> Any:
    return importlib.import_module(f"db.gazetteer.{name}")

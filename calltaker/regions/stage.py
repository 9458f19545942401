"""Where an import is made ready: a hidden folder within the region's. Nothing of the region changes before everything is
whole; then every file is renamed into its place, the list of sources last."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from calltaker.regions import names
from calltaker.regions.copying import sha256_of
from calltaker.regions.reassign import reassign
from db.gazetteer.place import Place
from db.region.files import sync_folder
from db.region.folder import (
    MANIFEST_FILE,
    MAPS_DIR,
    NAMES_FILE,
    PLACES_DIR,
    VILLAGES_FILE,
    Manifest,
    Source,
    SourceKind,
    read_manifest,
    write_manifest,
)
from db.region.places import file_name, save_places
from db.region.villages import Villages, load_villages, save_villages

_PREFIX = ".import-"
PARTS_DIR = "villages"
"""`villages/<name>/villages.npz` is what one boundary file gave; `villages.npz` is all of them together."""
MAP_SUFFIXES = (".mbtiles", ".pmtiles")
MAP_KINDS: frozenset[SourceKind] = frozenset({"raster", "vector"})
_IN_ONE_FOLDER: tuple[frozenset[SourceKind], ...] = (
    frozenset({"villages"}), frozenset({"osm", "places"}), MAP_KINDS,
)  # fmt: skip


class HalfDoneError(Exception):
    """Some files of an import are in their place and some are not; each of them is whole. The text says why."""


class Stage:
    """The region as it will be: small files are copied in, maps stay where they are. Use as a context manager: leaving it
    throws away what was not committed. One at a time: the caller holds a lock."""

    def __init__(self, region_dir: Path) -> None:
        """Raises `RegionError` for a region whose list of sources cannot be read, `OSError`."""
        self._region = region_dir
        self.manifest = read_manifest(region_dir)
        region_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        for left in region_dir.glob(f"{_PREFIX}*"):
            shutil.rmtree(left)  # by an import that was killed
        self.folder = Path(tempfile.mkdtemp(dir=region_dir, prefix=_PREFIX))
        for name in (PLACES_DIR, PARTS_DIR):
            if (region_dir / name).is_dir():
                shutil.copytree(region_dir / name, self.folder / name)
        if (region_dir / VILLAGES_FILE).exists():
            shutil.copy2(region_dir / VILLAGES_FILE, self.folder)
        self._new: list[Path] = []
        self._gone: list[Path] = []
        self._has_new_names = False
        self.moved_places = 0
        """So many places of earlier imports lie in another village than was known, by polygons that are new."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def villages(self) -> Villages | None:
        """Return the polygons of all boundary files together, in the order of their import."""
        whole: Villages | None = None
        for source in self.manifest.sources:
            for path in files_of(self.folder, source) if source.kind == "villages" else ():
                part = load_villages(path.parent)
                whole = part if whole is None or part is None else whole.updated(part)
        return whole

    def put_villages(self, name: str, villages: Villages) -> Path:
        """Keep the polygons of a file; return where."""
        self._has_new_names = True
        folder = self.folder / PARTS_DIR / folder_name(name)
        save_villages(folder, villages)
        return self._keep(folder / VILLAGES_FILE)

    def put_places(self, name: str, places: Sequence[Place]) -> Path:
        """Keep the places of a file; return where."""
        self._has_new_names = True
        return self._keep(save_places(self.folder, name, places))

    def new_map(self, name: str, suffix: str) -> Path:
        """Return where a map is to be written."""
        (self.folder / MAPS_DIR).mkdir(exist_ok=True)
        return self._keep(self.folder / MAPS_DIR / f"{folder_name(name)}{suffix}")

    def new_note(self, kind: SourceKind, name: str) -> Path:
        """Return where the list of remarks on a file is to be written; it may stay unwritten."""
        path = self.folder / note_name(kind, name)
        self._gone.append(self._region / path.name)  # an earlier import's
        return self._keep(path)

    def add(self, source: Source) -> None:
        """Put a source on the list in the place of an earlier one."""
        if source.kind in MAP_KINDS:
            self._gone += files_of(self._region, source)  # what was MBTiles may be PMTiles now
        self.manifest = self.manifest.with_source(source)

    def remove(self, source: Source) -> None:
        """Take a source off the list and its files away."""
        self.manifest = Manifest(sources=tuple(one for one in self.manifest.sources if one != source))
        self._has_new_names |= source.kind not in MAP_KINDS
        self._gone += [*files_of(self._region, source), self._region / note_name(source.kind, source.name)]
        for path in files_of(self.folder, source):
            path.unlink()  # so that what is made from all sources is made without it

    def finish(self) -> int | None:
        """Make what is made from all sources; return how many names the region has, None when they stay as they are. Raises
        `RegionError`, `OSError`."""
        if not self._has_new_names:
            write_manifest(self.folder, self.manifest)
            return None
        villages = self.villages()
        for source, path, moved in reassign(self.folder, self.manifest, villages):
            self._keep(path)
            renewed = msgspec.structs.replace(source, sha256=sha256_of(path) if source.sha256 else "")
            self.manifest = Manifest(sources=tuple(renewed if one == source else one for one in self.manifest.sources))
            self.moved_places += moved
        write_manifest(self.folder, self.manifest)
        if villages is None:
            (self.folder / VILLAGES_FILE).unlink(missing_ok=True)
            self._gone.append(self._region / VILLAGES_FILE)
        else:
            save_villages(self.folder, villages)
            self._keep(self.folder / VILLAGES_FILE)
        count = names.rebuild(self.folder)
        if count:
            self._keep(self.folder / NAMES_FILE)
        else:
            self._gone.append(self._region / NAMES_FILE)
        return count

    def commit(self) -> None:
        """Put everything in its place. Raises `HalfDoneError`; then the list still names what was there before."""
        try:
            moved = {self._move(path) for path in self._new if path.exists()}
            for path in self._gone:
                if path not in moved:
                    path.unlink(missing_ok=True)
            self._move(self.folder / MANIFEST_FILE)
        except OSError as error:
            raise HalfDoneError(f"{error.filename}: {error.strerror or error}") from error

    def _keep(self, path: Path) -> Path:
        if path not in self._new:
            self._new.append(path)
        return path

    def _move(self, path: Path) -> Path:
        place = self._region / path.relative_to(self.folder)
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.replace(place)
        sync_folder(place.parent)
        return place


def note_name(kind: SourceKind, name: str) -> str:
    """Return the file of the remarks on an import."""
    return f"import-{kind}-{folder_name(name)}.txt"


def folder_name(name: str) -> str:
    """Return a name as a part of a path, the same rule as for places."""
    return Path(file_name(name)).stem


def files_of(region_dir: Path, source: Source) -> tuple[Path, ...]:
    """Return the files of a source that are there."""
    stem = folder_name(source.name)
    if source.kind == "villages":
        part = region_dir / PARTS_DIR / stem / VILLAGES_FILE
        found = [part if part.exists() else region_dir / VILLAGES_FILE]  # the latter where nobody imported, as in a demo
    elif source.kind in {"osm", "places"}:
        found = [region_dir / PLACES_DIR / file_name(source.name)]
    else:
        found = [region_dir / MAPS_DIR / f"{stem}{suffix}" for suffix in MAP_SUFFIXES]
    return tuple(path for path in found if path.exists())


def shares_files(source: Source, kind: SourceKind, name: str) -> bool:
    """True when a source of this kind and name would lie where `source` lies."""
    return folder_name(source.name) == folder_name(name) and any({source.kind, kind} <= group for group in _IN_ONE_FOLDER)

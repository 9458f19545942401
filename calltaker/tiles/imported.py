"""What the region folder offers to paint from, opened; and whether the folder has changed since."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from calltaker.tiles.archive import SUFFIXES, Archive, ArchiveError, open_archive
from calltaker.tiles.raster import RasterMap
from calltaker.tiles.style import knows_any
from calltaker.tiles.vector_process import VectorMap
from calltaker.tiles.villages import VillageMap
from db.region.folder import MANIFEST_FILE, MAPS_DIR, VILLAGES_FILE, RegionError, read_manifest
from db.region.villages import load_villages

Fingerprint = tuple[tuple[str, int, int], ...]


@dataclass
class Imported:
    """Everything that could be opened; `problems` names what could not, one sentence each."""

    rasters: list[RasterMap] = field(default_factory=list)
    vector: VectorMap | None = None
    villages: VillageMap | None = None
    attributions: tuple[str, ...] = ()
    problems: list[str] = field(default_factory=list)
    archives: list[Archive] = field(default_factory=list)

    def close(self) -> None:
        if self.vector is not None:
            self.vector.stop()
        for archive in self.archives:
            archive.close()


def open_region(folder: Path, home: str = "") -> Imported:
    """Open what is there; `home` is the code of the centre's region. Nothing is raised for a file that is broken: it is a
    problem with a name, and left out."""
    imported = Imported()
    vectors = [archive for path in _map_files(folder) if (archive := _open_map(path, imported)) and archive.is_vector]
    if vectors:
        imported.vector = VectorMap(vectors)
        imported.vector.start()
    try:
        villages = load_villages(folder)
        imported.villages = VillageMap(villages, home) if villages is not None and len(villages) else None
    except RegionError as error:
        imported.problems.append(str(error))
    try:
        declared = read_manifest(folder).attributions
    except RegionError as error:
        declared = ()
        imported.problems.append(str(error))
    own = (archive.attribution for archive in imported.archives)
    imported.attributions = tuple({text.casefold(): text for text in (*own, *declared) if text}.values())
    return imported


def fingerprint(folder: Path) -> Fingerprint:
    """Return what changes whenever something is imported."""
    found = []
    for path in (folder / MANIFEST_FILE, folder / VILLAGES_FILE, *_map_files(folder)):
        try:
            state = path.stat()
        except OSError:
            continue
        found.append((path.name, state.st_mtime_ns, state.st_size))
    return tuple(found)


def _map_files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in (folder / MAPS_DIR).iterdir() if path.suffix.lower() in SUFFIXES)
    except OSError:
        return []


def _open_map(path: Path, imported: Imported) -> Archive | None:
    """Open a file and put it where it belongs, or say what is wrong with it."""
    try:
        archive = open_archive(path)
    except ArchiveError as error:
        imported.problems.append(str(error))
        return None
    try:
        if archive.is_vector:
            _check_vector(archive)
        else:
            imported.rasters.append(RasterMap(archive))
    except ArchiveError as error:
        archive.close()
        imported.problems.append(str(error))
        return None
    imported.archives.append(archive)
    return archive


def _check_vector(archive: Archive) -> None:
    name = archive.path.name
    if archive.path.suffix.lower() == ".pmtiles":
        raise ArchiveError(f"{name}: vector tiles are drawn from MBTiles only; `calltaker import region` makes them")
    if "?" in str(archive.path):
        raise ArchiveError(f"{name}: a vector map cannot be opened with a question mark in its path")
    if not knows_any(archive.vector_layers):
        layers = ", ".join(archive.vector_layers) or "none"
        raise ArchiveError(f"{name}: none of its layers is known ({layers}); OpenMapTiles and Shortbread are")

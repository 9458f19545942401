"""The folder of a region: which files are in it and where each came from.

```
region.json          what was imported, from which file, with which licence
villages.npz         village polygons (`db.region.villages`), of all boundary files together
villages/<name>/     what each boundary file gave, for the next import or removal
places/<name>.bin    streets, landmarks, posts, one file a source (`db.region.places`)
maps/*.mbtiles|*.pmtiles
import-*.txt         rows of a file that were left out or changed, for the person who made it
names.npz            the region's part of the index of names (`db.gazetteer`), made from the files above
```
Every file is written beside its place and renamed into it, so that a reader never sees half of one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from db.region.files import replace_file

MANIFEST_FILE = "region.json"
VILLAGES_FILE = "villages.npz"
PLACES_DIR = "places"
MAPS_DIR = "maps"
NAMES_FILE = "names.npz"

SourceKind = Literal["villages", "osm", "places", "raster", "vector"]


class RegionError(ValueError):
    """A file of the region folder cannot be used; the text names the file and says why."""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One imported file. `attribution` must stand on the map; `imported_at_us` is microseconds since the epoch, UTC."""

    name: str
    kind: SourceKind
    rows: int
    attribution: str = ""
    licence: str = ""
    sha256: str = ""
    imported_at_us: int = 0


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """All sources, oldest first; one source of a name and kind."""

    sources: tuple[Source, ...] = ()

    def with_source(self, source: Source) -> Manifest:
        """Return the manifest after an import; an earlier import of the same name and kind is replaced."""
        rest = tuple(one for one in self.sources if (one.kind, one.name) != (source.kind, source.name))
        return Manifest(sources=(*rest, source))

    @property
    def attributions(self) -> tuple[str, ...]:
        """Each attribution once."""
        return tuple(dict.fromkeys(source.attribution for source in self.sources if source.attribution))


def read_manifest(folder: Path) -> Manifest:
    """Return what was imported; a folder that is not there is an empty region. Raises `RegionError`."""
    path = folder / MANIFEST_FILE
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError:
        return Manifest()
    except (OSError, msgspec.MsgspecError) as error:
        raise RegionError(f"{path}: {error}") from error


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest; the folder is made if need be. Raises `OSError`."""
    text = msgspec.json.format(msgspec.json.encode(manifest), indent=2)
    replace_file(folder / MANIFEST_FILE, lambda file: file.write(text + b"\n"))

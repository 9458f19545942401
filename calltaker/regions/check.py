"""What `calltaker doctor` says of the region: what is imported and whether it still is what was imported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from calltaker.settings import Centre, Settings
from db.audit import Finding
from db.region.folder import MAPS_DIR, NAMES_FILE, PLACES_DIR, VILLAGES_FILE, Manifest, RegionError, Source, read_manifest

_NEEDS_ATTRIBUTION = frozenset({"villages", "osm", "raster", "vector"})


def examine(settings: Settings) -> Iterator[Finding]:
    """Give every finding on the region; a seat without one works, with less."""
    if settings.centre.region_code == Centre().region_code:
        text = f"the region is still the sample {settings.centre.region_code}; write the centre's own centre.region_code"
        yield _finding("warning", "region_sample", "centre.region_code", text)
    folder = settings.region_dir
    try:
        manifest = read_manifest(folder)
    except RegionError as problem:
        yield _finding("error", "region_list", str(folder), f"the list of imports cannot be read: {problem}")
        return
    if not any(source.kind == "villages" for source in manifest.sources):
        text = (
            "no village polygons are imported, so no point can be given its village; `calltaker import region FILE` takes them"
        )
        yield _finding("warning", "region_no_polygons", str(folder), text)
    for source in manifest.sources:
        yield from _source(folder, source)
    yield from _made_from_all(folder, manifest)
    yield from _strangers(folder, manifest)


def _source(folder: Path, source: Source) -> Iterator[Finding]:
    from calltaker.regions.copying import sha256_of  # noqa: PLC0415 - the doctor must start beside a broken library
    from calltaker.regions.stage import files_of  # noqa: PLC0415

    words = f"{source.name} ({source.kind})"
    files = files_of(folder, source)
    if not files:
        yield _finding("error", "region_missing", source.name, f"the file of the import {words} is gone; import it again")
    for path in files:
        try:
            is_same = not source.sha256 or sha256_of(path) == source.sha256
        except OSError as problem:
            text = f"the file of the import {words} cannot be read: {problem.strerror}"
            yield _finding("error", "region_unreadable", source.name, text)
            continue
        if not is_same:
            text = f"{path} is not what was imported as {words}; import it again"
            yield _finding("error", "region_changed", source.name, text)
    if source.kind in _NEEDS_ATTRIBUTION and not source.attribution:
        text = f"nobody is named as the maker of {words}; import it again with --attribution"
        yield _finding("warning", "region_attribution", source.name, text)


def _made_from_all(folder: Path, manifest: Manifest) -> Iterator[Finding]:
    """The files that each import makes again from all sources."""
    from db.gazetteer.build import is_sound  # noqa: PLC0415
    from db.region.villages import load_villages  # noqa: PLC0415

    kinds = {source.kind for source in manifest.sources}
    again = "import any of the region's files again"
    if "villages" in kinds:
        try:
            if load_villages(folder) is None:
                yield _finding("error", "region_polygons", VILLAGES_FILE, f"{folder / VILLAGES_FILE} is missing; {again}")
        except RegionError as problem:
            yield _finding("error", "region_polygons", VILLAGES_FILE, str(problem))
    if kinds & {"villages", "osm", "places"} and not is_sound(folder / NAMES_FILE):
        text = f"the region's index of names {folder / NAMES_FILE} is missing or of another version; {again}"
        yield _finding("error", "region_names", NAMES_FILE, text)


def _strangers(folder: Path, manifest: Manifest) -> Iterator[Finding]:
    """Files that the desk would use and nobody has imported."""
    from calltaker.regions.stage import files_of  # noqa: PLC0415

    known = {path for source in manifest.sources for path in files_of(folder, source)}
    for name in (PLACES_DIR, MAPS_DIR):
        for path in sorted((folder / name).glob("[!.]*")):
            if path not in known:
                text = f"{path} was put there by hand or left by an import that stopped; move it away, then import it"
                yield _finding("warning", "region_stranger", path.name, text)


def _finding(severity: Literal["error", "warning"], code: str, subject: str, text: str) -> Finding:
    return Finding(severity=severity, code=code, subject=subject, text=text)

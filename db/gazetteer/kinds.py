"""Kinds as small numbers, kabupaten and kota told apart: "kab bogor" and "kota bogor" are two places."""

from __future__ import annotations

from db.gazetteer.place import KINDS, Kind

INDEX_KINDS: tuple[str, ...] = (*KINDS, "kota")


def number_of(kind: str) -> int:
    return INDEX_KINDS.index(kind)


def index_kind(kind: Kind, name: str) -> str:
    """Return the kind as the index knows it."""
    return "kota" if kind == "kabkota" and name.lower().startswith("kota ") else kind

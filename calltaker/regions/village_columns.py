"""Which column of a boundary file is what: every office names them its own way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_CODE = (
    "code", "kode", "kdepum", "kodekemendagri", "kodedesa", "kddesa", "kodekelurahan", "kodekel", "kodewilayah", "kodewil",
    "kodekemdagri", "kemendagri", "villagecode", "iddesa", "kodedesakel", "kodekeldesa", "kodepum",
)  # fmt: skip
_NAME = (
    "name", "nama", "wadmkd", "namadesa", "nmdesa", "desa", "namakelurahan", "kelurahan", "nmkel", "namakel", "namakeldesa",
    "namadesakel", "keldesa", "desakel", "desakelur", "village", "namobj",
)  # fmt: skip
_KECAMATAN = ("kecamatan", "wadmkc", "namakecamatan", "nmkec", "namakec", "kec", "district")
_KABKOTA = (
    "kabkota", "wadmkk", "namakabkota", "kabupatenkota", "kabupaten", "kotakab", "nmkab", "namakab", "namakabupaten", "kab",
    "regency",
)  # fmt: skip


class Columns(NamedTuple):
    """Names as the file writes them; None = it has no such column."""

    code: str
    name: str | None
    kecamatan: str | None
    kabkota: str | None


def find_columns(fields: Sequence[str]) -> Columns | None:
    """Return the columns of village codes and names, None without a column of codes.

    Case, spaces and underscores do not matter; among several the one whose name says more clearly what it is comes first."""
    code = _first(fields, _CODE)
    if code is None:
        return None
    return Columns(code, _first(fields, _NAME), _first(fields, _KECAMATAN), _first(fields, _KABKOTA))


def _first(fields: Sequence[str], names: Sequence[str]) -> str | None:
    plain = {re.sub(r"[^a-z0-9]", "", field.lower()): field for field in reversed(fields)}
    return next((plain[name] for name in names if name in plain), None)

"""A place with a name: an area of the official list, a street, a landmark, or a post of somebody who helps."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

Kind = Literal[
    "province", "kabkota", "kecamatan", "village",
    "street", "landmark",
    "fire", "police", "hospital", "clinic", "medical", "disaster", "post",
]  # fmt: skip
"""`village` is a desa or kelurahan, `kabkota` a kabupaten or kota, `clinic` a puskesmas, `medical` an ambulance post or a
PSC 119, `disaster` a BPBD or SAR post, `post` any other agency's."""

KINDS: tuple[Kind, ...] = get_args(Kind)
AREA_KINDS: tuple[Kind, ...] = ("province", "kabkota", "kecamatan", "village")
SERVICE_KINDS: tuple[Kind, ...] = ("fire", "police", "hospital", "clinic", "medical", "disaster", "post")


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """`code` is the Kemendagri code of an area ("35.15.01.2001"), else a name of its source that stays the same from import
    to import ("osm:way/12", "csv:pos-utara"). What lies in an area names its village, kecamatan and kabkota as far as known.
    `score` orders the answers of one search and means nothing beyond it. `rest` are the typed words that no part of the place
    explains ("no 12 rt 3 depan masjid"), as they were typed. `distance_m` is set by nearness queries, in metres along the
    ellipsoid ("garis lurus"), never a driving distance."""

    code: str
    name: str
    kind: Kind
    village: str = ""
    village_code: str = ""
    kecamatan: str = ""
    kabkota: str = ""
    province: str = ""
    post_code: str = ""
    lat: float | None = None
    lon: float | None = None
    phone: str = ""
    score: float = 0.0
    rest: str = ""
    distance_m: float | None = None

    @property
    def is_area(self) -> bool:
        return self.kind in AREA_KINDS

"""What is known of a point: the village it lies in, or that nobody can say."""

from __future__ import annotations

import msgspec


class Whereabouts(msgspec.Struct, frozen=True, kw_only=True):
    """`is_exact`: polygons say so; then `village_code`, `village`, `kecamatan` and `kabkota` hold. Without polygons there,
    these stay empty (a centroid names the wrong village one time in four) and `approximate` holds words such as
    "Jalan Mawar, 240 m" for a line that says "perkiraan".

    `is_home`: inside the centre's own region; None = nobody can say: its border is not known, or the point lies in no village
    but at the very border (a river, a beach) or in a gap within the region (a lake, an enclave that was not imported).
    `border_m` is the distance to that border in metres, from inside or outside; None = not known. `kabkota_code` is "35.15";
    outside the home region the desk looks up the neighbouring centre by it."""

    lat: float
    lon: float
    is_exact: bool = False
    is_home: bool | None = None
    village_code: str = ""
    village: str = ""
    kecamatan: str = ""
    kabkota: str = ""
    kabkota_code: str = ""
    approximate: str = ""
    border_m: float | None = None

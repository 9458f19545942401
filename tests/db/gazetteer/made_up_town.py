"""Streets, landmarks and posts of an invented town, Kota Nusa Raya (99.71), as an import would bring them."""

from __future__ import annotations

from db.gazetteer.place import Kind, Place

HOME = "99.71"
KABKOTA = "Kota Nusa Raya"

_VILLAGES = {
    "Mekarsari": ("99.71.01.1001", "Nusa Utara"),
    "Sukadamai": ("99.71.01.1002", "Nusa Utara"),
    "Banyubiru": ("99.71.02.1001", "Nusa Tengah"),
    "Karangjati": ("99.71.04.1001", "Nusa Timur"),
}
_THINGS: tuple[tuple[str, Kind, str], ...] = (
    ("Jalan Mawar", "street", "Mekarsari"),
    ("Jalan Mawar", "street", "Karangjati"),
    ("Gang Mawar II", "street", "Mekarsari"),
    ("Jalan Mekar", "street", "Mekarsari"),
    ("Jalan Melati Raya", "street", "Sukadamai"),
    ("Jalan Jenderal Sudirman", "street", "Banyubiru"),
    ("Jalan Kiai Haji Ahmad Dahlan", "street", "Banyubiru"),
    ("Perumahan Griya Asri", "landmark", "Karangjati"),
    ("Masjid Al Ikhlas", "landmark", "Sukadamai"),
    ("Pasar Besar", "landmark", "Banyubiru"),
    ("Puskesmas Banyubiru", "clinic", "Banyubiru"),
    ("Pos Pemadam Kebakaran Utara", "fire", "Mekarsari"),
    ("RSUD Nusa Raya", "hospital", "Banyubiru"),
    ("Polsek Nusa Timur", "police", "Karangjati"),
)


def places() -> list[Place]:
    found = [
        Place(code=code, name=name, kind="village", kecamatan=kecamatan, kabkota=KABKOTA, lat=-7.9, lon=110.2)
        for name, (code, kecamatan) in _VILLAGES.items()
    ]
    for number, (name, kind, village) in enumerate(_THINGS):
        code, kecamatan = _VILLAGES[village]
        found.append(
            Place(
                code=f"osm:way/{number}",
                name=name,
                kind=kind,
                village=village,
                village_code=code,
                kecamatan=kecamatan,
                kabkota=KABKOTA,
                lat=-7.9 + number / 1000,
                lon=110.2,
            )
        )
    found.append(Place(code="csv:gudang", name="Gudang Logistik", kind="disaster", phone="0210000112"))
    return found

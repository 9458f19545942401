"""What offices write in the column "jenis", and the kind of place it is."""

from __future__ import annotations

from db.gazetteer.place import Kind

UNIT_WORDS = frozenset({"unit", "armada", "kendaraan", "vehicle"})
"""Rows of this kind are units alone: where they stand is no post of its own."""

_WORDS: dict[Kind, str] = {
    "fire": "fire, damkar, pemadam, pemadam kebakaran, pos damkar, pos pemadam, pos pemadam kebakaran, fire station, dpkp",
    "police": "police, polisi, polres, polsek, polresta, polrestabes, pos polisi, kantor polisi, polsubsektor, police station",
    "hospital": "hospital, rumah sakit, rs, rsud, rsu, rsia, rs swasta",
    "clinic": "clinic, klinik, puskesmas, pkm, pustu, puskesmas pembantu",
    "medical": "medical, ambulans, ambulan, ambulance, pos ambulans, pos ambulan, psc, psc 119, pmi, pos medis, ambulance post",
    "disaster": "disaster, bpbd, sar, basarnas, pos sar, pos bpbd, kantor sar, pusdalops, bencana, tagana",
    "post": "post, pos, posko, pln, pdam, satpol pp, dishub, dlh, dinas, dinsos, pos jaga, kantor dinas, jasa marga",
    "street": "street, jalan, jl, gang, gg, ruas jalan",
    "landmark": (
        "landmark, patokan, tempat, lokasi, bangunan, gedung, kantor, masjid, musala, musholla, mushola, langgar, "
        "gereja, pura, vihara, wihara, klenteng, kelenteng, tempat ibadah, pasar, mal, mall, toko, supermarket, "
        "minimarket, sekolah, sd, smp, sma, smk, madrasah, pesantren, kampus, universitas, hotel, penginapan, terminal, "
        "stasiun, halte, bandara, pelabuhan, dermaga, jembatan, spbu, pom bensin, taman, alun alun, lapangan, stadion, "
        "makam, pemakaman, perumahan, perum, komplek, dusun, dukuh, kampung, pabrik, gudang, pantai, sungai, waduk, "
        "bendungan, gunung, bukit, air terjun, wisata, tempat wisata, museum, simpang, simpang empat, simpang tiga, "
        "perempatan, pertigaan, bundaran, gerbang tol, bank, kantor desa, kantor kelurahan, balai desa, balai kota, "
        "mosque, church, market, school, bridge, station, park, building"
    ),
}

_KIND_OF: dict[str, Kind] = {word.strip(): kind for kind, words in _WORDS.items() for word in words.split(",")}


def kind_of(words: str) -> Kind | None:
    """Return the kind that an office's word means; None when nobody can say. A wrong guess would send a caller's neighbour to
    a fire post that is none, so nothing is guessed."""
    plain = " ".join(words.casefold().replace("-", " ").replace("/", " ").replace(".", "").split())
    return _KIND_OF.get(plain)

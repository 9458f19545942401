"""What people write instead of a name's words, and the words that say what a name belongs to."""

from __future__ import annotations

from db.gazetteer.place import Kind

ROMAN = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10",
    "xi": "11", "xii": "12", "xiii": "13", "xiv": "14", "xv": "15",
}  # fmt: skip

# Read beside the word itself, never instead of it: "tj" may be Tanjung, and "s" may be the start of anything.
ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    # directions and parts
    "sel": ("selatan",), "slt": ("selatan",), "sltn": ("selatan",), "utr": ("utara",), "ut": ("utara",),
    "tim": ("timur",), "tmr": ("timur",), "bar": ("barat",), "brt": ("barat",), "tgh": ("tengah",), "tng": ("tengah",),
    "teng": ("tengah",), "tggr": ("tenggara",), "kdl": ("kidul",), "kln": ("kulon",), "wtn": ("wetan",),
    # words that many names begin with
    "tj": ("tanjung",), "tjg": ("tanjung",), "tg": ("tanjung",), "tanj": ("tanjung",), "sei": ("sungai",), "sgi": ("sungai",),
    "sg": ("sungai",), "s": ("sungai",), "gn": ("gunung",), "gng": ("gunung",), "g": ("gunung",), "krg": ("karang",),
    "kr": ("karang", "krueng"), "pdk": ("pondok",), "pd": ("pondok", "padang"), "pdg": ("padang",), "kp": ("kampung",),
    "kmp": ("kampung",), "kpg": ("kampung",), "kamp": ("kampung",), "gp": ("gampong",), "gpg": ("gampong",), "pl": ("pulau",),
    "p": ("pulau",), "kep": ("kepulauan",), "bt": ("batu",), "btg": ("batang",), "kb": ("kebon", "kebun"), "kbn": ("kebon",),
    "bdr": ("bandar",), "bd": ("bandar",), "lb": ("lubuk",), "lbk": ("lubuk",), "mr": ("muara",), "ma": ("muara",),
    "tl": ("teluk",), "tlk": ("teluk",), "tb": ("tebing",), "bkt": ("bukit",), "sp": ("simpang",), "simp": ("simpang",),
    "spg": ("simpang",), "br": ("baru",), "jy": ("jaya",), "rj": ("rejo", "raja"), "ps": ("pasar",), "psr": ("pasar", "pasir"),
    "perk": ("perkebunan",), "mns": ("meunasah",), "mjd": ("masjid",), "msjd": ("masjid",), "mesjid": ("masjid",),
    "dsn": ("dusun",), "kt": ("kota", "kuta"), "prm": ("perumahan",), "mt": ("mekar",), "tlg": ("talang",),
    # streets, estates, landmarks and posts
    "gg": ("gang",), "perum": ("perumahan",), "perumnas": ("perumahan", "perumnas"), "prmh": ("perumahan",),
    "komp": ("komplek",), "kompl": ("komplek",), "kompleks": ("komplek",), "kpl": ("komplek",), "kav": ("kavling",),
    "tmn": ("taman",), "grya": ("griya",), "graha": ("graha",), "apt": ("apartemen",), "ruko": ("ruko",),
    "rs": ("rumah sakit",), "rsu": ("rumah sakit umum",), "rsud": ("rumah sakit umum daerah", "rumah sakit"),
    "rsia": ("rumah sakit ibu anak",), "pkm": ("puskesmas",), "pusk": ("puskesmas",), "damkar": ("pemadam kebakaran",),
    "polsek": ("kepolisian sektor",), "polres": ("kepolisian resor",), "kodim": ("komando distrik militer",),
    "sd": ("sekolah dasar",), "sdn": ("sekolah dasar negeri",), "smp": ("sekolah menengah pertama",),
    "smpn": ("sekolah menengah pertama negeri",), "sma": ("sekolah menengah atas",), "smk": ("sekolah menengah kejuruan",),
    "stn": ("stasiun",), "st": ("stasiun",), "term": ("terminal",), "bndr": ("bandara",), "spbu": ("pom bensin",),
    "jend": ("jenderal",), "jendral": ("jenderal",), "letjen": ("letnan jenderal",), "mayjen": ("mayor jenderal",),
    "dr": ("dokter",), "prof": ("profesor",), "kh": ("kiai haji",), "h": ("haji",), "hj": ("hajah",), "ir": ("insinyur",),
    # regions in short
    "jkt": ("jakarta",), "jaksel": ("jakarta selatan",), "jaktim": ("jakarta timur",), "jakbar": ("jakarta barat",),
    "jakut": ("jakarta utara",), "jakpus": ("jakarta pusat",), "tangsel": ("tangerang selatan",), "sby": ("surabaya",),
    "bdg": ("bandung",), "smg": ("semarang",), "mlg": ("malang",), "sda": ("sidoarjo",), "jabar": ("jawa barat",),
    "jateng": ("jawa tengah",), "jatim": ("jawa timur",), "sumut": ("sumatera utara",), "sumbar": ("sumatera barat",),
    "sumsel": ("sumatera selatan",), "babel": ("bangka belitung",), "kepri": ("kepulauan riau",),
    "ntb": ("nusa tenggara barat",),
    "ntt": ("nusa tenggara timur",), "sulsel": ("sulawesi selatan",), "sulut": ("sulawesi utara",),
    "sulteng": ("sulawesi tengah",), "sultra": ("sulawesi tenggara",), "sulbar": ("sulawesi barat",),
    "kaltim": ("kalimantan timur",), "kalsel": ("kalimantan selatan",), "kalbar": ("kalimantan barat",),
    "kalteng": ("kalimantan tengah",), "kaltara": ("kalimantan utara",), "malut": ("maluku utara",),
}  # fmt: skip

# Said before a name: what the name belongs to. The word itself is no part of the name.
LEVEL_WORDS: dict[str, Kind] = {
    "kel": "village", "kelurahan": "village", "klrhn": "village", "desa": "village", "ds": "village",
    "kec": "kecamatan", "kcmtn": "kecamatan", "kecamatan": "kecamatan", "distrik": "kecamatan",
    "kab": "kabkota", "kabupaten": "kabkota", "kodya": "kabkota", "kotamadya": "kabkota",
    "prov": "province", "provinsi": "province", "propinsi": "province",
    "jl": "street", "jln": "street", "jalan": "street", "jlan": "street", "jaln": "street", "jlh": "street",
}  # fmt: skip

# These may as well begin a name ("Kota Baru", "Desa Baru"): they say the level and are looked for too.
NAME_AND_LEVEL: dict[str, Kind] = {"kota": "kabkota", "gg": "street", "gang": "street"}

# Where the caller stands as seen from what is named next: what follows is a hint, not the address.
RELATION_WORDS = frozenset((
    "depan", "dpn", "didepan", "sebelah", "sblh", "sebelahnya", "samping", "smping", "smpg", "disamping", "belakang",
    "blkg", "blkng", "dibelakang", "seberang", "sebrang", "sbrg", "diseberang", "dekat", "dkt", "deket", "dket", "arah",
    "lawan", "sekitar", "sktr", "sebelum", "sblm", "setelah", "stlh", "sesudah", "pinggir", "pojok", "antara", "menuju",
    "masuk", "patokan", "patokannya",
))  # fmt: skip

# With the number or letter behind them they name a house, a ward or a stretch, never an indexed place.
HOUSE_WORDS = frozenset(
    ("no", "nomor", "nomer", "nmr", "rt", "rw", "rtrw", "blok", "blk", "kav", "kavling", "lantai", "lt", "unit", "km")
)

# Small words between names that say nothing.
FILLER_WORDS = frozenset(("di", "ke", "dari", "yang", "yg", "itu", "ada", "sini", "pak", "bu", "mbak", "ya", "dgn"))

# What a caller says around the place: it is kept as text and not looked for.
SPOKEN_WORDS = frozenset((
    "mohon", "kirim", "kirimkan", "lapor", "melapor", "melaporkan", "halo", "hallo", "ini", "lokasinya", "alamat", "alamatnya",
    "posisi", "posisinya", "tempatnya", "tepatnya", "tkp", "kejadiannya", "sekarang", "cepat", "segera", "terimakasih",
    "makasih", "permisi", "assalamualaikum", "saya", "kami", "untuk", "dengan", "sudah", "telah",
))  # fmt: skip

# The same, but a name may have them too (Aek Tolong, Posko Bantuan): they say little beside the others.
OFTEN_SPOKEN_WORDS = frozenset((
    "tolong", "minta", "bantuan", "bantu", "butuh", "mau", "lokasi", "kejadian", "laporan", "korban", "orang", "warga",
    "ambulans", "ambulan", "ambulance", "damkar", "polisi", "kebakaran", "terbakar", "kecelakaan", "tabrakan", "laka", "banjir",
    "pingsan", "luka", "terima", "kasih",
))  # fmt: skip

"""Invented facts for `tests.support.log_factory`. No street, name or number belongs to anybody."""

from __future__ import annotations

OUTCOME_WEIGHTS: dict[str, float] = {
    "prank_child": 29, "prank_adult": 8, "false_report": 0.2, "ghost_silent": 22, "ghost_sounds": 0.6, "pocket": 5,
    "dropped": 5, "wrong_number": 4, "information": 9, "emergency": 2, "non_emergency": 5, "repeat": 1, "out_of_region": 0.4,
    "test": 1.2, "agency": 0.8, "none": 0.8, "abandoned": 5, "refused": 1,
}  # fmt: skip
"""Outcome codes beside "none" (nobody gave one), "abandoned" and "refused"."""

PRANK_HOURS = (1, 1, 0, 0, 0, 0, 1, 2, 3, 5, 10, 12, 13, 13, 12, 11, 9, 7, 5, 5, 4, 3, 2, 1)
QUIET_HOURS = (2, 2, 1, 1, 1, 2, 3, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 6, 5, 4, 3)

INCIDENTS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("KB-01", "1", "kebakaran rumah", ("DAMKAR", "POLRES", "PSC119")),
    ("MD-01", "1", "tidak sadar", ("PSC119",)),
    ("LL-01", "2", "kecelakaan motor", ("POLRES", "PSC119")),
    ("BA-03", "2", "pohon tumbang menimpa rumah", ("BPBD", "DAMKAR")),
    ("HW-01", "3", "ular masuk rumah", ("DAMKAR",)),
    ("IN-01", "3", "pohon tumbang di jalan", ("DLH",)),
    ("IN-02", "4", "lampu jalan padam", ("DISHUB",)),
    ("SO-02", "3", "orang terlantar", ("DINSOS",)),
)
"""Type code, priority, words, agencies (lead first)."""

STREETS = ("Jl. Contoh Raya", "Jl. Misal", "Gang Umpama", "Jl. Teladan", "Jl. Andai", "Perumahan Sampel Indah")
LANDMARKS = ("dekat masjid", "depan warung kopi", "samping balai RW", "belakang pasar", "seberang lapangan", "")
FIRST_NAMES = ("Ibu Sari", "Pak Budi", "Ani", "Joko", "Dewi", "")

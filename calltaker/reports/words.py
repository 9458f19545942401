"""The words of the reports in both languages. The window's translations live in Qt, which these processes do not load."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "statistics": ("Statistik panggilan {first} s.d. {last}", "Call statistics {first} to {last}"),
    "made_at": ("Dibuat {at}", "Made {at}"),
    "summary": ("Ringkasan", "Summary"),
    "hours": ("Per jam", "By hour"),
    "hours_title": ("Panggilan menurut jam dalam minggu", "Calls by hour of the week"),
    "days": ("Per hari", "By day"),
    "days_title": ("Panggilan per hari", "Calls by day"),
    "numbers": ("Per nomor", "By number"),
    "numbers_title": ("Panggilan per nomor, terbanyak iseng di atas", "Calls by number, most pranks first"),
    "calls": ("Panggilan", "Calls"),
    "calls_title": ("Panggilan {first} s.d. {last}", "Calls {first} to {last}"),
    "basis": (
        "Dasar: panggilan 112 masuk yang berdering di meja; uji coba tidak dihitung. Iseng + senyap + nyata + lain = semua.",
        "Basis: incoming 112 calls that rang at a desk, tests excluded. Pranks + ghosts + real + other = all.",
    ),
    "masked": ("Nomor disamarkan.", "Numbers are masked."),
    "unmasked": ("Nomor lengkap. Alasan: {reason}", "Full numbers. Reason: {reason}"),
    "measure": ("Ukuran", "Measure"),
    "count": ("Jumlah", "Count"),
    "of": ("Dari", "Of"),
    "share": ("Persen", "Percent"),
    "target": ("Sasaran persen", "Target percent"),
    "meaning": ("Keterangan", "Meaning"),
    "rang": ("Berdering", "Rang"),
    "rang_why": ("semua panggilan masuk yang berdering, tanpa uji coba", "all incoming calls that rang, tests excluded"),
    "answered": ("Dijawab", "Answered"),
    "of_rang": ("dari yang berdering", "of those that rang"),
    "within": ("Dijawab dalam {seconds} detik", "Answered within {seconds} s"),
    "within_own": ("dari yang berdering; standar pusat ini", "of those that rang; the centre's own standard"),
    "within_of": ("dari yang berdering; {source}", "of those that rang; {source}"),
    "abandoned": ("Ditutup penelepon sebelum dijawab", "Abandoned while ringing"),
    "refused": ("Ditolak, semua saluran sibuk", "Refused, all lines busy"),
    "refused_why": ("tidak pernah berdering; tidak termasuk dasar", "never rang; not part of the basis"),
    "pranks": ("Iseng", "Pranks"),
    "ghosts": ("Senyap", "Ghosts"),
    "real": ("Nyata", "Real"),
    "percentile": ("Waktu jawab persentil {percent} (detik)", "Answer time percentile {percent} (s)"),
    "of_answered": ("dari panggilan yang dijawab", "of answered calls"),
    "weekday": ("Hari", "Weekday"),
    "hour": ("Jam", "Hour"),
    "day": ("Tanggal", "Day"),
    "number": ("Nomor", "Number"),
    "withheld": ("Tanpa nomor (semua)", "No number (all)"),
    "withheld_one": ("Tanpa nomor", "No number"),
    "last": ("Terakhir", "Last"),
    "call_id": ("ID panggilan", "Call id"),
    "seat": ("Meja", "Seat"),
    "direction": ("Arah", "Direction"),
    "in": ("masuk", "in"),
    "out": ("keluar", "out"),
    "line": ("Saluran", "Line"),
    "rang_at": ("Berdering", "Rang at"),
    "answered_at": ("Dijawab", "Answered at"),
    "ended_at": ("Selesai", "Ended at"),
    "answer_s": ("Waktu jawab (detik)", "Answer time (s)"),
    "talk_s": ("Lama bicara (detik)", "Talked (s)"),
    "ended_by": ("Diakhiri oleh", "Ended by"),
    "outcome": ("Hasil", "Outcome"),
    "incident": ("Nomor kejadian", "Incident"),
    "recording_s": ("Rekaman (detik)", "Recording (s)"),
    "was_refused": ("Ditolak", "Refused"),
    "yes": ("ya", "yes"),
    "no": ("tidak", "no"),
    "keys": ("Semua tombol", "All keys"),
    "page_cut": (
        "… dipotong: teks lengkap ada di layar",
        "… cut here: the whole text is on the screen",
    ),
}

WEEKDAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


def say(key: str, language: str, **values: object) -> str:
    """Return the words of `key`; everything but "en" gets Indonesian. An unknown key is a programming error (`KeyError`)."""
    return WORDS[key][1 if language == "en" else 0].format(**values)

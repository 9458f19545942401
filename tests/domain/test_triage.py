"""Proposals from the one line. The labelled lines are invented, typed as at three in the morning.

Set 1 was written beside the rules. Sets 2 and 3 were written after them and measured before any change: 91 % and 85 % at the
first place, 94 % and 91 % among the first three; that is what a line nobody has seen yet may expect. What they taught in
general (a name ends where an event begins, words that were missing) then went into the rules.
"""

from __future__ import annotations

import csv
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from calltaker.domain.catalogue import Catalogue
from calltaker.domain.proposal import Proposal
from calltaker.domain.reading.lexicon import read_words
from calltaker.domain.reading.tokens import MAX_CHARS
from calltaker.domain.triage import Triage, propose

LINES = tuple(csv.DictReader((Path(__file__).parent / "triage_lines.csv").read_text(encoding="utf-8").splitlines()))
SETS = {name: [row for row in LINES if row["set"] == name] for name in ("1", "2", "3")}


@pytest.fixture(scope="session")
def triage(catalogue: Catalogue) -> Triage:
    return Triage(catalogue)


def share(rows: list[dict[str, str]], triage: Triage, places: int) -> float:
    """Return the share of lines whose type is among the first `places` proposals."""
    hits = 0
    for row in rows:
        found = triage.propose(row["line"])
        hits += row["type_code"] in (found.type_code, *found.alternatives)[:places]
    return hits / len(rows)


def test_the_labelled_lines_are_many_and_of_every_group(catalogue: Catalogue) -> None:
    assert len(LINES) >= 150
    assert len({row["line"] for row in LINES}) == len(LINES)
    assert {row["type_code"] for row in LINES} <= set(catalogue.types)
    for rows in SETS.values():
        assert {row["type_code"][:2] for row in rows} == {code[:2] for code in catalogue.types}


@pytest.mark.parametrize("name", ["1", "2", "3"])
def test_the_right_type_is_proposed(triage: Triage, name: str) -> None:
    assert share(SETS[name], triage, 1) >= 0.9
    assert share(SETS[name], triage, 3) >= 0.95


@pytest.mark.parametrize(("field", "floor"), [("place_text", 0.95), ("landmark", 0.95), ("trapped", 0.98), ("victims", 0.98)])
def test_place_and_people_are_read(triage: Triage, field: str, floor: float) -> None:
    right = 0
    labelled = [row for row in LINES if row["set"] != "3"]  # the third set is labelled with types alone
    for row in labelled:
        value = getattr(triage.propose(row["line"]), field)
        right += row[field] == ("" if value is None else str(value))
    assert right / len(labelled) >= floor


def test_priorities_follow_type_and_words(triage: Triage) -> None:
    labelled = [row for row in LINES if row["priority"]]
    right = sum(str(triage.propose(row["line"], row["type_code"]).priority) == row["priority"] for row in labelled)
    assert right / len(labelled) >= 0.97


def test_the_line_of_the_manual(catalogue: Catalogue) -> None:
    line = "kebakaran rumah jl mawar 12 rt 3 dekat masjid, 2 orang terjebak"
    found = propose(line, catalogue)
    assert propose(line, catalogue) == found
    assert (found.type_code, found.priority, found.trapped, found.victims) == ("KB-01", 1, 2, None)
    assert (found.place_text, found.landmark) == ("jl mawar 12 rt 3", "dekat masjid")
    assert found.priority_why.startswith("KB-01")
    assert 0 < found.score <= 1


@pytest.mark.parametrize(
    "line",
    [
        "KEBAKARAN RUMAH JL. MAWAR 12",
        "kebakran rumah jl mawar 12",
        "kbakaran rmh jln mawar 12",
        "kébakaràn rumah, jl mawar 12",
        "kebakaran   rumah!!! jl mawar 12",
        "rumah terbakar jl mawar 12",
        "ada kebakaran nih pak di rumah saya jl mawar 12 tolong",
    ],
)
def test_spelling_case_and_politeness_do_not_matter(triage: Triage, line: str) -> None:
    found = triage.propose(line)
    assert found.type_code == "KB-01"
    assert found.place_text.casefold().endswith("mawar 12")


@pytest.mark.parametrize(
    ("line", "trapped", "victims"),
    [
        ("kebakaran rumah tidak ada korban", None, 0),
        ("kebakaran rumah, ga ada yang terjebak", 0, None),
        ("tabrakan tanpa korban luka", None, 0),
        ("tabrakan belum ada korban jiwa", None, 0),
        ("tabrakan dua motor korban dua orang", None, 2),
        ("kebakaran, seorang nenek terjebak", 1, None),
        ("tabrakan 2 meninggal 3 luka", None, 5),
        ("tabrakan 5 korban, 2 meninggal", None, 5),
        ("tabrakan 3 mobil", None, None),
        ("kebakaran jl mawar 2", None, None),
        ("kebakaran 2 rumah, 3 warga terjebak, 1 pingsan", 3, 1),
        ("2org terjebak lift", 2, None),
        ("ada anak terjebak", None, None),
        ("telepon 081255501234 terjebak", None, None),
    ],
)
def test_people_are_counted(triage: Triage, line: str, trapped: int | None, victims: int | None) -> None:
    found = triage.propose(line)
    assert (found.trapped, found.victims) == (trapped, victims)


@pytest.mark.parametrize(
    ("line", "place", "landmark"),
    [
        ("pohon tumbang jl. mawar no. 12, rt 3 rw 5 kel bumi asri", "jl. mawar no. 12, rt 3 rw 5 kel bumi asri", ""),
        ("pohon tumbang jl mawar 12 dekat masjid kel bumi asri", "jl mawar 12, kel bumi asri", "dekat masjid"),
        ("jalan berlubang", "", ""),
        ("jalan mawar berlubang", "jalan mawar", ""),
        ("anak tenggelam di sungai", "", ""),
        ("anak tenggelam di sungai progo", "sungai progo", ""),
        ("jl kebakaran rumah", "jl kebakaran", ""),
        ("kecelakaan gang buntu", "gang buntu", ""),
        ("pak rt pingsan", "", ""),
        ("kebakaran depan", "", ""),
        ("kebakaran di", "", ""),
        ("kebakaran di depan balai desa", "", "depan balai desa"),
        ("maling jl mawar motor hilang", "jl mawar", ""),
        ("jl", "", ""),
        ("kebakaran jl raya, api besar", "jl raya", ""),
        ("kebakaran jl raya dekat masjid", "jl raya", "dekat masjid"),
        ("kebakaran jl dekat masjid", "", "dekat masjid"),
        ("mogok di jalan jl mawar", "jl mawar", ""),
        ("kebakaran di, tolong", "", ""),
        ("kebakaran pasar baru", "pasar baru", ""),
    ],
)
def test_places_are_shown_as_typed(triage: Triage, line: str, place: str, landmark: str) -> None:
    found = triage.propose(line)
    assert (found.place_text, found.landmark) == (place, landmark)


@pytest.mark.parametrize(
    ("line", "code", "priority"),
    [
        ("berantem di warung", "KR-03", 2),
        ("berantem di warung bawa celurit", "KR-03", 1),
        ("berantem di warung tidak bawa senjata", "KR-03", 2),
        ("alang alang terbakar", "KB-03", 2),
        ("alang alang terbakar dekat rumah", "KB-03", 1),
        ("banjir di perumahan", "BA-01", 2),
        ("banjir sedada di perumahan", "BA-01", 1),
        ("mati lampu", "IN-04", 4),
        ("mati lampu bapak pakai oksigen", "IN-04", 1),
        ("pohon tumbang", "IN-01", 2),
        ("pohon tumbang tidak ada korban", "IN-01", 2),
        ("pohon tumbang ada korban", "IN-01", 1),
    ],
)
def test_words_raise_the_priority(triage: Triage, line: str, code: str, priority: int) -> None:
    found = triage.propose(line)
    assert (found.type_code, found.priority) == (code, priority)
    kind = triage.catalogue.types[code]
    assert (kind.raise_to_p1_if in found.priority_why) == (priority == 1)


def test_every_condition_that_raises_has_words(catalogue: Catalogue) -> None:
    words = read_words(resources.path("catalogue", "triage.toml"))
    can_rise = {kind.code for kind in catalogue.types.values() if kind.raise_to_p1_if and kind.priority > 1}
    assert set(words.raises) == can_rise
    assert set(words.rules) == set(catalogue.types)
    meanings = {*words.context, *words.events}
    assert {meaning for named in words.raises.values() for meaning in named} <= meanings
    ruling = {name for rules in words.rules.values() for rule in rules for name in rule.partition(":")[0].split()}
    assert {name for name in ruling if name not in meanings and name.removeprefix("no_") not in meanings} == set()
    assert words.people.trapped | words.people.victims | words.place.ends_at <= meanings


@pytest.mark.parametrize(
    ("line", "code"),
    [("kb01 mawar", "KB-01"), ("KB-1", "KB-01"), ("kb kertajaya 112", "KB-01"), ("md 11", "MD-11"), ("ll terminal", "LL-01")],
)
def test_a_type_may_be_named_by_its_code(triage: Triage, line: str, code: str) -> None:
    assert triage.propose(line).type_code == code


def test_the_rest_is_proposed_for_the_type_a_person_chose(triage: Triage) -> None:
    line = "tabrakan mobil ada yang luka"
    assert triage.propose(line).type_code == "LL-01"
    chosen = triage.propose(line, "LL-02")
    assert (chosen.type_code, chosen.priority) == ("LL-02", 1)
    assert "LL-01" in chosen.alternatives
    assert triage.propose(line, "XX-99").type_code == "LL-01"
    assert triage.propose("jl mawar", "IN-01").score == 0


def test_several_candidates_are_offered(triage: Triage) -> None:
    found = triage.propose("kebakaran")
    assert found.type_code == "KB-01"
    assert {"KB-02", "KB-04"} <= set(found.alternatives)
    assert found.type_code not in found.alternatives
    assert triage.propose("lampu jalan padam").score > found.score


@pytest.mark.parametrize("line", ["", "   ", "...", "!?", "halo", "qwrtz", "1234567890"])
def test_a_line_that_says_nothing_proposes_no_type(triage: Triage, line: str) -> None:
    found = triage.propose(line)
    assert (found.type_code, found.score, found.priority) == ("", 0.0, 0)


def test_a_type_that_a_centre_adds_is_found_by_its_search_words(catalogue: Catalogue) -> None:
    own = msgspec.structs.replace(
        catalogue.types["LN-01"], code="ZZ-01", search_words=("balon udara", "ubur ubur"), raise_to_p1_if="", priority=3
    )
    changed = msgspec.structs.replace(catalogue, types={**catalogue.types, "ZZ-01": own})
    assert propose("ada balon udara jatuh di sawah", changed).type_code == "ZZ-01"
    assert propose("ada balon udara jatuh di sawah", catalogue).type_code != "ZZ-01"


def test_a_type_that_a_centre_drops_is_not_proposed(catalogue: Catalogue) -> None:
    rest = {code: kind for code, kind in catalogue.types.items() if code != "KB-01"}
    assert propose("kebakaran rumah", msgspec.structs.replace(catalogue, types=rest)).type_code != "KB-01"


WORDS = """jl gg rt no 12 3 di , . kebakaran rumah tidak ada korban 2 orang terjebak dekat km depan ² ß İ ١"""
words = st.sampled_from(WORDS.split())


@given(st.one_of(st.text(max_size=80), st.lists(words, max_size=14).map(" ".join)))
def test_any_text_is_read_the_same_way_twice(triage: Triage, text: str) -> None:
    found = triage.propose(text)
    assert found == triage.propose(text)
    assert isinstance(found, Proposal)
    assert 0 <= found.score <= 1
    for place in (*found.place_text.split(", "), *found.landmark.split(", ")):
        assert place in text
    assert (found.type_code == "") == (found.priority == 0)


def test_an_endless_line_is_read_to_its_limit(triage: Triage) -> None:
    text = "kebakaran rumah jl mawar 12 dan " + "x " * MAX_CHARS
    assert triage.propose(text).place_text == "jl mawar 12"

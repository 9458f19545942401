"""A bare village name in the one line is offered as a place, and never taken by itself."""

from __future__ import annotations

import msgspec

from calltaker.places.wire import Understand, Understood
from tests.gui.incident.bench import Bench
from tests.gui.incident.place_facts import BUMI_SELATAN, BUMI_UTARA, understand, village
from tests.gui.incident.test_place_candidates import rows, value
from tests.gui.incident.test_send import ring_and_type

KECAMATAN = msgspec.structs.replace(village("Nusa Utara", "Nusa Utara", "99.99.01"), kind="kecamatan")
LINE = "banjir bumiasri nusautara"


def asked(bench: Bench) -> list[Understand]:
    """Let the process of places keep what it is asked, and know the villages only as whole names of a line."""
    questions: list[Understand] = []

    def answer(request: Understand) -> Understood:
        questions.append(request)
        found = (BUMI_UTARA,) if request.is_loose and request.text == "bumiasri nusautara" else ()
        return Understood(text=request.text, places=found)

    bench.desk.places.answers[Understand] = answer  # type: ignore[attr-defined]
    return questions


def test_a_village_named_in_the_line_is_offered_and_taken_by_two_keys(bench: Bench) -> None:
    questions = asked(bench)
    typist, _call_id = ring_and_type(bench, LINE)
    assert questions[-1].is_loose
    assert questions[-1].text == "bumiasri nusautara"
    assert [row.split(" — ")[0].split(",")[0] for row in rows(bench)] == ["Bumi Asri"]
    assert value(bench, "place_text") == value(bench, "village") == value(bench, "village_code") == ""
    typist.press("Down", "Return")
    assert value(bench, "place_text") == "Bumi Asri"
    assert value(bench, "village_code") == BUMI_UTARA.code
    assert value(bench, "summary") == LINE
    assert rows(bench) == []


def test_enter_alone_takes_no_place_of_the_line(bench: Bench) -> None:
    asked(bench)
    typist, _call_id = ring_and_type(bench, LINE)
    typist.press("Return")
    assert value(bench, "place_text") == value(bench, "village") == ""


def test_escape_puts_them_away(bench: Bench) -> None:
    asked(bench)
    typist, _call_id = ring_and_type(bench, LINE)
    typist.press("Escape")
    assert rows(bench) == []
    assert value(bench, "summary") == LINE


def test_a_line_that_names_nothing_shows_nothing(bench: Bench) -> None:
    questions = asked(bench)
    ring_and_type(bench, "banjir zaltuk parah")
    assert questions[-1].is_loose
    assert rows(bench) == []
    assert not bench.form.fields.place_strip._hint.isVisible()


def test_no_question_while_the_line_has_no_words_left(bench: Bench) -> None:
    questions = asked(bench)
    ring_and_type(bench, "kebakaran")
    assert not [one for one in questions if one.text == "kebakaran"]


def test_words_of_a_place_are_looked_for_as_before(bench: Bench) -> None:
    questions = asked(bench)
    ring_and_type(bench, "banjir jl bumiasri")
    assert (questions[-1].text, questions[-1].is_loose) == ("jl bumiasri", False)


def test_the_same_words_in_the_field_of_the_place_are_looked_for_as_a_name(bench: Bench) -> None:
    questions = asked(bench)
    ring_and_type(bench, LINE)
    bench.form._forms.type_text("place_text", "bumiasri nusautara")
    assert (questions[-1].text, questions[-1].is_loose) == ("bumiasri nusautara", False)


def test_two_of_one_name_are_a_choice(bench: Bench) -> None:
    understand(bench, bumiasri=(BUMI_UTARA, BUMI_SELATAN))
    ring_and_type(bench, "banjir bumiasri")
    assert len(rows(bench)) == 2
    assert value(bench, "place_text") == ""


def test_a_kecamatan_says_that_it_is_one(bench: Bench) -> None:
    understand(bench, nusautara=(KECAMATAN,))
    typist, _call_id = ring_and_type(bench, "banjir nusautara")
    typist.press("Down", "Return")
    assert value(bench, "place_text") == "Kec. Nusa Utara"


def test_no_place_known_is_not_asked_again_by_the_line(bench: Bench) -> None:
    asked(bench)
    ring_and_type(bench, LINE)
    bench.form._forms.type_text("location_source", "none")
    assert rows(bench) == []

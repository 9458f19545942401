"""Choosing a place by keys: nothing is taken in silence, nothing typed is lost, and the floor is three letters and two keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.typist import Typist

from calltaker.places.wire import Point, Understood
from calltaker.theme.live import theme
from tests.gui.incident.bench import Bench
from tests.gui.incident.place_facts import (
    BUMI_SELATAN,
    BUMI_UTARA,
    ELSEWHERE,
    LAT,
    LON,
    here,
    locate,
    outside,
    point,
    street,
    understand,
)
from tests.gui.incident.test_send import ring_and_type


def value(bench: Bench, name: str) -> str:
    return str(bench.form._forms.current.state.value(name))


def in_place_field(bench: Bench, text: str) -> Typist:
    """Answer a call and type into the field of the place."""
    typist, _call_id = ring_and_type(bench, "x")
    bench.form.fields.editor("place_text").setFocus()
    typist.type(text)
    return typist


def rows(bench: Bench) -> list[str]:
    listed = bench.form.fields.place_strip._list
    return [listed.item(row).text() for row in range(listed.count())] if listed.isVisible() else []


def hint(bench: Bench) -> str:
    return str(bench.form.fields.place_strip._hint.accessibleName())


# --- names -------------------------------------------------------------------------------------------------------------
def test_a_village_costs_three_letters_and_two_keys(bench: Bench) -> None:
    understand(bench, bum=(BUMI_UTARA, ELSEWHERE))
    typist = in_place_field(bench, "bum")
    assert typist.content - 1 == 3
    typist.reset()
    typist.press("Down", "Return")
    assert typist.orders == 2
    assert value(bench, "place_text") == "Bumi Asri"
    assert value(bench, "village") == "Bumi Asri, Kec. Nusa Utara, Kota Contoh"
    assert value(bench, "village_code") == "99.99.01.1001"
    assert value(bench, "lat") == ""
    assert value(bench, "location_source") == "name"
    assert bench.form.fields.editor("landmark").hasFocus()
    assert rows(bench) == []


def test_enter_takes_nothing_that_nobody_went_to(bench: Bench) -> None:
    understand(bench, bum=(BUMI_UTARA,))
    typist = in_place_field(bench, "bum")
    typist.press("Return")
    assert value(bench, "place_text") == "bum"
    assert value(bench, "village") == ""
    assert bench.form.fields.editor("landmark").hasFocus()


def test_the_words_that_name_nothing_are_kept(bench: Bench) -> None:
    understand(bench, jl_mawar_12_rt_3=(street("12 rt 3"),))
    typist = in_place_field(bench, "jl mawar 12 rt 3")
    typist.press("Down", "Return")
    assert value(bench, "place_text") == "Jalan Mawar 12 rt 3"
    assert (value(bench, "lat"), value(bench, "lon"), value(bench, "radius_m")) == ("-7.895000", "110.220000", "")


def test_the_one_line_brings_its_candidates_with_it(bench: Bench) -> None:
    understand(bench, jl_mawar_12=(street("12"),))
    typist, _ = ring_and_type(bench, "kebakaran rumah jl mawar 12")
    assert rows(bench) == ["Jalan Mawar 12 — Bumi Asri, Kec. Nusa Utara"]
    typist.reset()
    typist.press("Down", "Return")
    assert value(bench, "place_text") == "Jalan Mawar 12"
    assert bench.form.one_line.hasFocus()
    typist.type(" cepat")
    assert value(bench, "place_text") == "Jalan Mawar 12"


def test_a_name_of_two_kecamatan_asks_which(bench: Bench) -> None:
    understand(bench, bumi_asri=(BUMI_UTARA, BUMI_SELATAN))
    typist = in_place_field(bench, "bumi asri")
    assert "2 places of this name" in hint(bench)
    assert rows(bench) == ["Bumi Asri — Kec. Nusa Utara", "Bumi Asri — Kec. Nusa Selatan"]
    typist.press("Down", "Down", "Return")
    assert value(bench, "village_code") == BUMI_SELATAN.code


def test_a_place_beyond_the_region_says_so_before_and_after(bench: Bench) -> None:
    understand(bench, hulu=(ELSEWHERE,))
    typist = in_place_field(bench, "hulu")
    assert "outside the region" in rows(bench)[0]
    typist.press("Down", "Return")
    assert "Outside the region" in bench.form.fields.place_strip._village.text()


def test_the_mouse_takes_too_and_moves_no_focus(bench: Bench) -> None:
    understand(bench, bum=(BUMI_UTARA, BUMI_SELATAN))
    in_place_field(bench, "bum")
    listed = bench.form.fields.place_strip._list
    where = listed.visualItemRect(listed.item(1)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert value(bench, "village_code") == BUMI_SELATAN.code
    assert bench.form.fields.editor("place_text").hasFocus()


def test_escape_puts_the_candidates_away_and_down_brings_them_back(bench: Bench) -> None:
    understand(bench, bum=(BUMI_UTARA,), bumi=(BUMI_UTARA,))
    typist = in_place_field(bench, "bum")
    typist.press("Escape")
    assert rows(bench) == []
    assert value(bench, "place_text") == "bum"
    typist.press("Down")
    assert len(rows(bench)) == 1
    typist.press("Escape")
    typist.type("i")
    assert len(rows(bench)) == 1


def test_typing_on_forgets_what_was_gone_to(bench: Bench) -> None:
    understand(bench, bum=(BUMI_UTARA, BUMI_SELATAN), bumi=(BUMI_SELATAN, BUMI_UTARA))
    typist = in_place_field(bench, "bum")
    typist.press("Down")
    typist.type("i")
    typist.press("Return")
    assert value(bench, "village") == ""


def test_rows_that_come_late_never_slip_under_a_key(bench: Bench) -> None:
    """The list changes between Down and Enter: the place that was gone to is taken, or none."""
    understand(bench, bum=(BUMI_UTARA, BUMI_SELATAN), bumi=(ELSEWHERE, BUMI_UTARA))
    typist = in_place_field(bench, "bum")
    bench.desk.places.hold()
    typist.type("i")
    typist.press("Down")
    bench.desk.places.release()
    assert rows(bench)[0].startswith("Hulusari")
    typist.press("Return")
    assert value(bench, "village_code") == BUMI_UTARA.code


def test_a_row_that_is_gone_is_not_taken(bench: Bench) -> None:
    understand(bench, bum=(BUMI_UTARA,), bumi=(ELSEWHERE,))
    typist = in_place_field(bench, "bum")
    bench.desk.places.hold()
    typist.type("i")
    typist.press("Down")
    bench.desk.places.release()
    typist.press("Return")
    assert value(bench, "village") == ""


def test_a_house_number_typed_faster_than_the_answer_is_not_lost(bench: Bench) -> None:
    understand(bench, jl_mawar_1=(street("1"),), jl_mawar_12=(street("12"),))
    typist = in_place_field(bench, "jl mawar 1")
    bench.desk.places.hold()
    typist.type("2")
    typist.press("Down", "Return")
    assert value(bench, "lat") == ""
    bench.desk.places.release()
    assert value(bench, "place_text") == "Jalan Mawar 12"
    assert value(bench, "lat") == "-7.895000"


def test_a_position_typed_on_is_not_taken_as_it_was(bench: Bench) -> None:
    understand(bench, **{"-7.89500, 110.2200": point(), "-7.89500, 110.22001": point(lon=110.22001)})
    typist = in_place_field(bench, "-7.89500, 110.2200")
    bench.desk.places.hold()
    typist.type("1")
    typist.press("Return")
    bench.desk.places.release()
    assert value(bench, "lon") == ""


def test_a_late_answer_to_older_words_is_dropped(bench: Bench) -> None:
    understand(bench, bum=(BUMI_UTARA,))
    typist, _ = ring_and_type(bench, "x")
    bench.desk.places.hold()
    bench.form.fields.editor("place_text").setFocus()
    typist.type("bum")
    held = bench.desk.places._held
    typist.type("bul")
    bench.desk.places._held = [*held, *bench.desk.places._held]
    bench.desk.places.release()
    assert rows(bench) == []


def test_up_from_the_field_goes_to_the_last_row(bench: Bench) -> None:
    understand(bench, bum=(BUMI_UTARA, BUMI_SELATAN))
    typist = in_place_field(bench, "bum")
    typist.press("Up", "Return")
    assert value(bench, "village_code") == BUMI_SELATAN.code


def test_choosing_again_is_one_key_away(bench: Bench) -> None:
    understand(bench, bum=(BUMI_UTARA,), Bumi_Asri=(BUMI_UTARA, BUMI_SELATAN))
    typist = in_place_field(bench, "bum")
    typist.press("Down", "Return", "Shift+Tab", "Down", "Down", "Down", "Return")
    assert value(bench, "village_code") == BUMI_SELATAN.code
    assert value(bench, "place_text") == "Bumi Asri"


def test_an_incident_that_is_only_looked_at_shows_no_candidates(bench: Bench) -> None:
    understand(bench, jl_mawar_12=(street("12"),))
    typist, _ = ring_and_type(bench, "kebakaran rumah jl mawar 12")
    typist.press("Ctrl+Return")
    assert rows(bench) == []
    editor = bench.form.fields.editor("place_text")
    editor.setFocus()
    editor.selectAll()
    typist.type("jl mawar 12")
    assert len(rows(bench)) == 1
    typist.press("Tab")  # said to the log now, and a question all the same
    assert len(rows(bench)) == 1


def test_three_rows_on_a_low_screen_and_every_field_stays_reachable(bench: Bench) -> None:
    understand(bench, bum=(BUMI_UTARA, BUMI_SELATAN, ELSEWHERE, street(), street("2")))
    in_place_field(bench, "bum")
    strip = bench.form.fields.place_strip
    assert strip._list.count() == 5
    assert strip._list.height() <= 3 * strip._list.sizeHintForRow(0) + 12
    assert strip.focusPolicy() == strip._list.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("key", ["Down", "Up"])
def test_arrows_in_the_one_line_scroll_nothing_away(bench: Bench, key: str) -> None:
    typist, _ = ring_and_type(bench, "kebakaran rumah jl mawar 12")
    before = bench.form._scroll.verticalScrollBar().value()
    typist.press(key)
    assert bench.form._scroll.verticalScrollBar().value() == before
    assert bench.form.one_line.hasFocus()


@pytest.mark.parametrize("zoom_pct", [100, 150])
def test_the_candidates_are_in_sight_while_a_place_is_typed(bench: Bench, zoom_pct: int, qtbot: QtBot) -> None:
    theme.apply("night", zoom_pct)
    understand(bench, bum=(BUMI_UTARA, BUMI_SELATAN, ELSEWHERE))
    in_place_field(bench, "bum")
    for widget in (bench.form.fields.editor("place_text"), bench.form.fields.place_strip.candidates):
        qtbot.waitUntil(lambda seen=widget: seen.visibleRegion().boundingRect().height() > 0.6 * seen.height(), timeout=5_000)
    theme.apply("night", 100)


# --- positions ---------------------------------------------------------------------------------------------------------
def test_a_position_beyond_doubt_is_taken_by_enter(bench: Bench) -> None:
    text = "-7.895000, 110.220000"
    understand(bench, **{text: point()})
    typist = in_place_field(bench, text)
    assert value(bench, "lat") == ""
    typist.press("Return")
    assert (value(bench, "lat"), value(bench, "location_source"), value(bench, "place_text")) == ("-7.895000", "typed", text)
    assert value(bench, "village") == "Bumi Asri, Kec. Nusa Utara, Kota Contoh"


def test_a_position_beyond_doubt_replaces_an_older_place_by_enter_too(bench: Bench) -> None:
    typist = taken_and_changed(bench)
    bench.form.fields.editor("place_text").selectAll()
    understand(bench, **{"-7.91, 110.22": point(lat=-7.91)})
    typist.type("-7.91, 110.22")
    typist.press("Return")
    assert (value(bench, "lat"), value(bench, "location_source")) == ("-7.910000", "typed")


def test_a_doubtful_position_is_asked_about_and_enter_does_not_take_it(bench: Bench) -> None:
    text = "7.895, 110.22"
    asked = Understood(
        text="",
        points=(
            Point(lat=LAT, lon=LON, where=here(), doubts=("sign_changed",)),
            Point(lat=-LAT, lon=LON, where=outside(), doubts=("sign_missing", "outside_home", "no_village")),
        ),
    )
    understand(bench, **{text: asked})
    typist = in_place_field(bench, text)
    assert "minus" in rows(bench)[0]
    typist.press("Return")
    assert value(bench, "lat") == ""
    bench.form.fields.editor("place_text").setFocus()
    typist.press("Down", "Return")
    assert value(bench, "lat") == "-7.895000"


@pytest.mark.parametrize("doubts", [("outside_home",), ("no_village",), ("far_from_home",), ("something_new",)])
def test_every_doubt_is_a_question(bench: Bench, doubts: tuple[str, ...]) -> None:
    understand(bench, **{"-7.9, 110.2": point(doubts=doubts, where=outside())})
    typist = in_place_field(bench, "-7.9, 110.2")
    assert rows(bench)[0].startswith(("▲", "something_new"))
    typist.press("Return")
    assert value(bench, "lat") == ""


def test_a_short_link_says_what_to_ask(bench: Bench) -> None:
    understand(bench, **{"https://maps.app.goo.gl/abc": Understood(text="", rejected="short_link")})
    in_place_field(bench, "https://maps.app.goo.gl/abc")
    assert "Ask for coordinates" in hint(bench)


def test_a_pasted_message_makes_way_for_words_and_is_kept_with_the_call(bench: Bench) -> None:
    text = 'A"ML=1;lt=-7.895;lg=110.22;rd=50'
    understand(bench, **{text: point(source="aml", form="aml", radius_m=57.0, at_us=1)})
    typist = in_place_field(bench, text)
    typist.press("Return")
    assert value(bench, "place_text") == "-7.89500, 110.22000"
    assert (value(bench, "location_source"), value(bench, "radius_m"), value(bench, "location_at_us")) == ("aml", "57", "1")
    (kept,) = bench.line.payloads("call.location_received")
    assert (kept.via, kept.location.raw) == ("pasted", text)


@pytest.mark.parametrize("way", ["no_call", "refused"])
def test_a_pasted_message_that_no_call_can_keep_stays_in_the_form(bench: Bench, way: str) -> None:
    text = "https://maps.google.com/?q=-7.895,110.22 tolong rumah pak kadus"
    understand(bench, **{text: point(form="link", rest="tolong rumah pak kadus")})
    if way == "no_call":
        typist = bench.open()
        typist.press("Ctrl+N")
        bench.form.fields.editor("place_text").setFocus()
        typist.type(text)
    else:
        typist = in_place_field(bench, text)
        bench.line.refuse("journal_refused")
    typist.press("Return")
    assert value(bench, "place_text") == "tolong rumah pak kadus"
    assert value(bench, "narrative") == text


def test_what_is_typed_but_not_taken_cannot_be_confirmed(bench: Bench) -> None:
    understand(bench, **{"-7.9, 110.2": point()})
    typist = in_place_field(bench, "-7.9, 110.2")
    typist.press("Ctrl+B")
    assert value(bench, "location_verified") == ""
    assert bench.said[-1][1] == "warning"


# --- belongs to other words --------------------------------------------------------------------------------------------
def taken_and_changed(bench: Bench) -> Typist:
    understand(bench, jl_mawar=(street(),))
    typist = in_place_field(bench, "jl mawar")
    typist.press("Down", "Return", "Ctrl+B", "Shift+Tab")
    bench.form.fields.editor("place_text").selectAll()
    typist.type("jl melati")
    return typist


def test_a_point_of_other_words_is_named_and_confirmed_no_longer(bench: Bench) -> None:
    typist = taken_and_changed(bench)
    strip = bench.form.fields.place_strip
    assert "Jalan Mawar" in strip._status.accessibleName()
    assert value(bench, "location_verified") == ""
    assert value(bench, "lat") != ""
    typist.press("Ctrl+B")
    assert value(bench, "location_verified") == ""
    assert bench.said[-1][1] == "warning"


@pytest.mark.parametrize("way", ["keys", "button"])
def test_the_point_of_other_words_is_dropped_with_one_choice(bench: Bench, way: str) -> None:
    typist = taken_and_changed(bench)
    if way == "keys":
        typist.press("Up", "Return")
    else:
        bench.form.fields.place_strip._drop.click()
    assert (value(bench, "lat"), value(bench, "village"), value(bench, "location_source")) == ("", "", "")
    assert value(bench, "place_text") == "jl melati"


def test_a_point_of_other_words_is_dropped_from_an_opened_incident_too(bench: Bench) -> None:
    understand(bench, jl_mawar=(street(),))
    locate(bench)
    typist, _ = ring_and_type(bench, "kebakaran rumah jl mawar")
    typist.press("Down", "Return", "Ctrl+Return")
    bench.form.fields.editor("place_text").setFocus()
    bench.form.fields.editor("place_text").selectAll()
    typist.type("jl melati 9")
    typist.press("Up", "Return", "Tab")
    said = {one.field: one.value for one in bench.line.payloads("incident.field_set")}
    assert said["place_text"] == "jl melati 9"
    assert value(bench, "lat") == ""

"""Places that come with the call, the caller's word on them, and how long it took until one was settled."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from calltaker.desk.location_times import MOST_KEYS
from db import events as log
from db.gazetteer import Place
from tests.gui.incident.bench import Bench
from tests.gui.incident.place_facts import (
    BUMI_SELATAN,
    BUMI_UTARA,
    LAT,
    LON,
    here,
    locate,
    network,
    outside,
    street,
    understand,
    village,
)
from tests.gui.incident.test_place_candidates import in_place_field, value
from tests.gui.incident.test_send import ring_and_type


def ring(bench: Bench, **fields: object):
    """Answer a call that brought a place."""
    typist = bench.open()
    call_id = bench.line.ring("+6281255501234", **fields)
    typist.press("F9")
    return typist, call_id


def later(bench: Bench, call_id: str, location: log.Location) -> None:
    bench.line.commit(call_id, log.CallLocationReceived(location=location))


def confirmed(bench: Bench) -> list[log.CallLocationConfirmed]:
    return bench.line.payloads("call.location_confirmed")


def shown(bench: Bench, part: str) -> str:
    widget = getattr(bench.form.fields.place_strip, part)
    return str(widget.text() if part == "_village" else widget.accessibleName())


# --- at the INVITE -----------------------------------------------------------------------------------------------------
def test_the_village_of_the_call_stands_in_the_form_without_a_key(bench: Bench) -> None:
    locate(bench)
    ring(bench, location=network())
    assert value(bench, "village") == "Bumi Asri, Kec. Nusa Utara, Kota Contoh"
    assert bench.form._forms.current.state.origin("village") == "network"
    assert "Kel. Bumi Asri, Kec. Nusa Utara" in shown(bench, "_village")
    assert "from the border" in shown(bench, "_village")
    assert "±85 m" in shown(bench, "_status")


def test_without_polygons_no_village_is_written(bench: Bench) -> None:
    locate(
        bench,
        lambda lat, lon: msgspec.structs.replace(
            here(lat, lon), is_exact=False, is_home=None, approximate="Jalan Mawar, 240 m"
        ),
    )
    ring(bench, location=network())
    assert value(bench, "village") == ""
    assert "approximately: Jalan Mawar, 240 m" in shown(bench, "_village")


def test_a_place_without_radius_or_time_says_so(bench: Bench) -> None:
    ring(bench, location=network(radius_m=None))
    assert "radius not known" in shown(bench, "_status")


def test_an_old_place_is_marked(bench: Bench) -> None:
    ring(bench, location=network(at_us=1_000_000))
    assert shown(bench, "_status").startswith("△")


def test_beyond_the_region_the_neighbour_is_named(bench: Bench) -> None:
    locate(bench, outside)
    ring(bench, location=network())
    assert shown(bench, "_village").startswith("▲ Outside the region")
    assert "Kabupaten Tirta Alam" in shown(bench, "_village")


def test_a_village_that_a_person_chose_is_not_overwritten_by_polygons(bench: Bench) -> None:
    understand(bench, bumi=(BUMI_SELATAN,))
    bench.desk.places.hold()
    typist, _ = ring(bench, location=network())
    bench.form.fields.editor("place_text").setFocus()
    locate(bench)
    held, bench.desk.places._held = bench.desk.places._held, None
    typist.type("bumi")
    typist.press("Down", "Return")
    for _key, run in held:
        run()
    assert value(bench, "village_code") == BUMI_SELATAN.code


def test_a_chosen_area_around_the_phone_keeps_its_point(bench: Bench) -> None:
    locate(bench)
    understand(bench, bumi=(BUMI_UTARA, BUMI_SELATAN))
    typist, _ = ring(bench, location=network())
    bench.form.fields.editor("place_text").setFocus()
    typist.type("bumi")
    typist.press("Down", "Return")
    assert (value(bench, "lat"), value(bench, "location_source")) == ("-7.895000", "pidf-lo")
    assert value(bench, "place_text") == "Bumi Asri"


def test_a_chosen_area_elsewhere_lets_go_of_the_phones_point_and_offers_it(bench: Bench) -> None:
    locate(bench)
    understand(bench, bumi=(BUMI_SELATAN,))
    typist, _ = ring(bench, location=network())
    bench.form.fields.editor("place_text").setFocus()
    typist.type("bumi")
    typist.press("Down", "Return")
    assert (value(bench, "lat"), value(bench, "location_source")) == ("", "name")
    assert "±85 m" in shown(bench, "_offer")
    typist.press("Ctrl+G")
    assert (value(bench, "lat"), value(bench, "location_source"), value(bench, "place_text")) == (
        "-7.895000",
        "pidf-lo",
        "Bumi Asri",
    )


# --- later and other places --------------------------------------------------------------------------------------------
def test_a_later_place_is_offered_and_changes_nothing_by_itself(bench: Bench) -> None:
    typist, call_id = ring(bench, location=network())
    focus = QApplication.focusWidget()
    later(bench, call_id, network(lat=-7.91, source="aml", radius_m=20.0))
    assert QApplication.focusWidget() is focus
    assert value(bench, "lat") == "-7.895000"
    assert "±20 m" in shown(bench, "_offer")
    typist.press("Ctrl+G")
    assert (value(bench, "lat"), value(bench, "radius_m"), value(bench, "location_source")) == ("-7.910000", "20", "aml")
    assert "±85 m" in shown(bench, "_offer")


def test_ctrl_g_with_nothing_offered_says_so(bench: Bench) -> None:
    typist, _ = ring(bench)
    typist.press("Ctrl+G")
    assert "no other place" in bench.said[-1][0]


def test_taking_the_offer_leaves_nothing_of_the_place_before(bench: Bench) -> None:
    understand(bench, jl_mawar_1=(street("1"),))
    typist, call_id = ring(bench)
    typist.type("jl mawar 1")
    typist.press("Down", "Return")
    later(bench, call_id, network(lat=-7.91))
    typist.press("Ctrl+G")
    assert value(bench, "place_text") == "Jalan Mawar 1"
    assert value(bench, "village") == ""
    assert value(bench, "location_source") == "pidf-lo"


def test_an_address_of_the_call_stands_before_what_was_typed(bench: Bench) -> None:
    address = log.Location(source="pidf-lo", shape="civic", civic="Jalan Mawar 12")
    typist, _ = ring(bench, location=address)
    assert value(bench, "place_text") == ""
    bench.form.fields.editor("place_text").setFocus()
    typist.type("rumah kuning")
    typist.press("Ctrl+G")
    assert value(bench, "place_text") == "Jalan Mawar 12; rumah kuning"


# --- pins --------------------------------------------------------------------------------------------------------------
def test_a_pin_sets_point_and_words_and_learns_its_village(bench: Bench) -> None:
    locate(bench)
    ring(bench)
    bench.location.place_pin(LAT, LON)
    assert (value(bench, "lat"), value(bench, "location_source")) == ("-7.895000", "map")
    assert value(bench, "place_text") == "-7.89500, 110.22000"
    assert value(bench, "village_code") == "99.99.01.1001"


def test_a_pin_moved_while_the_process_is_away_leaves_no_old_village(bench: Bench) -> None:
    locate(bench)
    ring(bench)
    bench.location.place_pin(LAT, LON)
    bench.desk.places.answers.clear()
    bench.location.place_pin(-7.95, 110.3)
    assert (value(bench, "lat"), value(bench, "village"), value(bench, "village_code")) == ("-7.950000", "", "")


def test_a_pin_on_a_closed_incident_changes_nothing(bench: Bench) -> None:
    typist, _ = ring_and_type(bench)
    typist.press("Ctrl+Return")
    incident_id = bench.line.payloads("call.linked")[0].incident_id
    bench.line.commit(incident_id, log.IncidentClosed(informed="yes"))
    bench.location.place_pin(LAT, LON)
    assert value(bench, "lat") == ""
    assert bench.said[-1][1] == "warning"


# --- confirmed ---------------------------------------------------------------------------------------------------------
def test_the_callers_word_costs_one_key_and_keeps_everything_as_it_was(bench: Bench) -> None:
    locate(bench)
    typist, _ = ring(bench, location=network())
    typist.type("kebakaran rumah jl mawar 12")
    typist.reset()
    typist.press("Ctrl+B")
    assert typist.orders == 1
    assert value(bench, "location_verified") == "1"
    typist.type(" jl melati 9")
    assert value(bench, "place_text") == "jl mawar 12"
    typist.press("Ctrl+B")
    assert value(bench, "location_verified") == ""


def test_confirming_a_phones_place_needs_no_words(bench: Bench) -> None:
    typist, _ = ring(bench, location=network())
    typist.press("Ctrl+B")
    assert value(bench, "place_text") == "-7.89500, 110.22000"
    assert value(bench, "location_verified") == "1"


def test_there_must_be_a_place_to_confirm(bench: Bench) -> None:
    typist, _ = ring(bench)
    typist.press("Ctrl+B")
    assert value(bench, "location_verified") == ""
    assert bench.said[-1][1] == "warning"


def test_confirmed_is_over_when_the_words_change(bench: Bench) -> None:
    typist, _ = ring(bench)
    bench.form.fields.editor("place_text").setFocus()
    typist.type("jl mawar")
    typist.press("Ctrl+B")
    typist.type(" 2")
    assert value(bench, "location_verified") == ""


# --- times -------------------------------------------------------------------------------------------------------------
def test_sending_settles_the_place_once_with_the_times_of_the_keys(bench: Bench) -> None:
    typist, _ = ring_and_type(bench, "kebakaran rumah jl mawar 12")
    typist.press("Ctrl+Return")
    (said,) = confirmed(bench)
    assert said.source == "typed"
    assert said.incident_id
    assert len(said.keys_ms) == len("kebakaran rumah jl mawar 12")
    assert list(said.keys_ms) == sorted(said.keys_ms)
    assert said.after_ms is not None
    assert said.after_ms >= said.keys_ms[-1]
    assert not said.verified


def test_a_place_that_is_taken_is_settled_and_said_again_only_when_it_changes(bench: Bench) -> None:
    understand(bench, jl_mawar_12=(street("12"),))
    typist, _ = ring_and_type(bench, "kebakaran rumah jl mawar 12")
    typist.press("Down", "Return", "Ctrl+Return", "Ctrl+B")
    assert [(one.source, one.verified) for one in confirmed(bench)] == [("name", False), ("name", True)]


def test_sending_accepts_the_place_of_the_network(bench: Bench) -> None:
    typist, _ = ring(bench, location=network())
    typist.type("kebakaran rumah jl mawar 12")
    typist.press("Ctrl+Return")
    assert [one.source for one in confirmed(bench)] == ["pidf-lo"]


def test_no_place_known_is_settled_too(bench: Bench) -> None:
    typist, _ = ring_and_type(bench, "kebakaran rumah")
    typist.press("Alt+0")
    assert [one.source for one in confirmed(bench)] == ["none"]


def test_no_place_known_leaves_no_point_in_force_and_is_taken_back_with_the_same_key(bench: Bench) -> None:
    locate(bench)
    typist, _ = ring(bench, location=network())
    typist.press("Alt+0")
    assert (value(bench, "lat"), value(bench, "village"), value(bench, "location_source")) == ("", "", "none")
    assert "±85 m" in shown(bench, "_offer")
    typist.press("Alt+0")
    assert (value(bench, "lat"), value(bench, "location_source")) == ("-7.895000", "pidf-lo")
    assert value(bench, "village_code") == "99.99.01.1001"


@pytest.mark.parametrize(("lat", "lon"), [(0.0, 0.0), (999.0, 110.2)])
def test_what_cannot_be_a_place_fills_nothing(bench: Bench, lat: float, lon: float) -> None:
    ring(bench, location=network(lat, lon))
    assert (value(bench, "lat"), value(bench, "location_source")) == ("", "")


def test_a_call_that_brings_nobody_anywhere_says_nothing(bench: Bench) -> None:
    ring_and_type(bench, "anak kecil main telepon")
    assert confirmed(bench) == []


def test_a_report_without_a_call_says_nothing(bench: Bench) -> None:
    typist = bench.open()
    typist.press("Ctrl+N")
    typist.type("kebakaran rumah jl mawar 12")
    typist.press("Ctrl+Return")
    assert confirmed(bench) == []


def test_the_times_are_bounded(bench: Bench) -> None:
    typist, call_id = ring_and_type(bench, "x")
    for _ in range(MOST_KEYS + 20):
        bench.location.key_pressed()
    assert len(bench.location.times.keys_ms(call_id)) == MOST_KEYS
    typist.press("Alt+0")
    assert len(confirmed(bench)[0].keys_ms) == MOST_KEYS


def test_a_time_that_the_line_refused_is_said_when_it_is_back(bench: Bench) -> None:
    typist, _ = ring_and_type(bench, "kebakaran rumah")
    bench.line.refuse("journal_full")
    typist.press("Alt+0")
    assert confirmed(bench) == []
    bench.line.refuse("")
    bench.line.attach()
    assert [one.source for one in confirmed(bench)] == ["none"]


# --- without the process -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("problem", ["", "Place search starts again."])
def test_without_the_process_the_place_is_typed_and_saved(bench: Bench, problem: str) -> None:
    bench.desk.places.problem = problem
    bench.desk.places.state_changed.emit()
    typist, _ = ring_and_type(bench, "kebakaran rumah jl mawar 12")
    assert shown(bench, "_hint") == (f"△ {problem}" if problem else "")
    typist.press("Ctrl+Return")
    assert bench.line.payloads("incident.opened")[0].fields["place_text"] == "jl mawar 12"


def test_when_the_process_is_back_the_words_are_looked_up_again(bench: Bench) -> None:
    bench.desk.places.problem = "away"
    ring_and_type(bench, "kebakaran rumah jl mawar 12")
    understand(bench, jl_mawar_12=(street("12"),))
    bench.desk.places.problem = ""
    bench.desk.places.state_changed.emit()
    assert len(bench.location.candidates) == 1


def test_the_first_building_of_the_index_is_said(bench: Bench) -> None:
    bench.desk.places.progress_pct = 40
    ring_and_type(bench, "kebakaran rumah jl mawar 12")
    assert "40 %" in shown(bench, "_hint")


def test_a_pin_outside_of_the_village_that_the_words_name_is_said(bench: Bench) -> None:
    locate(bench, outside)
    understand(bench, bumi=(BUMI_UTARA,))
    typist = in_place_field(bench, "bumi")
    typist.press("Down", "Return")
    bench.location.place_pin(LAT, LON)
    assert shown(bench, "_village").startswith("▲ The words say Bumi Asri, the point lies in:")
    assert "Hulusari" in shown(bench, "_village")


def test_a_street_taken_by_name_ends_what_a_village_taken_before_it_said(bench: Bench) -> None:
    locate(bench)
    understand(bench, mawar_timur=(village("Mawar", "Hulu Timur", "99.97.01.2001"),), jl_mawar_12=(street("12"),))
    typist = in_place_field(bench, "mawar timur")
    typist.press("Down", "Return")
    field = bench.form.fields.editor("place_text")
    field.setFocus()
    field.selectAll()
    typist.type("jl mawar 12")
    typist.press("Down", "Return")
    assert value(bench, "place_text") == "Jalan Mawar 12"
    assert "Kel. Bumi Asri" in shown(bench, "_village")
    assert "The words say" not in shown(bench, "_village")


def test_a_place_that_was_only_told_as_a_landmark_is_found_too(bench: Bench) -> None:
    post = Place(code="csv:polsek", name="Polsek Krian", kind="police", lat=LAT, lon=LON, rest="di depan")
    understand(bench, di_depan_polsek_krian=(post,), depan_polsek_krian=(post,))
    typist, _ = ring_and_type(bench, "kecelakaan motor di depan polsek krian")
    assert value(bench, "place_text") == ""
    typist.press("Down", "Return")
    assert (value(bench, "place_text"), value(bench, "lat")) == ("Polsek Krian", f"{LAT:.6f}")
    assert "polsek krian" in value(bench, "landmark")

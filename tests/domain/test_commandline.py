from __future__ import annotations

import string

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calltaker.actions import action
from calltaker.commandline import Context, Incomplete, OutcomeKey, Parsed, Rejected, parse
from calltaker.domain.catalogue import Catalogue
from db.rows import AgencyRow

OLD = "9971-112-260114-0007"
CURRENT = "9971-112-260115-0007"
OTHER = "9971-112-260115-0412"


@pytest.fixture(scope="session")
def context(catalogue: Catalogue, agencies: tuple[AgencyRow, ...]) -> Context:
    return Context(
        call_id="c1",
        incident=CURRENT,
        units=("PMK-01", "PMK-03", "AMB-01", "AMB-11", "BPBD-01", "HELI"),
        agencies=agencies,
        open_incidents=(CURRENT, OTHER),
        outcomes=tuple(
            OutcomeKey(digit=outcome.digit, code=outcome.code, name=outcome.name_en)
            for outcome in catalogue.outcomes.values()
            if outcome.digit
        ),
    )


def parsed(line: str, context: Context) -> Parsed:
    result = parse(line, context)
    assert isinstance(result, Parsed), result
    return result


def spoken(result: Parsed) -> str:
    return result.readback_key.format(**result.readback_args, **result.readback_words)


@pytest.mark.parametrize(
    ("line", "action_id", "arguments", "words"),
    [
        ("J", "call.answer", {}, "Answer the next call"),
        (" jawab ", "call.answer", {}, "Answer the next call"),
        ("t", "call.hold", {}, "Hold or resume the call"),
        ("A 119", "call.forward", {"agency": "PSC119"}, "Forward the call to PSC 119"),
        ("a119", "call.forward", {"agency": "PSC119"}, "Forward the call to PSC 119"),
        ("a fir", "call.forward", {"agency": "DAMKAR"}, "Forward the call to Damkar"),
        ("alih POLISI", "call.forward", {"agency": "POLRES"}, "Forward the call to Polres"),
        ("I 2", "outcome.choose", {"digit": "2", "outcome": "prank_adult"}, "Outcome of the call: Prank or abuse (adult)"),
        ("i1", "outcome.choose", {"digit": "1", "outcome": "prank_child"}, "Outcome of the call: Prank (child)"),
        (
            "B kb kertajaya 112 !1",
            "incident.new",
            {"text": "kb kertajaya 112", "priority": "1"},
            "New incident, P1: kb kertajaya 112",
        ),
        ("b pohon tumbang", "incident.new", {"text": "pohon tumbang", "priority": ""}, "New incident: pohon tumbang"),
        (
            "K 0412 pmk3 amb11",
            "dispatch.send",
            {"incident": OTHER, "units": ("PMK-03", "AMB-11"), "agencies": ()},
            "Send PMK-03, AMB-11 to incident 0412",
        ),
        (
            "k412 PMK-03 pmk003 damkar pln",
            "dispatch.send",
            {"incident": OTHER, "units": ("PMK-03",), "agencies": ("DAMKAR", "PLN")},
            "Send PMK-03, Damkar, PLN to incident 0412",
        ),
        ("k heli", "dispatch.send", {"incident": CURRENT, "units": ("HELI",), "agencies": ()}, "Send HELI to incident 0007"),
        (
            "k 119",
            "dispatch.send",
            {"incident": CURRENT, "units": (), "agencies": ("PSC119",)},
            "Send PSC 119 to incident 0007",
        ),
        ("k p3", "dispatch.send", {"incident": CURRENT, "units": ("PMK-03",), "agencies": ()}, "Send PMK-03 to incident 0007"),
        (
            f"k {OTHER} pmk1",
            "dispatch.send",
            {"incident": OTHER, "units": ("PMK-01",), "agencies": ()},
            "Send PMK-01 to incident 0412",
        ),
        (
            "S pmk3 lok",
            "unit.set_state",
            {"unit": "PMK-03", "state": "on_scene", "incident": "", "reason": ""},
            "PMK-03: on scene",
        ),
        (
            "s 412 amb1 ber",
            "unit.set_state",
            {"unit": "AMB-01", "state": "en_route", "incident": OTHER, "reason": ""},
            "AMB-01: on the way",
        ),
        (
            "s pmk1 rusak ban pecah",
            "unit.set_state",
            {"unit": "PMK-01", "state": "out_of_service", "incident": "", "reason": "ban pecah"},
            "PMK-01: out of service",
        ),
        (
            "s damkar terima",
            "referral.advance",
            {"incident": CURRENT, "agency": "DAMKAR", "state": "acknowledged", "reason": ""},
            "Damkar, incident 0007: acknowledged",
        ),
        (
            "s 0412 119 kendala jalan putus",
            "referral.advance",
            {"incident": OTHER, "agency": "PSC119", "state": "obstructed", "reason": "jalan putus"},
            "PSC 119, incident 0412: obstructed",
        ),
        (
            "C 0412 tiang  roboh",
            "incident.note",
            {"incident": OTHER, "text": "tiang  roboh"},
            "Note on incident 0412: tiang  roboh",
        ),
        ("c 412 x", "incident.note", {"incident": OTHER, "text": "x"}, "Note on incident 0412: x"),
        (
            "cat 2 orang lagi",
            "incident.note",
            {"incident": CURRENT, "text": "2 orang lagi"},
            "Note on incident 0007: 2 orang lagi",
        ),
        (
            "c 300 meter lagi",
            "incident.note",
            {"incident": CURRENT, "text": "300 meter lagi"},
            "Note on incident 0007: 300 meter lagi",
        ),
        (
            "X 0412 sel",
            "incident.close",
            {"incident": OTHER, "informed": "yes", "reason": ""},
            "Close incident 0412: the reporter has been told",
        ),
        (
            "x gagal 3 kali",
            "incident.close",
            {"incident": CURRENT, "informed": "unreachable", "reason": "3 kali"},
            "Close incident 0007: the reporter could not be reached",
        ),
        ("/darmo", "search.open", {"text": "darmo"}, "Search: darmo"),
        ("cari jl mawar", "search.open", {"text": "jl mawar"}, "Search: jl mawar"),
        ("?", "help.cheat_sheet", {"topic": ""}, "Show all keys and commands"),
        ("? k", "help.cheat_sheet", {"topic": "k"}, "Show all keys and commands"),
    ],
)
def test_what_is_understood_is_read_back(
    context: Context, line: str, action_id: str, arguments: dict[str, object], words: str
) -> None:
    result = parsed(line, context)
    assert result.action_id == action_id
    assert result.arguments == arguments
    assert spoken(result) == words


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("", "Type a command; ? shows all"),
        ("   ", "Type a command; ? shows all"),
        ("A", "Forward to whom? 119, 113, 110 …"),
        ("b", "What happened, and where?"),
        ("b !1", "What happened, and where?"),
        ("k", "Which units or agencies? PMK-03, damkar …"),
        ("k 0412", "Which units or agencies? PMK-03, damkar …"),
        ("s", "State of which unit or agency?"),
        ("s damkar kendala", "Why? The reporter will be told"),
        ("c", "What is to be noted?"),
        ("c 0412", "What is to be noted?"),
        ("/", "Search for what?"),
    ],
)
def test_what_comes_next_is_said(context: Context, line: str, hint: str) -> None:
    result = parse(line, context)
    assert isinstance(result, Incomplete), result
    assert result.hint_key == hint


@pytest.mark.parametrize(
    ("line", "choices"), [("i", "1 Prank (child), 2 "), ("s pmk3", "siap, berangkat"), ("x", "selesai, dikabari")]
)
def test_choices_are_named(context: Context, line: str, choices: str) -> None:
    result = parse(line, context)
    assert isinstance(result, Incomplete)
    assert result.args["choices"].startswith(choices)


@pytest.mark.parametrize(
    ("line", "wrong", "said"),
    [
        ("zz 1", "zz", "No such command: zz"),
        ("ca x", "ca", "ca may be: catatan, cari"),
        ("j x", "x", "Too much: x"),
        ("t 1", "1", "Too much: 1"),
        ("a 999", "999", "No agency 999"),
        ("a p", "p", "p may be: "),
        ("a 119 sekarang", "sekarang", "Too much: sekarang"),
        ("i 12", "12", "No outcome 12: 1 Prank"),
        ("i 2 3", "3", "Too much: 3"),
        ("b api !9", "!9", "One priority, !1 to !4: !9"),
        ("b api !1 !2", "!2", "One priority, !1 to !4: !2"),
        ("k 0009 pmk3", "0009", "No open incident 0009"),
        ("k 0412 pmk3 xyz", "xyz", "No unit or agency xyz"),
        ("k 0412 am", "am", "am may be: AMB-01, AMB-11, PSC119"),
        ("s pmk3 x", "x", "No such state: x"),
        ("s damkar ter", "ter", "ter may be: terima, terkendala"),
        ("c 0009 x", "0009", "No open incident 0009"),
        ("x 0412 x", "x", "No such answer: x"),
    ],
)
def test_the_wrong_part_is_marked(context: Context, line: str, wrong: str, said: str) -> None:
    result = parse(line, context)
    assert isinstance(result, Rejected), result
    assert line[result.start : result.end] == wrong
    assert result.reason_key.format(**result.args).startswith(said)


@pytest.mark.parametrize("line", ["t", "a 119", "i 2"])
def test_without_a_call_there_is_nothing_to_hold_forward_or_mark(context: Context, line: str) -> None:
    result = parse(line, msgspec.structs.replace(context, call_id=""))
    assert isinstance(result, Rejected)
    assert (result.start, result.end) == (0, 1)


@pytest.mark.parametrize("line", ["k pmk3", "s damkar terima", "c ada asap", "x sel"])
def test_without_a_current_incident_its_number_is_asked_for(context: Context, line: str) -> None:
    result = parse(line, msgspec.structs.replace(context, incident=""))
    assert result == Incomplete(hint_key="Which incident?")


def test_two_open_incidents_with_one_short_number_are_asked_about(context: Context) -> None:
    both = msgspec.structs.replace(context, open_incidents=(OLD, CURRENT))
    result = parse("k 7 pmk3", both)
    assert isinstance(result, Rejected)
    assert result.args["choices"] == f"{OLD}, {CURRENT}"
    assert spoken(parsed(f"k {OLD} pmk3", both)) == f"Send PMK-03 to incident {OLD}"


def test_an_agency_without_short_name_is_called_by_its_code(context: Context) -> None:
    agency = AgencyRow(
        code="SAR", name="", short_name="", voice_uri="", phone="", whatsapp="", keys=("115",), acknowledge_within_s=1
    )
    assert spoken(parsed("a 115", msgspec.structs.replace(context, agencies=(agency,)))) == "Forward the call to SAR"


lines = st.one_of(
    st.text(max_size=60),
    st.text(string.ascii_letters + string.digits + " /?!-", max_size=40),
    st.lists(
        st.sampled_from(
            [*"JTAIBKSCX/?0²ß", "119", "0412", "412", "7", "pmk3", "amb", "damkar", "lok", "sel", "!1", "!9", "ter", "--"]
        ),
        max_size=6,
    ).map(" ".join),
)


@given(lines, st.booleans(), st.booleans(), st.booleans())
def test_nothing_typed_ever_raises(context: Context, line: str, has_call: bool, has_incident: bool, is_empty: bool) -> None:
    if is_empty:
        context = Context()
    context = msgspec.structs.replace(context, call_id="c1" if has_call else "", incident=CURRENT if has_incident else "")
    result = parse(line, context)
    if isinstance(result, Parsed):
        assert action(result.action_id)
        assert spoken(result)
    elif isinstance(result, Rejected):
        assert 0 <= result.start < result.end <= len(line)
        assert result.reason_key.format(**result.args)
    else:
        assert result.hint_key.format(**result.args)

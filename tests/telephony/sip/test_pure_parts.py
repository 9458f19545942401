"""The parts of the engine that need no stack: patching, mixing plan, watching, registrar, targets, timers, brake."""

from __future__ import annotations

import logging
import socket

import pytest

from telephony.sip.brake import LIMIT, REST_S, WINDOW_S, InviteBrake
from telephony.sip.clock import CallClock
from telephony.sip.config import AccountConfig
from telephony.sip.digit_limit import BURST, PER_SECOND, DigitLimit
from telephony.sip.guard import guarded
from telephony.sip.mixer import HEADSET, SILENCE, CallSound, caller_leg, desk_leg, voice, wanted_pairs
from telephony.sip.patch_panel import PatchPanel
from telephony.sip.registrar import RegistrarHealth
from telephony.sip.rtp_watch import Packets, RtpWatch
from telephony.sip.targets import BadTargetError, request_uri
from telephony.sip.timers import Timers
from telephony.sip.wake import Wake


def sound(call_id: str, **changed: bool) -> CallSound:
    usual = {"connected": True, "recorded": True, "held": False, "muted": False, "in_conference": False}
    return CallSound(call_id=call_id, **{**usual, **changed})


class TestPatchPanel:
    def test_only_the_difference_is_carried_out_and_parting_comes_first(self) -> None:
        done: list[tuple[str, str, str]] = []
        panel = PatchPanel(lambda a, b: done.append(("+", a, b)), lambda a, b: done.append(("-", a, b)))
        panel.want({("a", "b"), ("b", "a")})
        done.clear()
        panel.want({("a", "b"), ("c", "a")})
        assert done == [("-", "b", "a"), ("+", "c", "a")]

    def test_a_forgotten_node_is_connected_again(self) -> None:
        done: list[tuple[str, str, str]] = []
        panel = PatchPanel(lambda a, b: done.append(("+", a, b)), lambda a, b: done.append(("-", a, b)))
        panel.want({("a", "b"), ("c", "d")})
        done.clear()
        panel.forget("b")
        panel.want({("a", "b"), ("c", "d")})
        assert done == [("+", "a", "b")]
        assert panel.made == {("a", "b"), ("c", "d")}


class TestMixingPlan:
    def test_a_talking_call_hears_and_is_heard_and_is_recorded(self) -> None:
        assert wanted_pairs([sound("a")], headset=True) == {
            (voice("a"), HEADSET),
            (HEADSET, voice("a")),
            (voice("a"), caller_leg("a")),
            (HEADSET, desk_leg("a")),
            (SILENCE, voice("a")),
            (SILENCE, caller_leg("a")),
            (SILENCE, desk_leg("a")),
        }

    def test_a_muted_call_hears_no_microphone_and_its_recording_does_not_either(self) -> None:
        pairs = wanted_pairs([sound("a", muted=True)], headset=True)
        assert not {pair for pair in pairs if pair[0] == HEADSET}
        assert (voice("a"), HEADSET) in pairs

    def test_a_held_call_hears_nobody_but_is_still_recorded(self) -> None:
        pairs = wanted_pairs([sound("a", held=True), sound("b")], headset=True)
        assert {pair for pair in pairs if voice("a") in pair} == {(SILENCE, voice("a")), (voice("a"), caller_leg("a"))}

    def test_legs_get_silence_before_the_stream_is_there(self) -> None:
        pairs = wanted_pairs([sound("a", connected=False)], headset=True)
        assert pairs == {(SILENCE, caller_leg("a")), (SILENCE, desk_leg("a"))}

    def test_two_calls_without_conference_never_meet(self) -> None:
        pairs = wanted_pairs([sound("a"), sound("b", held=True)], headset=True)
        assert not {pair for pair in pairs if pair[0] == voice("a") and "b" in pair[1]}

    def test_conference_members_hear_each_other_and_every_recording_hears_all(self) -> None:
        pairs = wanted_pairs(
            [sound("a", in_conference=True), sound("b", in_conference=True), sound("c", held=True)], headset=True
        )
        assert {(voice("a"), voice("b")), (voice("b"), voice("a"))} <= pairs
        assert {(voice("a"), desk_leg("b")), (voice("b"), desk_leg("a"))} <= pairs
        assert {(voice("a"), caller_leg("a")), (HEADSET, desk_leg("a"))} <= pairs
        assert not {pair for pair in pairs if voice("c") in pair and pair[0] not in (SILENCE, voice("c"))}

    def test_without_a_headset_calls_still_send_silence(self) -> None:
        pairs = wanted_pairs([sound("a", recorded=False)], headset=False)
        assert pairs == {(SILENCE, voice("a"))}


class TestRtpWatch:
    def test_speech_starts_with_the_first_packet_when_ours_go_out_too(self) -> None:
        watch = RtpWatch()
        watch.answered(None)
        assert watch.look(Packets(0, 1), 0.0, 3.0) == ""
        assert watch.look(Packets(1, 0), 0.1, 3.0) == ""
        assert watch.look(Packets(1, 1), 0.2, 3.0) == "started"
        assert watch.look(Packets(2, 2), 0.3, 3.0) == ""

    def test_early_media_is_not_speech_after_the_answer(self) -> None:
        watch = RtpWatch()
        watch.answered(Packets(50, 0))
        assert watch.look(Packets(50, 10), 0.0, 3.0) == ""
        assert watch.look(Packets(51, 10), 0.1, 3.0) == "started"

    def test_silence_is_told_once_and_its_end_too(self) -> None:
        watch = RtpWatch()
        assert watch.look(Packets(1, 1), 0.0, 3.0) == "started"
        assert watch.look(Packets(1, 9), 2.9, 3.0) == ""
        assert watch.look(Packets(1, 9), 3.0, 3.0) == "lost"
        assert watch.look(None, 9.0, 3.0) == ""
        assert watch.look(Packets(2, 9), 9.1, 3.0) == "started"

    def test_a_call_that_never_has_sound_is_lost_too(self) -> None:
        watch = RtpWatch()
        assert watch.look(None, 10.0, 3.0) == ""
        assert watch.look(None, 13.0, 3.0) == "lost"

    def test_a_process_that_stood_still_has_missed_no_sound(self) -> None:
        watch = RtpWatch()
        assert watch.look(Packets(1, 1), 0.0, 3.0) == "started"
        watch.stood_still(60.0, 60.0)
        assert watch.look(Packets(1, 1), 60.0, 3.0) == ""
        assert watch.look(Packets(1, 1), 63.0, 3.0) == "lost"

    def test_sound_that_came_before_the_standstill_was_seen_is_not_dated_into_the_future(self) -> None:
        watch = RtpWatch()
        watch.look(None, 0.0, 3.0)
        assert watch.look(Packets(1, 1), 60.0, 3.0) == "started"
        watch.stood_still(60.0, 60.0)
        assert watch.look(Packets(1, 1), 62.9, 3.0) == ""
        assert watch.look(Packets(1, 1), 63.0, 3.0) == "lost"

    def test_on_a_machine_that_always_stands_still_a_silent_caller_is_lost_all_the_same(self) -> None:
        watch = RtpWatch()
        watch.look(Packets(1, 1), 0.0, 3.0)
        told = []
        for step in range(1, 20):
            watch.stood_still(0.6, 0.6 * step)
            told.append(watch.look(Packets(1, 1), 0.6 * step, 3.0))
        assert told.count("lost") == 1
        assert "lost" in told[:7]

    def test_each_standstill_is_forgiven_once_sound_was_heard_between_them(self) -> None:
        watch = RtpWatch()
        for step in range(5):
            watch.look(Packets(step + 1, 1), 60.0 * step, 3.0)
            watch.stood_still(60.0, 60.0 * (step + 1))
            assert watch.look(Packets(step + 1, 1), 60.0 * (step + 1), 3.0) == ""

    def test_a_pause_begins_the_count_anew(self) -> None:
        watch = RtpWatch()
        watch.look(Packets(1, 1), 0.0, 3.0)
        watch.pause()
        assert watch.look(Packets(1, 1), 60.0, 3.0) == ""
        assert watch.look(Packets(1, 1), 63.0, 3.0) == "lost"


class TestRegistrarHealth:
    def test_the_same_state_is_told_once(self) -> None:
        health = RegistrarHealth(3.0)
        first = health.on_register(200, "OK", 60)
        assert first is not None
        assert (first.registered, first.expires_s) == (True, 60)
        assert health.on_register(200, "OK", 60) is None

    @pytest.mark.parametrize(
        ("code", "refused"), [(401, True), (403, True), (404, True), (408, False), (503, False), (200, False)]
    )
    def test_what_the_stack_gives_up_we_try_again(self, code: int, refused: bool) -> None:
        health = RegistrarHealth(3.0)
        health.on_register(code, "", 60)
        assert health.was_refused is refused

    def test_a_registrar_that_never_answers_pings_is_not_judged_by_them(self) -> None:
        health = RegistrarHealth(3.0)
        health.on_register(200, "OK", 60)
        health.on_ping_sent(0.0)
        assert health.verdict_of_pings(100.0) is None

    def test_a_process_that_stood_still_has_missed_no_answer(self) -> None:
        health = RegistrarHealth(3.0)
        health.on_register(200, "OK", 60)
        health.on_ping_sent(0.0)
        health.on_ping_answer(200)
        health.stood_still(60.0, 60.0)
        health.on_ping_sent(5.0)
        health.stood_still(60.0, 65.0)
        assert health.verdict_of_pings(66.0) is None
        assert health.verdict_of_pings(68.0) is not None

    def test_one_that_falls_silent_is_down_until_it_answers(self) -> None:
        health = RegistrarHealth(3.0)
        health.on_register(200, "OK", 60)
        health.on_ping_sent(0.0)
        assert not health.on_ping_answer(200)
        health.on_ping_sent(5.0)
        health.on_ping_sent(6.0)
        assert health.verdict_of_pings(7.9) is None
        down = health.verdict_of_pings(8.0)
        assert down is not None
        assert not down.registered
        assert health.verdict_of_pings(9.0) is None
        assert not health.on_ping_answer(408), "a local timeout is no answer"
        assert health.on_ping_answer(405), "a refusal is one"
        up = health.on_register(200, "OK", 60)
        assert up is not None
        assert up.registered


class TestTargets:
    PBX = AccountConfig(name="pbx", uri="sip:112@pbx.contoh.id", registrar="pbx.contoh.id:5070", transport="tcp")
    DIRECT = AccountConfig(name="x", uri="sip:112@10.1.1.1", proxy="sip:10.2.2.2")

    @pytest.mark.parametrize(
        ("target", "account", "uri"),
        [
            ("sip:119@contoh.id", DIRECT, "sip:119@contoh.id"),
            (" sip:119@contoh.id ", PBX, "sip:119@contoh.id;transport=tcp"),
            ("sip:119@contoh.id;transport=udp", PBX, "sip:119@contoh.id;transport=udp"),
            ("tel:+62-812-5550-1234", PBX, "sip:+6281255501234@pbx.contoh.id:5070;user=phone;transport=tcp"),
            ("tel:113", DIRECT, "sip:113@10.2.2.2;user=phone"),
            ("tel:*21#", DIRECT, "sip:*21%23@10.2.2.2;user=phone"),
            ("tel:119;phone-context=contoh.id", DIRECT, "sip:119@10.2.2.2;user=phone"),
        ],
    )
    def test_addresses_that_can_be_called(self, target: str, account: AccountConfig, uri: str) -> None:
        assert request_uri(target, account) == uri

    @pytest.mark.parametrize(
        "target", ["", "113", "sips:a@b", "mailto:a@b", "sip:", "tel:", "tel:satu", 'sip:"a"@b', "sip:a@b c", "sip:a@b\n"]
    )
    def test_addresses_that_cannot(self, target: str) -> None:
        if target == "sip:a@b\n":
            assert request_uri(target, self.DIRECT) == "sip:a@b"
        else:
            with pytest.raises(BadTargetError):
                request_uri(target, self.DIRECT)

    def test_passwords_are_not_shown(self) -> None:
        assert "rahasia" not in repr(AccountConfig(name="a", uri="sip:a@b", user="u", password="rahasia"))


class TestTimers:
    def test_things_happen_in_order_and_once(self) -> None:
        now = [0.0]
        timers, done = Timers(lambda: now[0]), []
        timers.after(2.0, lambda: done.append("second"))
        timers.after(1.0, lambda: done.append("first"))
        timers.run_due()
        assert done == []
        now[0] = 2.5
        timers.run_due()
        timers.run_due()
        assert done == ["first", "second"]

    def test_a_failure_stops_neither_the_others_nor_the_repetition(self, caplog: pytest.LogCaptureFixture) -> None:
        now = [0.0]
        timers, done = Timers(lambda: now[0]), []

        def fail() -> None:
            done.append("failed")
            raise ValueError("broken")

        timers.every(1.0, fail)
        timers.after(1.0, lambda: done.append("other"))
        for now[0] in (1.0, 2.0):
            timers.run_due()
        assert done == ["failed", "other", "failed"]
        assert "broken" in caplog.text
        timers.clear()
        now[0] = 9.0
        timers.run_due()
        assert len(done) == 3


def test_a_callback_that_fails_is_logged_and_raises_nothing(caplog: pytest.LogCaptureFixture) -> None:
    @guarded
    def callback() -> None:
        raise RuntimeError("in a callback")

    with caplog.at_level(logging.ERROR):
        callback()
    assert "in a callback" in caplog.text


def test_the_brake_lets_a_normal_trunk_through_and_stops_a_flood() -> None:
    brake = InviteBrake()
    for turn in range(1000):
        if turn % 10 == 0:
            brake.count_end(turn / 100)
        assert not brake.is_on(turn / 100)
    brake = InviteBrake()
    assert not brake.is_on(50.0)
    for _ in range(LIMIT):
        brake.count_end(50.0)
    assert brake.is_on(50.0)
    assert brake.is_on(50.0 + WINDOW_S * 0.9)
    assert not brake.is_on(50.0 + WINDOW_S)


def test_after_a_rest_much_may_wait_so_hardly_any_handle_may_be_blocked() -> None:
    brake = InviteBrake()
    assert not brake.is_on(50.0)
    for _ in range(LIMIT - 1):
        brake.count_end(50.0)
    assert not brake.is_on(50.01), "who reads all the time finds little"
    assert brake.is_on(50.01 + 2 * REST_S), "the process stood still"
    assert brake.is_on(50.02 + 2 * REST_S)
    assert not brake.is_on(50.0 + WINDOW_S)
    for number in range(LIMIT):
        brake.count_end(60.0 + number / 20)
    assert brake.is_on(60.5)
    assert brake.is_on(60.45 + WINDOW_S - 0.11), "three are still blocked"
    assert not brake.is_on(60.45 + WINDOW_S - 0.04)


def test_digits_of_a_person_pass_and_a_flood_does_not() -> None:
    limit = DigitLimit()
    assert all(limit.takes(number * 0.1) for number in range(200))
    flood = DigitLimit()
    assert sum(flood.takes(number * 0.001) for number in range(10_000)) == pytest.approx(BURST + 10 * PER_SECOND, abs=1)
    assert flood.dropped > 9_000
    assert flood.takes(20.0)


def test_the_clock_of_the_calls_jumps_only_when_it_is_set() -> None:
    wall, steady = [1_000_000_000], [0]
    clock = CallClock(lambda: wall[0], lambda: steady[0])
    rang_us = clock.now_us()
    steady[0] += 3_000_000_000
    wall[0] -= 500_000_000
    assert clock.now_us() - rang_us == 3_000_000
    clock.set()
    assert clock.now_us() == wall[0] // 1000


def test_a_nudge_is_too_short_for_a_message_and_harms_nobody_after_the_end() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as port:
        port.bind(("127.0.0.1", 0))
        port.settimeout(10)
        wake = Wake("0.0.0.0", port.getsockname()[1])
        wake.nudge()
        assert len(port.recv(100)) <= 32
        wake.close()
        wake.nudge()

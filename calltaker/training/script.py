"""The night of the demo: what the person at the desk does, key by key."""

from __future__ import annotations

from PySide6.QtCore import Qt

from calltaker.desk.nearby import UNSEEN_S
from calltaker.theme.live import theme
from calltaker.training.player import Played, Player, Scene
from calltaker.training.scenes import load_scenes

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SENT_LINK = "https://maps.google.com/?q=-7.93501,110.20893"
"""What a caller sends by messenger; a warning of the demo's town lies there (`calltaker.training.stage`)."""


class Night:
    """The scenes in order. Numbers come from the scene file, so that they are the ones the caller shows."""

    def __init__(self, player: Player) -> None:
        self._player = player
        self._number = {scene.id: scene.number for scene in load_scenes().values()}

    def scenes(self) -> list[tuple[str, Scene]]:
        return [
            ("house_fire", self.house_fire()),
            ("prank_child", self.prank_child()),
            ("silent", self.silent()),
            ("abandoned", self.abandoned()),
            ("two_at_once", self.two_at_once()),
            ("chest_pain", self.chest_pain()),
            ("drowning", self.drowning()),
            ("gas_smell", self.gas_smell()),
            ("drowning_again", self.drowning_again()),
            ("supervisor", self.supervisor()),
        ]

    def _let_go(self, call: Played) -> None:
        """A caller who is still connected is only let go at the second press."""
        for _ in range(2):
            self._player.press(call, Qt.Key.Key_F12)

    def house_fire(self) -> Scene:
        player = self._player
        call = player.invite("house_fire")
        yield player.ringing(call, self._number["house_fire"])
        yield player.pause(0.6)
        player.picture("01-ringing")
        yield player.answer(call)
        player.write(call, "kebakaran rumah jl mawar 12 rt 3 dekat masjid, 2 orang terjebak")
        yield player.village_known(call)
        yield player.pause(2.0)
        player.picture("02-house-fire")
        player.press(call, Qt.Key.Key_Return, CTRL)
        yield player.until(call, lambda live: bool(live.incident_id), "the incident was not sent")
        yield player.pause(0.5)
        for _ in range(2):  # the fire service says on the radio: taken, on our way
            player.press(call, Qt.Key.Key_E, CTRL)
            yield player.pause(0.5)
        player.picture("03-sent")
        self._let_go(call)
        yield player.until(call, lambda live: not live.is_open, "the call did not end")

    def prank_child(self) -> Scene:
        player = self._player
        call = player.invite("prank_child")
        yield player.ringing(call, self._number["prank_child"])
        yield player.pause(0.6)
        player.picture("04-prank-ringing")
        yield player.answer(call)
        yield player.pause(1.5)
        player.press(call, Qt.Key.Key_F7)
        yield player.pause(0.3)
        player.picture("05-outcomes")
        player.press(call, Qt.Key.Key_1)
        yield player.until(call, lambda live: live.outcome == "prank_child" and not live.is_open, "the prank was not closed")

    def silent(self) -> Scene:
        player = self._player
        call = player.invite("silent")
        yield player.ringing(call, self._number["silent"])
        yield player.answer(call)
        yield player.pause(3.0)
        player.press(call, Qt.Key.Key_F7)
        player.press(call, Qt.Key.Key_3)
        yield player.until(
            call, lambda live: live.outcome == "ghost_silent" and not live.is_open, "the silent call was not closed"
        )

    def abandoned(self) -> Scene:
        player = self._player
        call = player.invite("abandoned")
        yield player.ringing(call, self._number["abandoned"])
        yield player.until(call, lambda live: live.was_abandoned, "the abandoned call did not end")
        yield player.pause(0.5)
        player.picture("06-abandoned")

    def two_at_once(self) -> Scene:
        player = self._player
        first = player.invite("fallen_tree")
        yield player.ringing(first, self._number["fallen_tree"])
        second = player.invite("motorcycle_crash")
        yield player.ringing(second, self._number["motorcycle_crash"])
        yield player.pause(0.5)
        player.picture("07-two-at-once")
        yield player.answer(first)
        player.write(first, "pohon tumbang menutup jl melati dekat jembatan, tidak ada korban")
        yield player.pause(1.0)
        player.press(first, Qt.Key.Key_Return, CTRL)
        yield player.until(first, lambda live: bool(live.incident_id), "the incident was not sent")
        yield player.answer(second)
        yield player.until(first, lambda live: live.held, "the first caller was not put on hold")
        player.write(second, "kecelakaan motor jl kenanga depan pasar, 1 orang luka")
        yield player.pause(1.0)
        player.picture("08-second-call")
        player.press(second, Qt.Key.Key_Return, CTRL)
        yield player.until(second, lambda live: bool(live.incident_id), "the incident was not sent")
        self._let_go(second)
        yield player.until(second, lambda live: not live.is_open, "the second call did not end")
        self._let_go(first)
        yield player.until(first, lambda live: not live.is_open, "the first call did not end")

    def chest_pain(self) -> Scene:
        player = self._player
        call = player.invite("chest_pain")
        yield player.ringing(call, self._number["chest_pain"])
        yield player.answer(call)
        player.write(call, "nyeri dada, sesak napas, jl anggrek 5")
        yield player.pause(1.5)
        player.press(call, Qt.Key.Key_F11)
        yield player.pause(0.4)
        player.picture("09-forward")
        player.press(call, Qt.Key.Key_1)
        player.press(call, Qt.Key.Key_Return)
        yield player.until(call, lambda live: live.ended_by == "transfer", "119 did not take the call", 25.0)
        yield player.pause(0.5)
        player.picture("10-forwarded")

    def drowning(self) -> Scene:
        """No position comes with the call: three letters, Down and Enter are the place."""
        player = self._player
        call = player.invite("drowning")
        yield player.ringing(call, self._number["drowning"])
        yield player.answer(call)
        player.press(call, Qt.Key.Key_L, ALT)
        player.write(call, "omb")
        yield player.offered(call)
        player.press(call, Qt.Key.Key_Down)
        player.picture("13-place-typed")
        player.press(call, Qt.Key.Key_Return)
        yield player.village_known(call)
        player.press(call, Qt.Key.Key_B, CTRL)  # read out to the caller, who says yes
        player.press(call, Qt.Key.Key_F4)
        player.write(call, "anak tenggelam terseret arus, 1 orang")
        yield player.pause(0.7)
        yield from self._send_and_let_go(call)

    def gas_smell(self) -> Scene:
        """The caller has sent a link; somebody has warned of the place before."""
        player = self._player
        call = player.invite("gas_smell")
        yield player.ringing(call, self._number["gas_smell"])
        yield player.answer(call)
        player.press(call, Qt.Key.Key_L, ALT)
        player.paste(call, SENT_LINK)
        yield player.offered(call)
        player.press(call, Qt.Key.Key_Return)
        yield player.village_known(call)
        player.press(call, Qt.Key.Key_F4)
        player.write(call, "bau gas menyengat dari gudang")
        yield player.pause(0.7)
        player.picture("14-place-pasted")
        player.press(call, Qt.Key.Key_F5)
        yield player.pause(0.7)
        for _ in range(2):
            yield player.map_drawn(call)
            player.picture(f"15-map-{theme.tokens.name}")
            player.press(call, Qt.Key.Key_T, CTRL)
            yield player.pause(0.4)
        player.press(call, Qt.Key.Key_Escape)
        yield from self._send_and_let_go(call)

    def drowning_again(self) -> Scene:
        """Another caller tells the same: one key links the call to the incident that is offered."""
        player = self._player
        call = player.invite("drowning_again")
        yield player.ringing(call, self._number["drowning_again"])
        yield player.answer(call)
        player.write(call, "ada orang tenggelam di pantai")
        yield player.double_offered(call)
        yield player.pause(UNSEEN_S + 0.1)  # a person reads it first, and a key before that links nothing
        player.picture("16-same-incident")
        player.press(call, Qt.Key.Key_L, CTRL)
        yield player.until(call, lambda live: bool(live.incident_id), "the call was not linked")
        self._let_go(call)
        yield player.until(call, lambda live: not live.is_open, "the call did not end")

    def _send_and_let_go(self, call: Played) -> Scene:
        player = self._player
        player.press(call, Qt.Key.Key_Return, CTRL)
        yield player.until(call, lambda live: bool(live.incident_id), "the incident was not sent")
        self._let_go(call)
        yield player.until(call, lambda live: not live.is_open, "the call did not end")

    def supervisor(self) -> Scene:
        player = self._player
        player.window_.activateWindow()
        visit = player.visit()
        player.press(visit, Qt.Key.Key_2, CTRL)
        yield player.pause(2.5)
        player.picture("11-supervisor")
        player.press(visit, Qt.Key.Key_1, CTRL)
        yield player.pause(0.5)
        player.picture("12-desk-after")

"""Orders to the telephone, each by one key. A person's hand only: nothing here happens by itself."""

from __future__ import annotations

import uuid_utils
from PySide6.QtCore import QObject, QTimer, Signal

from calltaker.app.room import Desk
from calltaker.domain.live_call import LiveCall
from calltaker.line.wire import Phone
from telephony.commands import Answer, AnyCommand, Dial, HangUp, Hold, Mute, Resume

ARMED_MS = 3_000


class Telephone(QObject):
    """`armed_changed` (bool): the next F12 within 3 s hangs up on a caller who is still connected."""

    armed_changed = Signal(bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._armed_for = ""
        self._disarm = QTimer(self)
        self._disarm.setSingleShot(True)
        self._disarm.setInterval(ARMED_MS)
        self._disarm.timeout.connect(lambda: self._arm(""))
        desk.calls.call_changed.connect(self._on_call_changed)
        desk.calls.taken_up.connect(lambda _call_id: self._arm(""))

    def answer(self, call_id: str) -> None:
        """Answer a ringing call; whoever is being talked to is put on hold by the line, never dropped. A call out that nobody
        has taken yet is given up: it would be answered into the middle of this conversation."""
        call = self._desk.calls.call(call_id)
        if call is None or call.state != "ringing":
            self._say(self.tr("No call is ringing."))
            return
        for dialing in [call for call in self._desk.calls.open_calls() if call.state == "dialing"]:
            self._order(HangUp(call_id=dialing.call_id))
        self._order(Answer(call_id=call_id))
        self._desk.calls.taken_up.emit(call_id)

    def hang_up(self) -> None:
        """End the call in the headset. A citizen who is connected is only let go at the second press within 3 s."""
        call = self._in_hand()
        if call is None:
            ringing = any(call.state == "ringing" for call in self._desk.calls.open_calls())
            self._say(self.tr("A ringing call is never refused: answer with F9.") if ringing else self.tr("No call to end."))
            return
        is_citizen = call.direction == "in" or call.callback
        if is_citizen and call.answered_at_us is not None and self._armed_for != call.call_id:
            self._arm(call.call_id)
            self._say(self._armed_words(), "warning")
            return
        self._arm("")
        self._order(HangUp(call_id=call.call_id))

    def toggle_hold(self) -> None:
        """Hold the call in the headset, or talk again to the one on hold that is current."""
        speaking = self._desk.calls.in_the_ear()
        if speaking is not None:
            self._order(Hold(call_id=speaking.call_id))
            return
        held = self._held()
        if held is None:
            self._say(self.tr("No call to hold."))
            return
        self._order(Resume(call_id=held.call_id))

    def toggle_mute(self) -> None:
        call = self._in_hand()
        if call is None:
            self._say(self.tr("No call to mute."))
            return
        self._order(Mute(call_id=call.call_id, muted=not call.muted))

    def call_back(self, number: str, caller: str) -> None:
        """Call a citizen back (`Priority: psap-callback`, so that call-blocking apps let it through), and say whom: `caller` is
        the number as it stands on the screen."""
        self._say(self.tr("Calling {caller} back.").format(caller=caller))
        self._order(Dial(new_call_id=str(uuid_utils.uuid7()), target_uri=f"tel:{number}", callback=True))

    @property
    def is_armed(self) -> bool:
        return bool(self._armed_for)

    def _in_hand(self) -> LiveCall | None:
        """Return the call that keys are for: in the headset, else being dialled, else the held one on the card. A held call
        that is not on the card is out of reach: nobody is cut off unseen."""
        calls = self._desk.calls
        dialing = next((call for call in calls.open_calls() if call.state == "dialing"), None)
        current = calls.current
        open_current = current if current is not None and current.state == "held" else None
        return calls.in_the_ear() or dialing or open_current

    def _held(self) -> LiveCall | None:
        current = self._desk.calls.current
        if current is not None and current.state == "held":
            return current
        held = [call for call in self._desk.calls.open_calls() if call.state == "held"]
        return held[0] if held else None

    def _on_call_changed(self, call_id: str) -> None:
        call = self._desk.calls.call(call_id)
        if call_id == self._armed_for and (call is None or not call.is_open):
            self._arm("")

    def _arm(self, call_id: str) -> None:
        if call_id == self._armed_for:
            return
        self._armed_for = call_id
        if call_id:
            self._disarm.start()
        else:
            self._disarm.stop()
            self._desk.notices.take_back(self._armed_words())
        self.armed_changed.emit(bool(call_id))

    def _armed_words(self) -> str:
        return self.tr("The caller is still connected. Press F12 again to hang up.")

    def _order(self, command: AnyCommand) -> None:
        self._desk.line.send(Phone(command=command), failed=lambda words: self._say(words, "warning"))

    def _say(self, text: str, level: str = "info") -> None:
        self._desk.notices.say(text, level)

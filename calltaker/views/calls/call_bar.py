"""The call in hand: who, how long, in which state, and the keys that act on it. Its buttons take no focus: Space and Enter
belong to the form, they never answer or hang up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from calltaker.desk.call_face import CallFace
from calltaker.desk.now import ClockUs, now_us
from calltaker.domain.clock import duration_text
from calltaker.theme.icons import icon
from calltaker.theme.live import theme
from calltaker.theme.signs import state_sign
from calltaker.views.common import ElidedLabel, KeyedButton, Pill, label, set_property

_STATE_ICONS = {
    "ringing": "phone-incoming",
    "dialing": "phone-outgoing",
    "abandoned": "phone-missed",
    "ended": "phone-off",
    "held": "pause",
    "transferring": "phone-forwarded",
}
NOBODY = CallFace()


class CallBar(QFrame):
    """Setters only; the buttons fire the actions of the same name (`buttons` by action id, wired by the room)."""

    def __init__(self, key_of: Callable[[str], str], *, clock_us: ClockUs = now_us, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(self.tr("Call in hand"))
        self._clock_us = clock_us
        self._face = NOBODY
        self._build_labels()
        self.buttons = self._build_buttons(key_of)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(10, 6, 10, 8)
        outer.setSpacing(5)
        outer.addLayout(self._top_row())
        outer.addLayout(self._button_row())
        outer.addWidget(self._consultation)
        outer.addWidget(self._notes)
        outer.addWidget(self._alarms)
        theme.changed.connect(self._paint_icon)
        self.show_face(NOBODY)

    # --- setters -------------------------------------------------------------------------------------------------------
    def show_face(self, face: CallFace) -> None:
        """Show a call, or nobody (`NOBODY`)."""
        self._face = face
        self._caller.setText(face.caller or self.tr("No call"))
        self._name.show_text(face.name)
        self._show_state(face)
        self._show_lines(face)
        self._show_buttons(face)
        self._paint_icon()
        self.tick()

    def show_armed(self, armed: bool) -> None:
        """Say that the next F12 hangs up."""
        button = self.buttons["call.hang_up"]
        button.set_text(self.tr("Sure?") if armed else self.tr("Hang up"))
        set_property(button, "armed", armed)

    def tick(self) -> None:
        """Move the running time on."""
        face = self._face
        if not face.call_id:
            self._timer.setText("")
            return
        until_us = self._clock_us() if face.until_us is None else face.until_us
        self._timer.setText(duration_text((until_us - face.since_us) / 1_000_000))

    # --- building ------------------------------------------------------------------------------------------------------
    def _build_labels(self) -> None:
        self._icon = QLabel()
        self._caller = label("", "key")
        self._caller.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._name = ElidedLabel("strong")
        self._state = Pill()
        self._timer = label("", "timer")
        self._timer.setAccessibleName(self.tr("Duration of the call"))
        self._caller.setAccessibleName(self.tr("Number of the caller"))
        self._consultation = label("", "strong", wrap=True)
        self._notes = label("", "dim", wrap=True)
        self._alarms = label("", "strong", wrap=True)
        self._alarms.setProperty("tone", "p1")

    def _build_buttons(self, key_of: Callable[[str], str]) -> dict[str, KeyedButton]:
        wanted = (
            ("call.answer", self.tr("Answer"), "primary"),
            ("call.hold", self.tr("Hold"), ""),
            ("call.mute", self.tr("Mute"), ""),
            ("call.forward", self.tr("Forward"), ""),
            ("outcome.choose", self.tr("Outcome"), ""),
            ("call.hang_up", self.tr("Hang up"), "danger"),
        )
        return {action_id: KeyedButton(text, key_of(action_id), kind=kind, key_below=True) for action_id, text, kind in wanted}

    def _top_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._caller)
        row.addWidget(self._state)
        row.addWidget(self._name, 1)
        row.addWidget(self._timer)
        return row

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5)
        for button in self.buttons.values():
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        return row

    # --- showing -------------------------------------------------------------------------------------------------------
    def _show_state(self, face: CallFace) -> None:
        sign = state_sign(face.state)
        self._state.setVisible(bool(face.call_id))
        recorded = self.tr("{state} · recorded").format(state=sign.text)
        self._state.show_state(recorded if face.is_recording else sign.text, "info")
        set_property(self._state, "tone", sign.tone)

    def _show_lines(self, face: CallFace) -> None:
        for shown, text in (
            (self._consultation, face.consultation),
            (self._notes, " · ".join(face.notes)),
            (self._alarms, "\n".join(f"▲ {alarm}" for alarm in face.alarms)),
        ):
            shown.setText(text)
            shown.setVisible(bool(text))

    def _show_buttons(self, face: CallFace) -> None:
        self.buttons["call.answer"].setEnabled(face.can_answer)
        for action_id in ("call.hold", "call.mute", "call.forward"):
            self.buttons[action_id].setEnabled(face.can_talk)
        self.buttons["call.hang_up"].setEnabled(face.can_end)
        self.buttons["outcome.choose"].setEnabled(face.can_judge)
        resume, mute = self.tr("Resume"), self.tr("Unmute")
        self.buttons["call.hold"].set_text(resume if face.held else self.tr("Hold"))
        self.buttons["call.mute"].set_text(mute if face.muted else self.tr("Mute"))
        set_property(self.buttons["call.mute"], "armed", face.muted)

    def _paint_icon(self) -> None:
        name = _STATE_ICONS.get(self._face.state, "phone-call" if self._face.call_id else "phone")
        tone = state_sign(self._face.state).tone if self._face.call_id else "dim"
        self._icon.setPixmap(icon(name, tone, 26).pixmap(QSize(26, 26)))

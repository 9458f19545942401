"""How the seat is: what the status bar and the red banner say. Words, levels and icons; no colour, no widget."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from calltaker.app.room import Notices
from calltaker.desk.ports import LinePort
from calltaker.desk.trouble_words import Words, sentence, words
from calltaker.domain.trouble import Trouble
from calltaker.line.wire import Committed, Health, Snapshot

LOW_DISK_MB = 2_000


@dataclass(frozen=True)
class StatusItem:
    """One place of the status bar. `level`: info, ok, warning, alarm."""

    name: str
    text: str
    level: str
    icon: str


class HealthController(QObject):
    """`changed`: items, banner or the time of the last save differ."""

    changed = Signal()

    def __init__(self, line: LinePort, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._health = Health()
        self._is_attached = False
        self._was_attached = False
        self._started_at_us = 0
        self._saved_at_us = 0
        self._unsaved = False
        line.attached.connect(self._on_attached)
        line.snapshot_received.connect(self._on_snapshot)
        line.health_changed.connect(self._on_health)
        line.committed.connect(self._on_committed)

    @property
    def health(self) -> Health:
        return self._health

    @property
    def is_attached(self) -> bool:
        return self._is_attached

    @property
    def saved_at_us(self) -> int:
        """When the last fact was known to be on disk; 0 before the first."""
        return self._saved_at_us

    def banner(self) -> Words | None:
        """Return the worst trouble in force, or `None`. The banner stays until it is over."""
        if not self._is_attached:
            return (
                words(Trouble.LINE_AWAY) if self._was_attached else Words(self.tr("Connecting to the telephone program…"), "")
            )
        health = self._health
        if health.journal in {"full", "failing"} or self._unsaved:
            return words(Trouble.JOURNAL_FULL if health.journal == "full" else Trouble.JOURNAL_AWAY)
        if health.lines and not any(line.registered for line in health.lines):
            wrong_password = any(line.code in {401, 403, 407} for line in health.lines)
            return words(Trouble.WRONG_PASSWORD if wrong_password else Trouble.NOT_REGISTERED)
        return words(Trouble.RECORDING_FAILED) if health.recording_problem else None

    def items(self) -> tuple[StatusItem, ...]:
        """Return the places of the status bar, always the same ones in the same order."""
        if not self._is_attached:
            away = self.tr("Telephone: away")
            return (StatusItem("line", away, "alarm", "unplug"),)
        return (self._lines(), self._sound(), self._ringer(), self._journal(), self._recording())

    # --- items ---------------------------------------------------------------------------------------------------------
    def _lines(self) -> StatusItem:
        lines = self._health.lines
        good = sum(line.registered for line in lines)
        level = "ok" if lines and good == len(lines) else "alarm"
        return StatusItem("lines", self.tr("SIP {good}/{all}").format(good=good, all=len(lines)), level, "phone")

    def _sound(self) -> StatusItem:
        if self._health.headset_is_null:
            return StatusItem("sound", self.tr("NO SOUND DEVICE"), "alarm", "volume-x")
        return StatusItem("sound", self._health.headset, "ok", "headphones")

    def _ringer(self) -> StatusItem:
        if self._health.ringer_is_null:
            return StatusItem("ringer", self.tr("NO RING TONE"), "alarm", "volume-x")
        return StatusItem("ringer", self._health.ringer, "ok", "volume-2")

    def _journal(self) -> StatusItem:
        health = self._health
        if health.journal == "ok" and not self._unsaved:
            return StatusItem("journal", self.tr("Log"), "ok", "database")
        waiting = self.tr("Log: {count} not saved").format(count=health.journal_backlog)
        return StatusItem("journal", waiting, "warning" if health.journal == "slow" else "alarm", "database")

    def _recording(self) -> StatusItem:
        health = self._health
        if health.recording_problem:
            return StatusItem("recording", self.tr("NOT RECORDING"), "alarm", "hard-drive")
        if 0 <= health.recording_free_mb < LOW_DISK_MB:
            free = self.tr("Recording: {free} MB left").format(free=health.recording_free_mb)
            return StatusItem("recording", free, "warning", "hard-drive")
        return StatusItem("recording", self.tr("Recording"), "ok", "hard-drive")

    # --- the line speaks -----------------------------------------------------------------------------------------------
    def _on_attached(self, attached: bool) -> None:
        self._is_attached = attached
        self._was_attached = self._was_attached or attached
        self.changed.emit()

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        self._on_health(snapshot.health)

    def _on_health(self, health: Health) -> None:
        restarted = self._started_at_us and health.line_started_at_us > self._started_at_us
        self._started_at_us = health.line_started_at_us
        self._health = health
        if health.journal == "ok":
            self._unsaved = False
        if restarted:
            self._notices.say(sentence(Trouble.LINE_RESTARTED, health.last_death), "alarm")
        self.changed.emit()

    def _on_committed(self, committed: Committed) -> None:
        if committed.durable:
            self._saved_at_us = max(self._saved_at_us, committed.event.at_us)
        else:
            self._unsaved = True
        self.changed.emit()

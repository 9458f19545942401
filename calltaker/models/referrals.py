"""The agencies of one incident as a table: ticked or not, role, state with its sign, and the clock of the answer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from calltaker.desk.dispatch import Choice
from calltaker.desk.now import now_us
from calltaker.domain.catalogue import Catalogue
from calltaker.domain.clock import duration_text
from calltaker.domain.dispatch import Lateness, answer_wait_s, referral_lateness
from calltaker.models.rows import Column, RowsModel
from calltaker.theme.signs import state_sign

STATE_COLUMN = 1
CLOCK_COLUMN = 2
_LATE_TONE: dict[Lateness, str] = {"none": "", "amber": "p2", "red": "p1"}


class ReferralsModel(RowsModel[Choice]):
    """`priority` of the incident decides how long an agency may take to answer; `closed_at_us` is when its clocks stopped."""

    def __init__(self, catalogue: Catalogue, language: str, parent: QObject | None = None) -> None:
        self.priority = 1
        self.closed_at_us: int | None = None
        self._catalogue = catalogue
        self._language = language
        translate = QCoreApplication.translate
        columns = (
            Column[Choice](translate("ReferralsModel", "Agency"), self._name, self._name_tone, lambda one: one.agency.name),
            Column[Choice](translate("ReferralsModel", "State"), self._state, self._state_tone),
            Column[Choice](translate("ReferralsModel", "Clock"), self._clock, self._clock_tone),
        )
        super().__init__(columns, lambda one: one.agency.code, parent)

    def _name(self, one: Choice) -> str:
        name = one.agency.short_name or one.agency.name
        text = QCoreApplication.translate("ReferralsModel", "{agency} (lead)") if one.role == "lead" else "{agency}"
        return f"{self._tick(one)} {text.format(agency=name)}"

    def _tick(self, one: Choice) -> str:
        if one.has_it:
            return "✓"
        return "☑" if one.is_ticked else "☐"

    def _name_tone(self, one: Choice) -> str:
        return "" if one.has_it or one.is_ticked else "dim"

    def _state(self, one: Choice) -> str:
        """Say the state, and why an agency does not come."""
        if one.referral is None:
            return QCoreApplication.translate("ReferralsModel", "will be sent") if one.is_ticked else ""
        sign = state_sign(one.referral.state).text
        late = self._lateness(one)
        if late != "none":
            words = {
                "amber": QCoreApplication.translate("ReferralsModel", "△ soon late"),
                "red": QCoreApplication.translate("ReferralsModel", "▲ LATE"),
            }
            return words[late]
        if self._is_unanswered_for_good(one):
            return QCoreApplication.translate("ReferralsModel", "no answer")
        if not one.referral.reason:
            return sign
        obstacle = self._catalogue.obstacles.get(one.referral.reason)
        return f"{sign}: {obstacle.name(self._language) if obstacle else one.referral.reason}"

    def _is_unanswered_for_good(self, one: Choice) -> bool:
        return one.referral is not None and one.referral.state == "sent" and self.closed_at_us is not None

    def _state_tone(self, one: Choice) -> str:
        late = "dim" if self._is_unanswered_for_good(one) else _LATE_TONE[self._lateness(one)]
        return late or (state_sign(one.referral.state).tone if one.referral else "dim")

    def _clock(self, one: Choice) -> str:
        """Return the time since it was sent while nobody answered; afterwards how long the answer took."""
        wait_s = answer_wait_s(one.referral, now_us(), self.closed_at_us) if one.referral else None
        return "" if wait_s is None else duration_text(wait_s)

    def _clock_tone(self, one: Choice) -> str:
        return _LATE_TONE[self._lateness(one)] or "dim"

    def _lateness(self, one: Choice) -> Lateness:
        return referral_lateness(one.referral, now_us(), self.priority, self.closed_at_us) if one.referral else "none"

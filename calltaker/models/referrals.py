"""The referrals of one incident as a table: agency, role, state with its sign, and the clock of the answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from calltaker.desk.now import now_us
from calltaker.domain.catalogue import Catalogue
from calltaker.domain.clock import duration_text
from calltaker.domain.dispatch import referral_lateness
from calltaker.models.rows import Column, RowsModel
from calltaker.theme.signs import state_sign
from db.rows import ReferralRow

CLOCK_COLUMN = 3
_LATE_TONE = {"none": "dim", "amber": "p2", "red": "p1"}


class ReferralsModel(RowsModel[ReferralRow]):
    """`priority` of the incident decides how long an agency may take to answer."""

    def __init__(
        self, catalogue: Catalogue, language: str, agency_name: Callable[[str], str], parent: QObject | None = None
    ) -> None:
        self.priority = 1
        self._catalogue = catalogue
        self._language = language
        translate = QCoreApplication.translate
        columns = (
            Column[ReferralRow](translate("ReferralsModel", "Agency"), lambda row: agency_name(row.agency)),
            Column[ReferralRow](
                translate("ReferralsModel", "Role"),
                lambda row: (
                    translate("ReferralsModel", "lead") if row.role == "lead" else translate("ReferralsModel", "assists")
                ),
                lambda _row: "dim",
            ),
            Column[ReferralRow](translate("ReferralsModel", "State"), self._state, lambda row: state_sign(row.state).tone),
            Column[ReferralRow](translate("ReferralsModel", "Clock"), self._clock, self._clock_tone),
        )
        super().__init__(columns, lambda row: row.referral_id, parent)

    def _state(self, row: ReferralRow) -> str:
        """Say the state, and why an agency does not come."""
        sign = state_sign(row.state).text
        if not row.reason:
            return sign
        obstacle = self._catalogue.obstacles.get(row.reason)
        return f"{sign}: {obstacle.name(self._language) if obstacle else row.reason}"

    def _clock(self, row: ReferralRow) -> str:
        """Time since it was sent while nobody answered; afterwards how long the answer took."""
        if row.state != "sent":
            taken_us = (row.acknowledged_at_us or row.ended_at_us or row.sent_at_us) - row.sent_at_us
            return duration_text(taken_us / 1_000_000)
        waited = duration_text((now_us() - row.sent_at_us) / 1_000_000)
        late = referral_lateness(row, now_us(), self.priority)
        if late == "none":
            return waited
        word = {
            "amber": QCoreApplication.translate("ReferralsModel", "△ soon late {time}"),
            "red": QCoreApplication.translate("ReferralsModel", "▲ LATE {time}"),
        }
        return word[late].format(time=waited)

    def _clock_tone(self, row: ReferralRow) -> str:
        return _LATE_TONE[referral_lateness(row, now_us(), self.priority)]

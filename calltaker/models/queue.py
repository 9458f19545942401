"""The queue as a table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from calltaker.desk.now import ClockUs, now_us
from calltaker.desk.queue import QueueRow
from calltaker.domain.clock import duration_text
from calltaker.models.rows import Column, RowsModel
from calltaker.theme.signs import state_sign

STATE, CALLER = range(2)


def queue_model(*, late_after_s: int, clock_us: ClockUs = now_us, parent: QObject | None = None) -> RowsModel[QueueRow]:
    """Return the model. A ringing call turns to the colour of P1 when it waited longer than `late_after_s`."""

    def elapsed_s(row: QueueRow) -> float:
        return (clock_us() - row.since_us) / 1_000_000

    def time_tone(row: QueueRow) -> str:
        return "p1" if row.state == "ringing" and elapsed_s(row) > late_after_s else "dim"

    translate = QCoreApplication.translate
    columns = (
        Column[QueueRow](
            translate("queue", "State"),
            lambda row: state_sign(row.state).text,
            lambda row: state_sign(row.state).tone,
            second=lambda row: duration_text(elapsed_s(row)),
            second_tone=time_tone,
        ),
        Column[QueueRow](
            translate("queue", "Caller"),
            lambda row: row.caller,
            lambda row: "dim" if row.state == "abandoned" else "",
            second=lambda row: " · ".join(part for part in (row.name, row.mark) if part),
            second_tone=lambda row: row.mark_tone or "dim",
        ),
    )
    return RowsModel(columns, lambda row: row.key, parent)

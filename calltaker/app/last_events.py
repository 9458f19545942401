"""The last turns of the event loop, after the window closed: helper processes end in them."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer

from calltaker.desk.child_process import are_ending

_LOOK_EVERY_MS = 10
_AT_MOST_MS = 1_000


def let_children_end() -> None:
    """Return when every helper process that was told to stop has ended, or after a second."""
    if not are_ending():
        return
    loop = QEventLoop()
    look = QTimer(loop, interval=_LOOK_EVERY_MS)
    look.timeout.connect(lambda: None if are_ending() else loop.exit())
    look.start()
    QTimer.singleShot(_AT_MOST_MS, loop, loop.quit)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

"""Codes of trouble in plain words: what is wrong and what to do. The only place where a code becomes a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from calltaker.domain.trouble import Trouble


@dataclass(frozen=True)
class Words:
    """`what` is wrong, `advice` says what the person can do; both in the person's language."""

    what: str
    advice: str

    @property
    def sentence(self) -> str:
        return f"{self.what} {self.advice}".strip()


_WORDS: dict[str, tuple[object, object]] = {
    Trouble.LINE_AWAY: (
        QT_TRANSLATE_NOOP("trouble", "The telephone program does not answer."),
        QT_TRANSLATE_NOOP(
            "trouble", "It is being started again. If this lasts longer than 10 seconds, use the spare telephone."
        ),
    ),
    Trouble.LINE_RESTARTED: (
        QT_TRANSLATE_NOOP("trouble", "The telephone program was restarted."),
        QT_TRANSLATE_NOOP("trouble", "A call that was cut stands in the list of missed calls: call back."),
    ),
    Trouble.ALL_LINES_BUSY: (
        QT_TRANSLATE_NOOP("trouble", "All lines are in use."),
        QT_TRANSLATE_NOOP("trouble", "Close a call first."),
    ),
    Trouble.NO_SUCH_CALL: (QT_TRANSLATE_NOOP("trouble", "That call has ended already."), ""),
    Trouble.CALL_NOT_READY: (
        QT_TRANSLATE_NOOP("trouble", "The call is not ready for that yet."),
        QT_TRANSLATE_NOOP("trouble", "Try again in a moment."),
    ),
    Trouble.BAD_TARGET: (
        QT_TRANSLATE_NOOP("trouble", "That number cannot be called."),
        QT_TRANSLATE_NOOP("trouble", "Check the number in the directory of agencies."),
    ),
    Trouble.TRANSFER_FAILED: (
        QT_TRANSLATE_NOOP("trouble", "The agency did not take the call."),
        QT_TRANSLATE_NOOP("trouble", "The caller is still with you."),
    ),
    Trouble.NOT_REGISTERED: (
        QT_TRANSLATE_NOOP("trouble", "The telephone exchange does not answer: no call can come in."),
        QT_TRANSLATE_NOOP("trouble", "Tell the technician; use the spare telephone."),
    ),
    Trouble.WRONG_PASSWORD: (
        QT_TRANSLATE_NOOP("trouble", "The telephone exchange refuses this seat's password: no call can come in."),
        QT_TRANSLATE_NOOP("trouble", "Tell the administrator."),
    ),
    Trouble.JOURNAL_FULL: (
        QT_TRANSLATE_NOOP("trouble", "The disk is full: new facts are kept in memory only."),
        QT_TRANSLATE_NOOP("trouble", "Go on working, do not switch off, call the administrator now."),
    ),
    Trouble.JOURNAL_AWAY: (
        QT_TRANSLATE_NOOP("trouble", "The log cannot be written: new facts are kept in memory only."),
        QT_TRANSLATE_NOOP("trouble", "Go on working, do not switch off, call the administrator now."),
    ),
    Trouble.JOURNAL_REFUSED: (
        QT_TRANSLATE_NOOP("trouble", "The log refused this entry; it is not saved."),
        QT_TRANSLATE_NOOP("trouble", "Write it down and tell the administrator."),
    ),
    Trouble.RECORDING_FAILED: (
        QT_TRANSLATE_NOOP("trouble", "The conversation is not being recorded."),
        QT_TRANSLATE_NOOP("trouble", "Go on with the call; tell the administrator."),
    ),
    Trouble.NO_HEADSET: (
        QT_TRANSLATE_NOOP("trouble", "No sound device: callers cannot be heard."),
        QT_TRANSLATE_NOOP("trouble", "Plug the headset in."),
    ),
    Trouble.NO_RINGER: (
        QT_TRANSLATE_NOOP("trouble", "No loudspeaker: ringing cannot be heard."),
        QT_TRANSLATE_NOOP("trouble", "Watch the queue, switch the loudspeaker on."),
    ),
    Trouble.READ_FAILED: (
        QT_TRANSLATE_NOOP("trouble", "The log could not be read."),
        QT_TRANSLATE_NOOP("trouble", "What is on the screen may be old; try again."),
    ),
    Trouble.BAD_REQUEST: (
        QT_TRANSLATE_NOOP("trouble", "The telephone program did not understand the desk."),
        QT_TRANSLATE_NOOP("trouble", "Tell the administrator that the programs have different versions."),
    ),
    Trouble.UNKNOWN: (
        QT_TRANSLATE_NOOP("trouble", "Something went wrong that the program does not know."),
        QT_TRANSLATE_NOOP("trouble", "It is in the log of the program; tell the administrator."),
    ),
}


def words(code: str) -> Words:
    """Return the words of a code of `calltaker.domain.trouble`; a code of a newer line reads as unknown."""
    what, advice = _WORDS.get(code, _WORDS[Trouble.UNKNOWN])
    return Words(_translated(what), _translated(advice))


def sentence(code: str, detail: str = "") -> str:
    """Return words and advice in one line; `detail` (technical) stands in brackets behind them."""
    said = words(code).sentence
    return f"{said} ({detail})" if detail else said


def _translated(text: object) -> str:
    return QCoreApplication.translate("trouble", str(text)) if text else ""

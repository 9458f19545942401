"""The parts of the line, wired together: telephone → translator → journal → hub → windows, and the way back."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from pathlib import Path

from calltaker.line import address, recovery
from calltaker.line.health import HealthKeeper
from calltaker.line.hub import Hub
from calltaker.line.inbox import Fact
from calltaker.line.journal_thread import JournalThread
from calltaker.line.ledger import Ledger
from calltaker.line.orders import Orders
from calltaker.line.requests import Requests
from calltaker.line.ringing import Ringing
from calltaker.line.sealing import Sealer
from calltaker.line.seat_journal import open_journal
from calltaker.line.server import Server
from calltaker.line.signs_of_life import SignsOfLife
from calltaker.line.sip_setup import Legs, sip_config
from calltaker.line.sound import Sound
from calltaker.line.translate import BY_LINE, Translator
from calltaker.line.wire import Health
from calltaker.line.writer import Writer
from calltaker.settings import Settings
from db.events import Event, NewEvent, RecordingStarted, SeatChanged, decode, new_event
from telephony import events as seen
from telephony.sip.config import LINES
from telephony.sip.engine import SipPhone

log = logging.getLogger("line")


class Line:
    """Made and run on the main thread, which becomes the SIP thread. The caller holds the seat's line lock."""

    def __init__(self, settings: Settings) -> None:
        """Raises `SettingsError` and `SoundError`."""
        self._settings = settings
        self._life = SignsOfLife(settings.run_dir)
        self._leftovers: dict[str, Path] = {}
        self._started_at_us = time.time_ns() // 1000
        self._hub = Hub(settings.seat.id, Health(lines_total=LINES, line_started_at_us=self._started_at_us))
        self._journal = JournalThread(Ledger(self._hub, lambda: open_journal(settings), self._recover))
        self._journal.start()  # opens the database while the telephone is being built
        self._translator = Translator({account.name: account.cli for account in settings.sip.accounts})
        self._sealer = Sealer(
            settings.recordings_dir, self._record, lambda words: self._hub.set_health(recording_problem=words)
        )
        names = tuple(account.name for account in settings.sip.accounts)
        self._health = HealthKeeper(self._hub, settings.recordings_dir, self._life, names, self.note)
        self._sound = Sound(settings.sound, self._health.on_event)
        self._ringing = Ringing(self._sound.ringer)
        self._legs = Legs(settings.recordings_dir)
        self._orders = Orders()
        self._phone = SipPhone(
            sip_config(settings, self._legs),
            on_event=self._on_event,
            on_refused=self._orders.refused,
            on_taken=self._orders.taken,
            headset=self._sound.headset,
            on_legs_closed=self._on_legs_closed,
        )
        self._orders.connect(self._phone)

    def open(self) -> None:
        """Open journal and telephone. Raises what a person has to mend: `DatabaseError`, `JournalError`, `PhoneError`."""
        if (problem := self._journal.wait_until_open()) is not None:
            raise problem
        self.note("line_started", "")
        self._phone.start()

    def serve(self) -> None:
        """Let windows attach. Raises `OSError`."""
        door, token = address.listen(self._settings)
        requests = Requests(self._hub, self._journal.submit, self._orders, self._translator, token, self.note)
        self._server = Server(door, requests.handle, requests.gone)
        self._server.start()
        self._begin_life()
        self._health.start()
        self._sealer.start()
        self._sealer.mend_leftovers(self._leftovers)
        log.info("the line is ready, SIP ports %s", self._phone.ports)

    def run(self) -> None:
        """Carry calls until `stop`, then bring everything to its end; what was heard so far is on disk when it returns."""
        self._phone.run_forever()
        self._health.stop()
        self._sealer.stop()
        self._sound.close()
        self.note("line_stopped", "")
        written = self._journal.stop()
        self._server.stop()
        if written:
            self._life.end()

    def stop(self) -> None:
        """From a signal handler: let `run` end."""
        self._phone.stop()

    def note(self, what: str, detail: str) -> None:
        """Put a fact of the seat itself on record."""
        event = new_event(self._settings.seat.id, SeatChanged(what=what, detail=detail), actor=BY_LINE)
        self._journal.submit(Fact(lambda: (event,)))

    def _begin_life(self) -> None:
        try:
            self._life.begin(self._started_at_us)
        except OSError as error:
            log.error("the sign of life cannot be written, a death would not be told: %s", error)  # noqa: TRY400 - no stack needed

    def _on_event(self, event: seen.AnyTelephonyEvent) -> None:
        """Every fact of the telephone and the sound, mostly on the SIP thread: returns at once."""
        if isinstance(event, seen.CallRinging | seen.CallDialed):
            self._sealer.note_own(event.call_id)
        self._ringing.on_event(event)
        self._health.on_event(event)
        self._record(event)

    def _record(self, event: seen.AnyTelephonyEvent) -> None:
        self._journal.submit(Fact(lambda: self._translator.translate(event)))

    def _on_legs_closed(self, call_id: str) -> None:
        self._sealer.seal(call_id, self._legs.take_folder(call_id))

    # --- on the journal's thread --------------------------------------------------------------------------------------
    def _recover(self, journal: Writer) -> Sequence[NewEvent]:
        """Take over what the journal remembers; return the ends of the calls that a dead line cut. When the journal could not
        be opened at the start, calls of this life run already: the journal does not know them, and they are not cut."""
        remembered = journal.open_calls()
        before = {event.subject for event in remembered}
        self._hub.restore(remembered, journal.drafts(), journal.head_seq)
        self._leftovers = unsealed(remembered)
        cut = tuple(call for call in self._hub.open_calls() if call.call_id in before)
        last = self._life.last()
        if last is not None:
            self._hub.set_health(
                last_death="ended without a farewell",
                last_death_at_us=last.seen_at_us,
                cut_calls=tuple(call.call_id for call in cut),
            )
        return recovery.closing_events(self._settings.seat.id, cut, last)


def unsealed(remembered: Sequence[Event]) -> dict[str, Path]:
    """Return the calls whose recording began and was never sealed, with the folder of their legs."""
    folders: dict[str, Path] = {}
    for event in remembered:
        if event.kind == RecordingStarted.KIND:
            folders[event.subject] = Path(decode(event.kind, event.payload).caller_leg).parent
        elif event.kind == "recording.sealed":
            folders.pop(event.subject, None)
    return folders

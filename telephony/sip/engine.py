"""The SIP line: `telephony.phone.Phone` over pjsua2.

One thread makes, uses and destroys every object of pjsua2: the one that calls `start` and `run_forever`, which should be
the main thread of a process of its own prepared by `telephony.sip.process.prepare_process`. Orders come in through a
queue, facts go out through `on_event`, and no object of the stack ever leaves.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable

import pjsua2 as pj

from telephony.commands import AnyCommand
from telephony.phone import EventSink, PhoneError
from telephony.sip.account import SipAccount
from telephony.sip.clock import clock
from telephony.sip.config import SipConfig
from telephony.sip.exchange import Exchange
from telephony.sip.headset_port import HeadsetPort, HeadsetStream
from telephony.sip.library import IDLE_POLL_MS, POLL_MS, Library
from telephony.sip.mixer import HEADSET, SILENCE
from telephony.sip.orders import Orders, RefusedError
from telephony.sip.process import collect_here
from telephony.sip.recordings import LegsClosed
from telephony.sip.sound_watch import LOOK_EVERY_S, SoundWatch
from telephony.sip.switchboard import Switchboard
from telephony.sip.wake import Wake

logger = logging.getLogger(__name__)

OnRefused = Callable[[AnyCommand, str, str], None]
OnTaken = Callable[[AnyCommand], None]
STOP_WITHIN_S = 3.0
_BRAKE_STEP_S = 0.005
_LAST_SAMPLES_S = 2.0
"""The bridge's clock completes the files of ended calls within 20 ms, on a machine that has no time for it later."""


class SipPhone:
    """See `telephony.phone.Phone`. `on_refused(command, code, detail)` and `on_event` run on the SIP thread,
    and so does `on_taken(command)` for an order that is being carried out (what comes of it are events).
    `on_legs_closed(call_id)` runs there too, once both legs of a recording are complete files. Without a `headset`
    the calls hear silence."""

    def __init__(
        self,
        config: SipConfig,
        *,
        on_event: EventSink,
        on_refused: OnRefused,
        headset: HeadsetStream | None = None,
        on_legs_closed: LegsClosed = lambda _call_id: None,
        on_taken: OnTaken = lambda _command: None,
    ) -> None:
        self._config = config
        self._on_refused = on_refused
        self._on_taken = on_taken
        self._headset = headset
        self._exchange = Exchange(config, on_event)
        self._switchboard = Switchboard(self._exchange, on_legs_closed)
        self._watch = SoundWatch(self._exchange)
        self._commands: queue.SimpleQueue[AnyCommand] = queue.SimpleQueue()
        self._accounts: dict[str, SipAccount] = {}
        self._library: Library | None = None
        self._wake: Wake | None = None
        self._orders: Orders | None = None
        self._headset_port: HeadsetPort | None = None
        self._failed_frames = 0
        self._owner = 0
        self._stopping = threading.Event()
        self._stopped = threading.Event()

    @property
    def ports(self) -> tuple[int, int]:
        """The UDP and TCP port in use, after `start`."""
        if self._library is None:
            raise PhoneError("the line is not started")
        return self._library.udp_port, self._library.tcp_port

    def start(self) -> None:
        """Open transports, headset and registrations. Raises `PhoneError` when the line cannot work at all."""
        outbound = self._outbound_name()
        self._owner = threading.get_ident()
        library = self._library = Library(self._config, self._switchboard)
        mixer = self._exchange.mixer
        mixer.plug(SILENCE, library.silence)
        if self._headset is not None:
            self._headset_port = HeadsetPort(self._headset)
            mixer.plug(HEADSET, self._headset_port)
        try:
            self._open_accounts()
        except PhoneError:
            self._tear_down()
            raise
        self._orders = Orders(self._switchboard, library, self._accounts, outbound)
        self._wake = self._make_wake(library.udp_port)
        timers = self._exchange.timers
        timers.every(LOOK_EVERY_S, self._watch.look)
        timers.every(0.5, self._switchboard.holds.agree_with_peers)
        timers.every(1.0, self._switchboard.recordings.watch)
        timers.every(1.0, self._report_headset)
        timers.every(1.0, library.log.forget)
        timers.every(1.0, self._set_clock_when_quiet)
        timers.every(60.0, self._collect_when_quiet)

    def submit(self, command: AnyCommand) -> None:
        """Hand over an order from any thread and return at once."""
        self._commands.put(command)
        if self._wake is not None:
            self._wake.nudge()

    def run_forever(self) -> None:
        """Work until `stop`. Must run on the thread of `start`."""
        if threading.get_ident() != self._owner or self._library is None:
            raise PhoneError("run_forever belongs to the thread that started the line")
        try:
            while not self._stopping.is_set():
                self._turn(self._library)
        finally:
            self._tear_down()
            self._stopped.set()

    def stop(self) -> None:
        """End the line. From another thread: return when done. On the SIP thread (a signal handler): `run_forever`
        returns when done."""
        self._stopping.set()
        if threading.get_ident() != self._owner:
            self._stopped.wait(STOP_WITHIN_S)

    def _turn(self, library: Library) -> None:
        if self._switchboard.brake.is_on(time.monotonic()):
            time.sleep(_BRAKE_STEP_S)
        else:
            library.pump(POLL_MS if self._exchange.calls else IDLE_POLL_MS)
        self._switchboard.drop_retired()
        self._carry_out_orders()
        self._exchange.timers.run_due()
        self._watch.look_for_first()

    def _carry_out_orders(self) -> None:
        while True:
            try:
                command = self._commands.get_nowait()
            except queue.Empty:
                return
            self._carry_out(command)

    def _carry_out(self, command: AnyCommand) -> None:
        if self._orders is None:
            raise PhoneError("the line is not started")
        try:
            self._orders.carry_out(command)
        except RefusedError as error:
            self._on_refused(command, error.code, error.detail)
        except Exception as error:
            logger.exception("order %s failed", type(command).__name__)
            self._on_refused(command, "unknown", f"{type(error).__name__}: {error}")
        else:
            self._on_taken(command)

    def _make_wake(self, udp_port: int) -> Wake | None:
        try:
            return Wake(self._config.bind, udp_port)
        except OSError as error:
            logger.warning("orders wait for the next poll, the SIP thread cannot be woken: %s", error)
            return None

    def _outbound_name(self) -> str:
        names = [account.name for account in self._config.accounts]
        if not names or len(set(names)) != len(names):
            raise PhoneError("a line needs accounts with different names")
        outbound = self._config.outbound_account or names[0]
        if outbound not in names:
            raise PhoneError(f"the outbound account {outbound!r} is not among the accounts")
        return outbound

    def _open_accounts(self) -> None:
        for config in self._config.accounts:
            account = SipAccount(config, self._config, self._switchboard, self._exchange.timers)
            try:
                account.open(self._config)
            except pj.Error as error:
                raise PhoneError(f"line {config.name}: {error.reason}") from None
            self._accounts[config.name] = account

    def _report_headset(self) -> None:
        port = self._headset_port
        if port is not None and port.failed_frames != self._failed_frames:
            logger.error("headset failed in %d frames: %s", port.failed_frames - self._failed_frames, port.last_failure)
            self._failed_frames = port.failed_frames

    def _set_clock_when_quiet(self) -> None:
        if not self._exchange.calls:
            clock.set()

    def _collect_when_quiet(self) -> None:
        if not self._exchange.calls:
            collect_here()

    def _tear_down(self) -> None:
        """Bring everything down in the order that the stack survives: calls, files, accounts, ports, library. No variable
        may keep a call or an account alive when the library goes, so each step is a function of its own."""
        library = self._library
        if library is None:
            return
        self._library = self._orders = None
        if self._wake is not None:
            self._wake.close()
        finished = self._end_calls(library)
        self._pump_while(library, lambda: self._switchboard.recordings.are_closing, _LAST_SAMPLES_S)
        self._switchboard.recordings.hand_on_rest()
        self._close_accounts(library)
        self._exchange.timers.clear()
        self._exchange.mixer.clear()
        if self._headset_port is not None:
            self._headset_port.remove()
        self._switchboard.drop_retired()
        collect_here()
        if finished and not self._switchboard.has_unfinished_dialogs:
            library.destroy()
        else:
            library.abandon()

    def _end_calls(self, library: Library) -> bool:
        """Hang up what runs. Return false when a peer has not answered in time."""
        calls = self._exchange.calls
        for call in calls.values():
            call.ended_by = call.ended_by or "line"
        library.hang_up_all()
        self._pump_while(library, lambda: bool(calls), 1.0)
        finished = not calls
        for call in list(calls.values()):
            self._switchboard.on_call_ended(call, 0, "line stopped")
        return finished

    def _close_accounts(self, library: Library) -> None:
        for account in self._accounts.values():
            account.close()
        unregisters = any(account.config.registrar for account in self._accounts.values())
        library.pump_for(0.4 if unregisters else 0.05)
        self._accounts.clear()

    def _pump_while(self, library: Library, condition: Callable[[], bool], longest_s: float) -> None:
        end_s = time.monotonic() + longest_s
        while condition() and time.monotonic() < end_s:
            library.pump()
            self._exchange.timers.run_due()

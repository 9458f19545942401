"""How a process that carries calls has to be set up."""

from __future__ import annotations

import faulthandler
import gc
import sys

SWITCH_INTERVAL_S = 0.0005


def prepare_process() -> None:
    """Call once at the start of the line's process, on its main thread.

    The cyclic collector may run on any thread, and a pjsua2 object freed on another thread than its own aborts the
    process; so it is off and `collect_here` is called by the SIP thread at quiet moments. The short switch interval
    keeps a busy Python thread from starving the sound callbacks (with the default 5 ms they under-run).
    """
    gc.disable()
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    if sys.stderr is not None and not faulthandler.is_enabled():
        faulthandler.enable()


def collect_here() -> None:
    """Collect cyclic garbage on the calling thread, which must be the SIP thread."""
    gc.collect()

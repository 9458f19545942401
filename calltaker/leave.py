"""The end of a process whose libraries have threads or objects of their own."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import NoReturn


def leave(code: int) -> NoReturn:
    """End the process here, everything being written. Taking the interpreter apart under a library's threads (the telephone's
    call into Python) or objects (the window's) may abort the process: a good end would look like a death, and the keeper would
    start again what was just closed."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a window without a console on Windows
            with contextlib.suppress(OSError, ValueError):  # a terminal that was closed before: nobody reads it any more
                stream.flush()
    os._exit(code)

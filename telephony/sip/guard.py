"""The one broad `except` of the SIP thread.

An exception that leaves a callback of pjsua2 makes the stack answer the caller with 500; one that leaves a timer would end
the loop. Both are the top of their work, so the error is logged with its stack and the line goes on with the other calls.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from typing import ParamSpec

logger = logging.getLogger(__name__)
P = ParamSpec("P")


def guarded(function: Callable[P, None]) -> Callable[P, None]:
    """Wrap a callback or a timer so that nothing is raised out of it."""

    @functools.wraps(function)
    def guard(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            function(*args, **kwargs)
        except Exception:
            logger.exception("failed in %s", getattr(function, "__qualname__", function))

    return guard

"""How the processes of a seat end. Other codes and signals are deaths."""

from __future__ import annotations

OK = 0
WRONG = 1
"""`doctor` found something, or a report could not be made."""
ALREADY_RUNNING = 2
"""A second copy on the same seat, or a command line that cannot be understood."""
CANNOT_START = 3
"""A person has to mend something first; it was said in one sentence."""

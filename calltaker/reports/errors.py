"""What a report says when it cannot be made."""

from __future__ import annotations


class ReportError(Exception):
    """One plain sentence for the person who asked."""

"""Roles of our models beside Qt's own. A model knows no colour, only a tone; the delegate paints it in the theme in force."""

from __future__ import annotations

from PySide6.QtCore import Qt

TONE_ROLE: int = int(Qt.ItemDataRole.UserRole) + 1
"""A field name of `calltaker.theme.tokens.Tokens` ("p1", "ok", "dim" …) or "" for plain text."""

KEY_ROLE: int = int(Qt.ItemDataRole.UserRole) + 2
"""The row's own key (call id, incident id, call sign): the same in every column."""

SECOND_ROLE: int = int(Qt.ItemDataRole.UserRole) + 3
"""The second, smaller line of a cell; `None` = the cell has one line."""

SECOND_TONE_ROLE: int = int(Qt.ItemDataRole.UserRole) + 4
"""The tone of the second line."""

ASIDE_ROLE: int = int(Qt.ItemDataRole.UserRole) + 5
"""A few words at the right end of the second line, never cut; "" = none."""

ASIDE_TONE_ROLE: int = int(Qt.ItemDataRole.UserRole) + 6
"""The tone of those words."""

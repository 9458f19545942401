"""Which codes of the outcome catalogue count as what in every statistic. A test holds them to `resources/catalogue`."""

from __future__ import annotations

PRANK = ("prank_child", "prank_adult", "false_report")
GHOST = ("ghost_silent", "ghost_sounds")
REAL = ("emergency", "non_emergency", "repeat", "out_of_region")
TEST = ("test",)

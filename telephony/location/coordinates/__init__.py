"""Coordinates as people write, dictate and paste them. Every form has its reader; `judge` decides what may be believed."""

"""The map: tiles, borders, and what happens where."""

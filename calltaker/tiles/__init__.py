"""The process that paints map tiles: whatever crashes while painting, the window lives."""

"""Demo and training: made-up callers over real SIP, and a player that handles them by key presses."""

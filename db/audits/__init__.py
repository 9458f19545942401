"""The parts of the audit: the chain of events, the folds, the recordings."""

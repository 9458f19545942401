"""Benches: figures, never assertions on time. `./run bench` runs them all."""

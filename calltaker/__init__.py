"""The seat of a 112 call centre: the headless line process, the desk window, reports, training."""

__version__ = "0.1.0"

"""Widgets, one folder per place of the desk. A view shows what it is given and emits what the person wants."""

"""The composition root of the window: builds ports, controllers and panels, and mounts the rooms into the main window."""

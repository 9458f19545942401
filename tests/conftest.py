"""Every test runs without a screen, without a person's data, and without a judgement about how fast the machine is."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Hypothesis fails an example that takes longer than 200 ms, or is slow to make up: a busy machine does that to any of them.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

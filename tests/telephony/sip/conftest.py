"""A phone and its peers for every SIP test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.phone_process import PhoneProcess
from support.sip_peer import SipPeer


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[PhoneProcess]:
    with PhoneProcess(tmp_path) as process:
        yield process


@pytest.fixture
def caller() -> Iterator[SipPeer]:
    with SipPeer("081255501234") as peer:
        yield peer


@pytest.fixture
def agency() -> Iterator[SipPeer]:
    with SipPeer("pmk", hertz=1800.0) as peer:
        yield peer

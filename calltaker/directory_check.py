"""What `calltaker doctor` says of the agencies: whether F11 reaches anybody."""

from __future__ import annotations

from collections.abc import Iterator

from calltaker.settings import Settings
from db.audit import Finding
from db.check import check
from db.errors import DatabaseError
from db.queries import board
from db.reader import open_reader
from telephony.sip.address import parse_address

_SAMPLE_HOST = "localhost"
"""The host of the sample directory's addresses (`resources/catalogue/agencies.csv`)."""


def examine(settings: Settings) -> Iterator[Finding]:
    """Give every finding on the directory. A log that cannot be read is told by the audit."""
    try:
        check(settings.database_url, read_only=True)
        with open_reader(settings.database_url) as reader:
            agencies = board.agencies(reader)
    except DatabaseError:
        return
    samples = [row.code for row in agencies if parse_address(row.voice_uri).host.partition(":")[0].lower() == _SAMPLE_HOST]
    if samples:
        text = (
            f"calls forwarded to {', '.join(samples)} reach nobody, their addresses are still the sample's; "
            "`calltaker agency set CODE --voice-uri sip:…` gives the real one"
        )
        yield Finding(severity="warning", code="agency_sample_address", subject=", ".join(samples), text=text)

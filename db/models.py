"""The tables, one description for SQLite and PostgreSQL 15.

`event` is the truth, `clock` and `seat_head` are where it stands, `draft` is scratch paper; every other table is a fold of
the events and could be built again from them. Times are BIGINT microseconds UTC on both engines: same SQL, exact, sortable.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Double, Index, Integer, MetaData, Table, Text, UniqueConstraint, text

SCHEMA_VERSION = "0002"
"""The revision of `db/migrations` that these tables are."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite stores a row under an INTEGER key itself; a BIGINT key would cost it a second tree.
_ROW_NUMBER = BigInteger().with_variant(Integer(), "sqlite")


def _text(name: str, *, key: bool = False, default: str | None = None) -> Column[str]:
    return Column(name, Text, nullable=False, primary_key=key, server_default=default)


def _point() -> tuple[Column[float], Column[float]]:
    """WGS 84 degrees."""
    return Column("lat", Double, nullable=True), Column("lon", Double, nullable=True)


def _us(name: str, *, missing: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=missing)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def _partial(name: str, *columns: str, where: str) -> Index:
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


# --- truth --------------------------------------------------------------------------------------------------------------
event = Table(
    "event",
    metadata,
    Column("gseq", _ROW_NUMBER, primary_key=True, autoincrement=False),
    _text("id"),
    _text("seat"),
    Column("seat_seq", BigInteger, nullable=False),
    _us("at_us"),
    Column("hlc", BigInteger, nullable=False),
    _text("actor"),
    _text("subject"),
    _text("kind"),
    Column("ver", Integer, nullable=False),
    _text("payload"),
    _text("hash"),
    UniqueConstraint("id"),
    UniqueConstraint("seat", "seat_seq"),
    Index(None, "subject", "gseq"),
)

clock = Table(
    "clock",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("gseq", BigInteger, nullable=False),
)
"""One row. Its lock makes `event.gseq` free of gaps and equal to the order of commit."""

seat_head = Table(
    "seat_head",
    metadata,
    _text("seat", key=True),
    Column("seat_seq", BigInteger, nullable=False),
    Column("hlc", BigInteger, nullable=False),
    _text("hash"),
)

draft = Table("draft", metadata, _text("call_id", key=True), _text("seat"), _text("form"), _us("at_us"))

# --- folds: columns in the order of `db.records` ----------------------------------------------------------------------
call = Table(
    "call",
    metadata,
    _text("call_id", key=True),
    _text("seat"),
    _text("direction"),
    _text("line"),
    _text("number"),
    _text("number_raw"),
    _text("display_name"),
    _text("on_behalf_of"),
    _flag("callback"),
    _flag("refused"),
    _us("ringing_at_us"),
    _us("answered_at_us", missing=True),
    _us("ended_at_us", missing=True),
    _text("ended_by"),
    _text("outcome"),
    _text("outcome_event_id"),
    _us("outcome_at_us", missing=True),
    _text("incident_id"),
    _text("recording_path"),
    _text("recording_sha256"),
    Column("recording_s", Double, nullable=False),
    _text("location_source", default=""),
    Column("located_after_ms", BigInteger, nullable=True),
    Index(None, "ringing_at_us"),
    Index(None, "number", "ringing_at_us"),
    Index(None, "incident_id"),
    _partial("ix_call_open", "seat", where="ended_at_us IS NULL"),
)

incident = Table(
    "incident",
    metadata,
    _text("incident_id", key=True),
    _text("number"),
    _text("short_number"),
    _text("source"),
    _text("call_id"),
    _us("opened_at_us"),
    _text("opened_by"),
    _us("closed_at_us", missing=True),
    _text("closed_by"),
    _text("informed"),
    _text("close_reason"),
    *_point(),
    Index(None, "number"),
    Index(None, "short_number", "opened_at_us"),
    Index(None, "opened_at_us"),
    _partial("ix_incident_open", "opened_at_us", where="closed_at_us IS NULL"),
    Index(None, "lat", "lon"),
)

incident_field = Table(
    "incident_field",
    metadata,
    _text("incident_id", key=True),
    _text("field", key=True),
    _text("event_id", key=True),
    _text("value"),
    _text("actor"),
    _us("at_us"),
    Column("hlc", BigInteger, nullable=False),
    _text("reason"),
    _text("superseded_by"),
)

incident_note = Table(
    "incident_note",
    metadata,
    _text("event_id", key=True),
    _text("incident_id"),
    _us("at_us"),
    _text("actor"),
    _text("text"),
    Index(None, "incident_id"),
)

ticket_day = Table("ticket_day", metadata, _text("day", key=True), Column("counter", Integer, nullable=False))

referral = Table(
    "referral",
    metadata,
    _text("referral_id", key=True),
    _text("incident_id"),
    _text("agency"),
    _text("role"),
    _text("channel"),
    _text("state"),
    _text("reason"),
    _text("message"),
    _text("units"),
    _us("sent_at_us"),
    _us("acknowledged_at_us", missing=True),
    _us("en_route_at_us", missing=True),
    _us("on_scene_at_us", missing=True),
    _us("ended_at_us", missing=True),
    _us("due_us"),
    Index(None, "incident_id"),
)

unit = Table(
    "unit",
    metadata,
    _text("callsign", key=True),
    _text("agency"),
    _text("name"),
    _text("base"),
    _flag("active"),
    _text("state"),
    _text("incident_id"),
    _us("since_us"),
    *_point(),
)

agency = Table(
    "agency",
    metadata,
    _text("code", key=True),
    _text("name"),
    _text("short_name"),
    _text("voice_uri"),
    _text("phone"),
    _text("whatsapp"),
    _text("keys"),
    Column("acknowledge_within_s", Integer, nullable=False),
    _flag("active"),
)

number_mark = Table(
    "number_mark",
    metadata,
    _text("number", key=True),
    _text("mark", key=True),
    _text("reason"),
    _text("marked_by"),
    _us("marked_at_us"),
    _us("expires_us"),
    _flag("active"),
)

place_note = Table(
    "place_note",
    metadata,
    _text("note_id", key=True),
    _text("hazard"),
    _text("text"),
    _text("place_text"),
    *_point(),
    Column("radius_m", Double, nullable=False),
    _text("number"),
    _text("added_by"),
    _us("added_at_us"),
    _us("expires_us"),
    _us("ended_at_us", missing=True),
    _text("ended_by"),
    _text("end_reason"),
    Index(None, "number"),
    Index(None, "lat", "lon"),
)

"""Points of incidents and units, notes on places, time until a call was located"""

from alembic import op
import sqlalchemy as sa

from db.folds.incidents import POINT_FIELDS, degrees

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("incident", "unit"):
        op.add_column(table, sa.Column("lat", sa.Double(), nullable=True))
        op.add_column(table, sa.Column("lon", sa.Double(), nullable=True))
    op.create_index(op.f("ix_incident_lat_lon"), "incident", ["lat", "lon"], unique=False)
    op.add_column("call", sa.Column("location_source", sa.Text(), nullable=False, server_default=""))
    op.add_column("call", sa.Column("located_after_ms", sa.BigInteger(), nullable=True))
    op.create_table(
        "place_note",
        sa.Column("note_id", sa.Text(), nullable=False),
        sa.Column("hazard", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("place_text", sa.Text(), nullable=False),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("radius_m", sa.Double(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("added_at_us", sa.BigInteger(), nullable=False),
        sa.Column("expires_us", sa.BigInteger(), nullable=False),
        sa.Column("ended_at_us", sa.BigInteger(), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=False),
        sa.Column("end_reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("note_id", name=op.f("pk_place_note")),
    )
    op.create_index(op.f("ix_place_note_number"), "place_note", ["number"], unique=False)
    op.create_index(op.f("ix_place_note_lat_lon"), "place_note", ["lat", "lon"], unique=False)
    _fill_points()


def _fill_points() -> None:
    """What older incidents say of their point, as the fold would have written it: the last value wins, in order of commit."""
    connection = op.get_bind()
    spoken = sa.text(
        "SELECT f.incident_id, f.field, f.value FROM incident_field f JOIN event e ON e.id = f.event_id "
        "WHERE f.field IN ('lat', 'lon') ORDER BY e.gseq"
    )
    points: dict[str, dict[str, float | None]] = {}
    for incident_id, field, value in connection.execute(spoken):
        points.setdefault(incident_id, {"lat": None, "lon": None})[field] = degrees(value, POINT_FIELDS[field])
    for incident_id, point in points.items():
        connection.execute(
            sa.text("UPDATE incident SET lat = :lat, lon = :lon WHERE incident_id = :id"), {"id": incident_id, **point}
        )


def downgrade() -> None:
    op.drop_index(op.f("ix_place_note_lat_lon"), table_name="place_note")
    op.drop_index(op.f("ix_place_note_number"), table_name="place_note")
    op.drop_table("place_note")
    op.drop_column("call", "located_after_ms")
    op.drop_column("call", "location_source")
    op.drop_index(op.f("ix_incident_lat_lon"), table_name="incident")
    for table in ("incident", "unit"):
        op.drop_column(table, "lon")
        op.drop_column(table, "lat")

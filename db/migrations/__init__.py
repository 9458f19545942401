"""Every shape the tables ever had (Alembic). Run by `python -m db.migrate URL`."""

"""What the screens ask of the log. Every function takes a reading connection first and returns rows of `db.rows`."""

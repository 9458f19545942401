"""The line: SIP, sound, recording, serial. Knows no Qt and no SQL, and imports neither `db` nor `calltaker`."""

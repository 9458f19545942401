"""The log: events in, tables out. Knows no Qt and no SIP, and imports neither `telephony` nor `calltaker`."""

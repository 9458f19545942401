"""Reads the one typed line: words, meanings, place, people. Pure text work; `calltaker.domain.triage` puts it together."""

"""What can go wrong with the log. The text of each is one plain sentence that may be shown to a person."""

from __future__ import annotations


class DatabaseError(Exception):
    """The database cannot be used as it is."""


class DatabaseMissingError(DatabaseError):
    """There is no database at the address, or it is empty: it has to be created first."""


class DatabaseTooNewError(DatabaseError):
    """A newer program made it."""


class DatabaseTooOldError(DatabaseError):
    """It has to be upgraded first (`python -m db.migrate URL`)."""


class DatabaseUnreachableError(DatabaseError):
    """No server answers, the password is wrong, or the file cannot be opened."""


class DatabaseReadOnlyError(DatabaseUnreachableError):
    """The file or its folder may not be written."""


class NotADatabaseError(DatabaseUnreachableError):
    """The file holds something else, is damaged at its head, or is encrypted with another key."""


class JournalError(Exception):
    """A fact was not put on record."""


class JournalFullError(JournalError):
    """No space left; nothing of the append was kept. Space makes the same journal work again."""


class JournalUnavailableError(JournalError):
    """The disk or the server failed. Whether the append was kept is unknown: append again with the same ids."""


class JournalRefusedError(JournalError):
    """The event itself is wrong (kind, payload, or an id used for another fact); it will never be taken."""


class JournalLockedError(JournalError):
    """Another process writes this journal."""

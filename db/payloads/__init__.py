"""What each kind of event carries, by subject. Import them from `db.events`."""

"""The headless process of a seat: SIP, sound, recording, journal, and the local socket the window attaches to. No Qt here."""

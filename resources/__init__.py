"""Data only: catalogues, protocols, icons, fonts, sounds, translations. Imports nobody."""

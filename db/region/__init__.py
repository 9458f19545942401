"""The region of a centre: its village polygons, its own places and its maps, as files in one folder."""

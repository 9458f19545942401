"""The process that knows places: names, coordinates, villages, what is near. It computes, the window only asks."""

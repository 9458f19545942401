"""Charts painted by QPainter alone: the same function paints the screen, a picture and a page.

A chart is frozen data with its words already in the person's language; it knows neither the log nor the theme.
"""

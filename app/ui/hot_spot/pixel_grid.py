"""Lines between the pixels of a picture, where they are large enough to be told apart."""

import math
from typing import Final

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPen

from app.ui.theme import role

GRID_FROM: Final = 8.0
"""From 800 % on (hot-spot.md, point 29)."""


def draw_pixel_grid(painter: QPainter, part: QRectF, zoom: float) -> None:
    """Draw the lines of `part`, in pixels of the picture, if they are at least 8 screen pixels apart."""
    if zoom < GRID_FROM or part.isEmpty():
        return
    across = range(math.ceil(part.left()), math.floor(part.right()) + 1)
    down = range(math.ceil(part.top()), math.floor(part.bottom()) + 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(role("line"), 0))
    painter.drawLines([QLineF(x, part.top(), x, part.bottom()) for x in across])
    painter.drawLines([QLineF(part.left(), y, part.right(), y) for y in down])
    painter.restore()

"""How much of a picture a shape covers."""

import math
from functools import lru_cache

from app.geometry.shape import Oval, Polygon, Rectangle, Shape


@lru_cache(maxsize=4096)
def area(shape: Shape) -> float:
    """The part of the picture inside the shape, 0..1."""
    match shape:
        case Rectangle(box):
            return box.width * box.height
        case Oval(box):
            return math.pi / 4 * box.width * box.height
        case Polygon(points):
            return abs(sum(a.x * b.y - b.x * a.y for a, b in zip(points, (*points[1:], points[0]), strict=True))) / 2

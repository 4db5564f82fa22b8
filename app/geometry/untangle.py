"""From an outline that crosses itself to one that does not, through the same places."""

import math

from app.geometry.crossing import meetings
from app.geometry.point import Point
from app.geometry.shape import Polygon

_PATIENCE = 20
"""Turns for each vertex; a drawn outline needs one for each crossing."""


def untangled(shape: Polygon) -> Polygon:
    """A simple polygon with the same vertices; the same object if it is simple. A place that came twice comes once.

    Where two edges cross, the part between them is gone through backwards: the outline gets shorter, so that this ends.
    Edges that only touch may not let it end; then the vertices are taken in their order about a place in the middle.
    """
    if not meetings(shape.points, closed=True):
        return shape
    points = list(dict.fromkeys(shape.points))
    for _ in range(_PATIENCE * len(points)):
        crossed = meetings(points, closed=True)
        if not crossed:
            return Polygon(tuple(points))
        one, other, _ = crossed[0]
        points[one + 1 : other + 1] = reversed(points[one + 1 : other + 1])
    return Polygon(_around(points))


def _around(points: list[Point]) -> tuple[Point, ...]:
    """By the angle about their middle; those at one angle from the inside outwards."""
    middle = Point(sum(point.x for point in points) / len(points), sum(point.y for point in points) / len(points))

    def turn(point: Point) -> tuple[float, float]:
        across, down = point.x - middle.x, point.y - middle.y
        return math.atan2(down, across), across * across + down * down

    return tuple(sorted(points, key=turn))

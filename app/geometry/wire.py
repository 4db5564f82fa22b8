"""Shapes as the API writes them (New Quiz Items, appendix, Hot Spot; canvas-facts 3.14)."""

import math
from collections.abc import Sequence
from enum import StrEnum

from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from app.geometry.vertex import FEWEST, distinct


class OvalReading(StrEnum):
    """What the two coordinates of an oval mean.

    The document's sentence says centre and size, its own numbers and Canvas's editor say two corners of the box.
    """

    CORNERS = "corners"
    CENTRE_SIZE = "centre-size"


def read_shape(kind: str, points: Sequence[Point], reading: OvalReading = OvalReading.CORNERS) -> Shape | None:
    """The shape of a region of type "oval", "square" or "polygon"; None where the coordinates do not make one.

    Corners may come in any order; a polygon may repeat its first vertex at the end.
    """
    if not all(math.isfinite(point.x) and math.isfinite(point.y) for point in points):
        return None
    if kind == "polygon":
        vertices = distinct(points)
        return Polygon(vertices) if len(vertices) >= FEWEST else None
    if len(points) < 2:
        return None
    if kind == "oval":
        return Oval(_oval_box(points, reading))
    return Rectangle(Box.around(points)) if kind == "square" else None


def written_shape(shape: Shape, reading: OvalReading = OvalReading.CORNERS) -> tuple[str, tuple[Point, ...]]:
    """The API's type and coordinates: the opposite corners of a box, the vertices of a polygon, none repeated."""
    match shape:
        case Polygon(points):
            return "polygon", points
        case Rectangle(box):
            return "square", (Point(box.left, box.top), Point(box.right, box.bottom))
        case Oval(box) if reading is OvalReading.CENTRE_SIZE:
            return "oval", (box.centre, Point(box.width, box.height))
        case Oval(box):
            return "oval", (Point(box.left, box.top), Point(box.right, box.bottom))


def _oval_box(points: Sequence[Point], reading: OvalReading) -> Box:
    if reading is OvalReading.CORNERS:
        return Box.around(points)
    middle, across, down = points[0], abs(points[1].x) / 2, abs(points[1].y) / 2
    return Box(middle.x - across, middle.y - down, middle.x + across, middle.y + down)

"""Shapes as the API writes them (New Quiz Items, appendix, Hot Spot; canvas-facts 3.14)."""

import math
from collections.abc import Sequence

from app.geometry.box import Box
from app.geometry.oval_reading import OVALS, OvalReading
from app.geometry.point import Point
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from app.geometry.vertex import FEWEST, distinct


def read_shape(kind: str, points: Sequence[Point], reading: OvalReading | None = None) -> Shape | None:
    """The shape of a region of type "oval", "square" or "polygon"; None where the coordinates do not make one.

    Without a `reading` ovals are read as the switch says. Corners may come in any order; a polygon may repeat its
    first vertex at the end.
    """
    if not all(math.isfinite(point.x) and math.isfinite(point.y) for point in points):
        return None
    if kind == "polygon":
        vertices = distinct(points)
        return Polygon(vertices) if len(vertices) >= FEWEST else None
    if len(points) < 2:
        return None
    if kind == "oval":
        return Oval(_oval_box(points, reading or OVALS.reading))
    return Rectangle(Box.around(points)) if kind == "square" else None


def written_shape(shape: Shape, reading: OvalReading | None = None) -> tuple[str, tuple[Point, ...]]:
    """The API's type and coordinates: the opposite corners of a box, the vertices of a polygon, none repeated.

    Without a `reading` ovals are written as the switch says.
    """
    match shape:
        case Polygon(points):
            return "polygon", points
        case Rectangle(box):
            return "square", (Point(box.left, box.top), Point(box.right, box.bottom))
        case Oval(box) if (reading or OVALS.reading) is OvalReading.CENTRE_SIZE:
            return "oval", (box.centre, Point(box.width, box.height))
        case Oval(box):
            return "oval", (Point(box.left, box.top), Point(box.right, box.bottom))


def _oval_box(points: Sequence[Point], reading: OvalReading) -> Box:
    if reading is OvalReading.CORNERS:
        return Box.around(points)
    middle, across, down = points[0], abs(points[1].x) / 2, abs(points[1].y) / 2
    return Box(middle.x - across, middle.y - down, middle.x + across, middle.y + down)

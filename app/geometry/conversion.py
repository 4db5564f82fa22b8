"""From one kind of shape to another."""

import math

from app.geometry.point import Point
from app.geometry.shape import Oval, Polygon, Rectangle, Shape

OVAL_VERTICES = 48


def to_polygon(shape: Shape) -> Polygon:
    """A polygon of the same area: an oval gets 48 vertices just outside its outline, so that no area is lost."""
    match shape:
        case Polygon():
            return shape
        case Rectangle(box):
            return Polygon(box.corners)
        case Oval():
            return _around(shape)


def to_oval(shape: Shape) -> Oval:
    """The oval in the shape's bounds; what lay outside it is lost."""
    return shape if isinstance(shape, Oval) else Oval(shape.bounds)


def to_rectangle(shape: Shape) -> Rectangle:
    """The shape's bounds; corners that the shape left out are gained."""
    return shape if isinstance(shape, Rectangle) else Rectangle(shape.bounds)


def _around(oval: Oval) -> Polygon:
    middle, step = oval.box.centre, 2 * math.pi / OVAL_VERTICES
    swell = math.sqrt(step / math.sin(step))
    across, down = oval.box.width / 2 * swell, oval.box.height / 2 * swell
    turns = [step * n for n in range(OVAL_VERTICES)]
    return Polygon(tuple(Point(middle.x + across * math.cos(t), middle.y + down * math.sin(t)).within() for t in turns))

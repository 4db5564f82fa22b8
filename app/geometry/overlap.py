"""Whether two regions share a part of the picture."""

import math
from collections.abc import Sequence
from functools import lru_cache

from app.geometry.containment import contains, inner_point, on_outline
from app.geometry.crossing import meeting
from app.geometry.point import Point
from app.geometry.shape import Oval, Polygon, Shape
from app.geometry.vertex import midpoint

_OVAL_VERTICES = 48
_TOUCH = 1e-7
"""Outlines that come this near, in proportions, only touch."""


def overlaps(shapes: Sequence[Shape]) -> tuple[tuple[int, int], ...]:
    """The pairs of `shapes`, by their places and the smaller one first, that share some of the picture.

    They are swept from left to right, so that only those are compared whose boxes meet.
    """
    boxes = [shape.bounds for shape in shapes]
    order = sorted(range(len(shapes)), key=lambda place: boxes[place].left)
    found = []
    for rank, one in enumerate(order):
        for other in order[rank + 1 :]:
            if boxes[other].left >= boxes[one].right:
                break
            apart = boxes[other].top >= boxes[one].bottom or boxes[one].top >= boxes[other].bottom
            if not apart and overlap(shapes[min(one, other)], shapes[max(one, other)]):
                found.append((min(one, other), max(one, other)))
    return tuple(sorted(found))


@lru_cache(maxsize=4096)
def overlap(one: Shape, other: Shape) -> bool:
    """Whether some of the picture is inside both; neighbours that only share a border do not overlap.

    Ovals are taken as polygons of 48 vertices on their outlines.
    """
    first, second = _outlined(one), _outlined(other)
    return _cross(first, second) or _reaches_into(first, second) or _reaches_into(second, first)


def _outlined(shape: Shape) -> Polygon:
    if isinstance(shape, Polygon):
        return shape
    if not isinstance(shape, Oval):
        return Polygon(shape.box.corners)
    middle, step = shape.box.centre, 2 * math.pi / _OVAL_VERTICES
    across, down = shape.box.width / 2, shape.box.height / 2
    turns = [step * turn for turn in range(_OVAL_VERTICES)]
    return Polygon(tuple(Point(middle.x + across * math.cos(t), middle.y + down * math.sin(t)) for t in turns))


def _cross(one: Polygon, other: Polygon) -> bool:
    """Whether two edges cross away from their ends."""
    theirs = list(zip(other.points, (*other.points[1:], other.points[0]), strict=True))
    for a, b in zip(one.points, (*one.points[1:], one.points[0]), strict=True):
        left, right, top, bottom = min(a.x, b.x), max(a.x, b.x), min(a.y, b.y), max(a.y, b.y)
        for c, d in theirs:
            if (c.x > right and d.x > right) or (c.x < left and d.x < left):
                continue
            if (c.y > bottom and d.y > bottom) or (c.y < top and d.y < top):
                continue
            met = meeting(a, b, c, d)
            if met is not None and not any(_touches(met, end) for end in (a, b, c, d)):
                return True
    return False


def _touches(one: Point, other: Point) -> bool:
    return abs(one.x - other.x) <= _TOUCH and abs(one.y - other.y) <= _TOUCH


def _reaches_into(one: Polygon, other: Polygon) -> bool:
    """Whether a place on the outline of one, or one within it, lies inside the other and not on its outline."""
    places = (*one.points, *(midpoint(one, edge) for edge in range(len(one.points))), inner_point(one))
    return any(contains(other, place) and not on_outline(other, place) for place in places)

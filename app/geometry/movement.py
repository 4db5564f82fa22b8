"""Moving whole shapes: at the picture's edge they slide along it."""

from app.geometry.box import Box
from app.geometry.point import Point, clamped
from app.geometry.shape import Polygon, Shape


def moved(shape: Shape, dx: float, dy: float) -> Shape:
    """The shape moved by proportions of the picture, as far as the edge lets it; the same object if it cannot move."""
    dx, dy = slid(shape.bounds, dx, dy)
    if dx == 0 and dy == 0:
        return shape
    if isinstance(shape, Polygon):
        return Polygon(tuple(point.plus(dx, dy).within() for point in shape.points))
    return type(shape)(shifted(shape.box, dx, dy))


def slid(box: Box, dx: float, dy: float) -> tuple[float, float]:
    """What remains of a movement so that the box does not leave the picture on either axis."""
    return _room(box.left, box.right, dx), _room(box.top, box.bottom, dy)


def shifted(box: Box, dx: float, dy: float) -> Box:
    """The box moved; what would lie outside by rounding is held at the edge."""
    return Box(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy).within()


def moved_vertex(shape: Polygon, index: int, to: Point) -> Polygon:
    """The polygon with one vertex elsewhere on the picture; no other vertex moves."""
    points = shape.points
    return Polygon((*points[:index], to.within(), *points[index + 1 :]))


def fitted(shape: Shape, box: Box) -> Shape:
    """The shape stretched so that `box` is its bounds; a side without length stays where it is."""
    if not isinstance(shape, Polygon):
        return type(shape)(box.within())
    old = shape.bounds
    return Polygon(
        tuple(
            Point(
                _stretched(point.x, old.left, old.width, box.left, box.width),
                _stretched(point.y, old.top, old.height, box.top, box.height),
            )
            for point in shape.points
        )
    )


def _room(low: float, high: float, by: float) -> float:
    lowest, highest = 0.0 - low, 1.0 - high
    return 0.0 if lowest > highest else min(max(by, lowest), highest)


def _stretched(value: float, start: float, length: float, new_start: float, new_length: float) -> float:
    if length == 0:
        return clamped(new_start)
    return clamped(new_start + (value - start) / length * new_length)

"""Shapes on a picture that was turned or cropped."""

from collections.abc import Callable

from app.geometry.area import area
from app.geometry.box import Box
from app.geometry.conversion import to_polygon
from app.geometry.point import Point, clamped
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from app.geometry.vertex import FEWEST, distinct

WHOLE = Box(0.0, 0.0, 1.0, 1.0)


def turned(shape: Shape) -> Shape:
    """The shape after the picture was turned by 90 degrees to the right.

    The first turn rounds to the grid of 2⁻⁵³, on which `1 - x` is exact: from there on, four turns change no bit.
    """
    if isinstance(shape, Polygon):
        return Polygon(tuple(map(_turned_point, shape.points)))
    return type(shape)(turned_box(shape.box))


def turned_box(box: Box) -> Box:
    """The same of a box."""
    return Box.around((_turned_point(Point(box.left, box.top)), _turned_point(Point(box.right, box.bottom))))


def cropped(shape: Shape, frame: Box) -> Shape | None:
    """What is left of the shape on the part `frame` of the picture; None where nothing is.

    A rectangle stays one; an oval that is cut becomes a polygon, because the API knows no part of an oval.
    """
    if isinstance(shape, Rectangle):
        box = cropped_box(shape.box, frame)
        return Rectangle(box) if box is not None else None
    if cropped_box(shape.bounds, frame) is None:
        return None
    if _holds(frame, shape.bounds):
        return _reframed(shape, frame)
    polygon = Polygon(_clipped(to_polygon(shape).points, frame))
    if len(polygon.points) < FEWEST or area(polygon) == 0:
        return None
    return _reframed(polygon, frame)


def cropped_box(box: Box, frame: Box) -> Box | None:
    """The same of a box."""
    left, top = max(box.left, frame.left), max(box.top, frame.top)
    right, bottom = min(box.right, frame.right), min(box.bottom, frame.bottom)
    if left >= right or top >= bottom:
        return None
    return _reframed_box(Box(left, top, right, bottom), frame)


def _turned_point(at: Point) -> Point:
    return Point(1.0 - at.y, 1.0 - (1.0 - at.x))


def _reframed(shape: Oval | Polygon, frame: Box) -> Shape:
    if isinstance(shape, Polygon):
        return Polygon(tuple(_reframed_point(point, frame) for point in shape.points))
    return Oval(_reframed_box(shape.box, frame))


def _reframed_box(box: Box, frame: Box) -> Box:
    corners = Point(box.left, box.top), Point(box.right, box.bottom)
    return Box.around(_reframed_point(corner, frame) for corner in corners)


def _reframed_point(at: Point, frame: Box) -> Point:
    return Point(clamped((at.x - frame.left) / frame.width), clamped((at.y - frame.top) / frame.height))


def _holds(frame: Box, box: Box) -> bool:
    return frame.left <= box.left and frame.top <= box.top and box.right <= frame.right and box.bottom <= frame.bottom


def _clipped(points: tuple[Point, ...], frame: Box) -> tuple[Point, ...]:
    """The part of a polygon inside the frame (Sutherland and Hodgman): one side after the other."""
    for inside, edge, down in (
        (lambda at: at.x >= frame.left, frame.left, False),
        (lambda at: at.x <= frame.right, frame.right, False),
        (lambda at: at.y >= frame.top, frame.top, True),
        (lambda at: at.y <= frame.bottom, frame.bottom, True),
    ):
        points = _clipped_at(points, inside, edge, down=down)
    return distinct(points)


def _clipped_at(
    points: tuple[Point, ...], inside: Callable[[Point], bool], edge: float, *, down: bool
) -> tuple[Point, ...]:
    kept: list[Point] = []
    for one, other in zip(points, (*points[1:], *points[:1]), strict=True):
        if inside(one):
            kept.append(one)
        if inside(one) != inside(other):
            kept.append(_crossing(one, other, edge, down=down))
    return tuple(kept)


def _crossing(one: Point, other: Point, edge: float, *, down: bool) -> Point:
    if down:
        share = (edge - one.y) / (other.y - one.y)
        return Point(one.x + (other.x - one.x) * share, edge)
    share = (edge - one.x) / (other.x - one.x)
    return Point(edge, one.y + (other.y - one.y) * share)

"""Whether a click is right: the one function that the drawer, the preview and the grading ask."""

from collections.abc import Iterator

from app.geometry.point import Point
from app.geometry.shape import Oval, Polygon, Rectangle, Shape

_EDGE = 1e-9
"""A click this near to an edge, in proportions, is on it: a ten-thousandth of a pixel on the widest picture."""


def contains(shape: Shape, at: Point) -> bool:
    """Whether the place lies inside; the edge counts as inside. A self-crossing polygon is judged even-odd."""
    box = shape.bounds
    if not (box.left - _EDGE <= at.x <= box.right + _EDGE and box.top - _EDGE <= at.y <= box.bottom + _EDGE):
        return False
    match shape:
        case Rectangle():
            return True
        case Oval():
            return _in_oval(shape, at)
        case Polygon(points):
            return _in_polygon(points, at)


def inner_point(shape: Shape) -> Point:
    """A place inside: the middle where it is inside, else the middle of the widest crossing of the mid-height line."""
    middle = shape.bounds.centre
    if not isinstance(shape, Polygon) or contains(shape, middle):
        return middle
    level = middle.y
    cuts = sorted(_cuts(shape.points, level))
    spans = [(right - left, (left + right) / 2) for left, right in zip(cuts[::2], cuts[1::2], strict=False)]
    return Point(max(spans)[1], level) if spans else shape.points[0]


def _cuts(points: tuple[Point, ...], level: float) -> Iterator[float]:
    """Where the outline crosses a level."""
    before = points[-1]
    for point in points:
        if (point.y > level) != (before.y > level):
            yield point.x + (level - point.y) / (before.y - point.y) * (before.x - point.x)
        before = point


def on_outline(shape: Polygon, at: Point) -> bool:
    """Whether the place lies on the line of a polygon."""
    points = shape.points
    return any(_on_segment(one, other, at) for one, other in zip(points, (*points[1:], points[0]), strict=True))


def _in_oval(oval: Oval, at: Point) -> bool:
    box, middle = oval.box, oval.box.centre
    if box.width == 0 or box.height == 0:
        return True
    across, down = (at.x - middle.x) / (box.width / 2), (at.y - middle.y) / (box.height / 2)
    return across * across + down * down <= 1 + _EDGE / min(box.width, box.height)


def _in_polygon(points: tuple[Point, ...], at: Point) -> bool:
    inside = False
    before = points[-1]
    for point in points:
        if _on_segment(before, point, at):
            return True
        if (point.y > at.y) != (before.y > at.y):
            crossing = point.x + (at.y - point.y) / (before.y - point.y) * (before.x - point.x)
            inside ^= at.x < crossing
        before = point
    return inside


def _on_segment(one: Point, other: Point, at: Point) -> bool:
    dx, dy = other.x - one.x, other.y - one.y
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((at.x - one.x) * dx + (at.y - one.y) * dy) / length))
    return abs(one.x + along * dx - at.x) <= _EDGE and abs(one.y + along * dy - at.y) <= _EDGE

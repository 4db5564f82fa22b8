"""Vertices of polygons: insert, delete, tidy."""

from collections.abc import Sequence

from app.geometry.point import Point, Scale
from app.geometry.shape import Polygon

FEWEST = 3
"""A polygon has no fewer vertices."""


def with_vertex(shape: Polygon, edge: int, at: Point) -> Polygon:
    """The polygon with a vertex more, on the edge that starts at vertex `edge` (0-based)."""
    points = shape.points
    return Polygon((*points[: edge + 1], at.within(), *points[edge + 1 :]))


def without_vertex(shape: Polygon, index: int) -> Polygon:
    """The polygon with a vertex less; the same object where only three are left."""
    if len(shape.points) <= FEWEST:
        return shape
    return Polygon((*shape.points[:index], *shape.points[index + 1 :]))


def midpoint(shape: Polygon, edge: int) -> Point:
    """The middle of the edge that starts at vertex `edge`."""
    one, other = shape.points[edge], shape.points[(edge + 1) % len(shape.points)]
    return Point((one.x + other.x) / 2, (one.y + other.y) / 2)


def distinct(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points without those that repeat the one before, or the first at the end."""
    kept: list[Point] = []
    for point in points:
        if not kept or point != kept[-1]:
            kept.append(point)
    while len(kept) > 1 and kept[-1] == kept[0]:
        kept.pop()
    return tuple(kept)


def simplified(points: Sequence[Point], size: Scale, *, tolerance: float) -> tuple[Point, ...]:
    """The fewest of `points` so that the line stays within `tolerance` pixels of `size`; both ends are kept.

    Ramer, Douglas and Peucker, without recursion.
    """
    if len(points) < 3:
        return tuple(points)
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        far, index = _farthest(points, first, last, size)
        if far > tolerance:
            kept.add(index)
            spans += [(first, index), (index, last)]
    return tuple(points[index] for index in sorted(kept))


def _farthest(points: Sequence[Point], first: int, last: int, size: Scale) -> tuple[float, int]:
    return max(
        ((segment_distance(points[i], points[first], points[last], size), i) for i in range(first + 1, last)),
        default=(0.0, first),
    )


def segment_distance(at: Point, one: Point, other: Point, size: Scale) -> float:
    """How far a place is from a straight line between two others, in pixels of `size`."""
    ax, ay = (at.x - one.x) * size.width, (at.y - one.y) * size.height
    dx, dy = (other.x - one.x) * size.width, (other.y - one.y) * size.height
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, (ax * dx + ay * dy) / length))
    return float(((ax - along * dx) ** 2 + (ay - along * dy) ** 2) ** 0.5)

"""Where the outline of a polygon crosses itself."""

from app.geometry.point import Point
from app.geometry.shape import Polygon


def crossings(shape: Polygon) -> tuple[Point, ...]:
    """The places where two edges that are no neighbours meet; empty for a simple polygon. Quadratic in the vertices."""
    points = shape.points
    count = len(points)
    edges = [(points[i], points[(i + 1) % count]) for i in range(count)]
    found = []
    for i in range(count):
        for j in range(i + 2, count if i else count - 1):
            place = _meeting(*edges[i], *edges[j])
            if place is not None:
                found.append(place)
    return tuple(found)


def _meeting(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    if max(a.x, b.x) < min(c.x, d.x) or max(c.x, d.x) < min(a.x, b.x):
        return None
    if max(a.y, b.y) < min(c.y, d.y) or max(c.y, d.y) < min(a.y, b.y):
        return None
    across, down = b.x - a.x, b.y - a.y
    other_across, other_down = d.x - c.x, d.y - c.y
    slant = across * other_down - down * other_across
    if slant == 0:
        return None
    along = ((c.x - a.x) * other_down - (c.y - a.y) * other_across) / slant
    other_along = ((c.x - a.x) * down - (c.y - a.y) * across) / slant
    if 0 <= along <= 1 and 0 <= other_along <= 1:
        return Point(a.x + along * across, a.y + along * down)
    return None

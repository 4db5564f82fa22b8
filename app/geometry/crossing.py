"""Where the outline of a polygon crosses itself."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from app.geometry.point import Point
from app.geometry.shape import Polygon

Crossing = tuple[int, int, Point]
"""Two edges, by the vertex at which each starts, the smaller one first; and where they meet."""


@lru_cache(maxsize=1024)
def crossings(shape: Polygon) -> tuple[Point, ...]:
    """The places where two edges that are no neighbours meet; empty for a simple polygon."""
    return tuple(place for *_, place in meetings(shape.points, closed=True))


def meetings(points: Sequence[Point], *, closed: bool) -> tuple[Crossing, ...]:
    """Where a line through `points` meets itself; a `closed` one goes back to its first point.

    Edges are swept from left to right, so that only those are compared that lie one above the other.
    """
    ends = (*points[1:], points[0]) if closed else points[1:]
    edges = list(zip(points, ends, strict=False))
    order = sorted(range(len(edges)), key=lambda edge: min(edges[edge][0].x, edges[edge][1].x))
    return tuple(sorted(_swept(edges, order, closed=closed)))


def met_by_last(points: Sequence[Point]) -> tuple[Point, ...]:
    """Where the last edge of an open line meets the ones before it."""
    last = points[-2:]
    met = (meeting(*edge, *last) for edge in pairwise(points[:-2]))
    return tuple(place for place in met if place is not None)


def _swept(edges: Sequence[tuple[Point, Point]], order: Sequence[int], *, closed: bool) -> Iterator[Crossing]:
    last = len(edges) - 1
    for place, edge in enumerate(order):
        a, b = edges[edge]
        right, top, bottom = max(a.x, b.x), min(a.y, b.y), max(a.y, b.y)
        for other in order[place + 1 :]:
            c, d = edges[other]
            if c.x > right and d.x > right:
                break
            if (c.y > bottom and d.y > bottom) or (c.y < top and d.y < top):
                continue
            apart = abs(edge - other)
            if apart > 1 and not (closed and apart == last):
                met = meeting(a, b, c, d)
                if met is not None:
                    yield min(edge, other), max(edge, other), met


def meeting(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where the straight lines from `a` to `b` and from `c` to `d` meet; None for parallel ones."""
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

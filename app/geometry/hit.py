"""What a pointer is over: vertex before midpoint before edge before body (hot-spot.md 17, 18)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from app.geometry.containment import contains
from app.geometry.handle import HANDLES
from app.geometry.point import Point, Scale
from app.geometry.shape import Oval, Polygon, Shape
from app.geometry.vertex import midpoint, segment_distance

REACH = 12.0
"""Half of the 24 px square in which a handle is hit (WCAG 2.2, 2.5.8), in logical screen pixels."""

EDGE_REACH = 5.0
SHORTEST_EDGE = 24.0
"""Edges no longer than this on the screen have no midpoint."""


class Part(Enum):
    """A part of a shape that can be taken hold of; a handle of a box counts as a vertex."""

    VERTEX = 0
    MIDPOINT = 1
    EDGE = 2
    BODY = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A part of a shape; `index` counts vertices, handles (in the order of `HANDLES`) or edges, 0 for the body."""

    part: Part
    index: int = 0


BODY = Hit(Part.BODY)


def hit(shape: Shape, at: Point, screen: Scale, *, handles: bool = True, reach: float = REACH) -> Hit | None:
    """The part of the shape under a pointer, None if it is over none; `screen` is the picture's size on the screen.

    Of several handles the nearest counts. Inside a small shape handles reach no farther than a third of it, so that it
    can still be moved.
    """
    inside = contains(shape, at)
    if not _near(shape, at, screen, reach):
        return None
    if handles:
        found = _handle(shape, at, screen, _inner_reach(shape, screen, reach) if inside else reach)
        if found is not None:
            return found
    edge = _edge(shape, at, screen)
    return edge or (BODY if inside else None)


def vertices(shape: Shape) -> tuple[Point, ...]:
    """Where the handles of a shape are: the vertices of a polygon, else the eight of its box."""
    return shape.points if isinstance(shape, Polygon) else tuple(handle.place(shape.box) for handle in HANDLES)


def midpoints(shape: Shape, screen: Scale) -> tuple[tuple[int, Point], ...]:
    """The edges of a polygon that are long enough on the screen, each with its middle."""
    if not isinstance(shape, Polygon):
        return ()
    points = shape.points
    return tuple(
        (edge, midpoint(shape, edge))
        for edge in range(len(points))
        if screen.distance(points[edge], points[(edge + 1) % len(points)]) > SHORTEST_EDGE
    )


def _near(shape: Shape, at: Point, screen: Scale, reach: float) -> bool:
    box = shape.bounds
    across, down = reach / screen.width, reach / screen.height
    return box.left - across <= at.x <= box.right + across and box.top - down <= at.y <= box.bottom + down


def _inner_reach(shape: Shape, screen: Scale, reach: float) -> float:
    box = shape.bounds
    return min(reach, box.width * screen.width / 3, box.height * screen.height / 3)


def _handle(shape: Shape, at: Point, screen: Scale, reach: float) -> Hit | None:
    places = [(point, Hit(Part.VERTEX, index)) for index, point in enumerate(vertices(shape))]
    places += [(point, Hit(Part.MIDPOINT, edge)) for edge, point in midpoints(shape, screen)]
    return _nearest(places, at, screen, reach)


def _nearest(places: Iterable[tuple[Point, Hit]], at: Point, screen: Scale, reach: float) -> Hit | None:
    found, best = None, float("inf")
    for point, part in places:
        across, down = abs(point.x - at.x) * screen.width, abs(point.y - at.y) * screen.height
        if across <= reach and down <= reach and across * across + down * down < best:
            found, best = part, across * across + down * down
    return found


def _edge(shape: Shape, at: Point, screen: Scale) -> Hit | None:
    if isinstance(shape, Oval):
        return _rim(shape, at, screen)
    points = shape.points if isinstance(shape, Polygon) else shape.box.corners
    distances = [segment_distance(at, points[i], points[(i + 1) % len(points)], screen) for i in range(len(points))]
    nearest = min(range(len(points)), key=distances.__getitem__)
    return Hit(Part.EDGE, nearest) if distances[nearest] <= EDGE_REACH else None


def _rim(oval: Oval, at: Point, screen: Scale) -> Hit | None:
    """The outline of an oval is hit where a slightly larger one holds the place and a slightly smaller one does not."""
    box = oval.box
    across, down = EDGE_REACH / screen.width, EDGE_REACH / screen.height
    larger = Oval(type(box)(box.left - across, box.top - down, box.right + across, box.bottom + down))
    if not contains(larger, at):
        return None
    if box.width <= 2 * across or box.height <= 2 * down:
        return Hit(Part.EDGE)
    smaller = Oval(type(box)(box.left + across, box.top + down, box.right - across, box.bottom - down))
    return None if contains(smaller, at) else Hit(Part.EDGE)

"""Smart guides: what moves is pulled to edges and centres of other regions, and to the middle of the picture."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.geometry.box import Box
from app.geometry.point import Point, Scale

REACH: Final = 6.0
"""Logical screen pixels within which a guide pulls (hot-spot.md, point 22)."""

Line = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Pull:
    """By how much more a shape moves, in proportions of the picture, and the lines that show why."""

    dx: float = 0.0
    dy: float = 0.0
    lines: tuple[Line, ...] = ()


def pull(
    box: Box,
    others: Sequence[Box],
    screen: Scale,
    *,
    across: Iterable[float],
    down: Iterable[float],
    reach: float = REACH,
) -> Pull:
    """What pulls a box whose places `across` and `down` may snap; `screen` is the picture's size on the screen."""
    x = _nearest(across, _places(others, 0), REACH / screen.width)
    y = _nearest(down, _places(others, 1), REACH / screen.height)
    dx, dy = (x[0] if x else 0.0), (y[0] if y else 0.0)
    moved = Box(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)
    lines = []
    if x is not None:
        top, bottom = _extent(moved, [other for other in others if x[1] in _marks(other, 0)], 1)
        lines.append((Point(x[1], top), Point(x[1], bottom)))
    if y is not None:
        left, right = _extent(moved, [other for other in others if y[1] in _marks(other, 1)], 0)
        lines.append((Point(left, y[1]), Point(right, y[1])))
    return Pull(dx, dy, tuple(lines))


def marks(box: Box) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The places of a box that may snap: edges and centre across, edges and centre down."""
    return _marks(box, 0), _marks(box, 1)


def _marks(box: Box, axis: int) -> tuple[float, ...]:
    return (box.left, box.centre.x, box.right) if axis == 0 else (box.top, box.centre.y, box.bottom)


def _places(others: Sequence[Box], axis: int) -> list[float]:
    return [0.5, *(mark for other in others for mark in _marks(other, axis))]


def _nearest(own: Iterable[float], places: Sequence[float], reach: float) -> tuple[float, float] | None:
    """The shortest way to a place within reach, and that place."""
    ways = [(place - mark, place) for mark in own for place in places if abs(place - mark) <= reach]
    return min(ways, key=lambda way: abs(way[0]), default=None)


def _extent(box: Box, matched: Sequence[Box], axis: int) -> tuple[float, float]:
    """From where to where a line goes along `axis`: past all that it concerns, else over the whole picture."""
    if not matched:
        return 0.0, 1.0
    spans = [_marks(one, axis) for one in (box, *matched)]
    return min(span[0] for span in spans), max(span[2] for span in spans)

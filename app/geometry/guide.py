"""Smart guides: what moves is pulled to edges and centres of other regions, and to the middle of the picture."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
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
    others = tuple(others)
    x = _nearest(across, _places(others, 0), reach / screen.width)
    y = _nearest(down, _places(others, 1), reach / screen.height)
    dx, dy = (x[0] if x else 0.0), (y[0] if y else 0.0)
    moved = Box(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)
    lines = []
    if x is not None:
        top, bottom = _extent(moved, _marked(others, 0, x[1]), 1)
        lines.append((Point(x[1], top), Point(x[1], bottom)))
    if y is not None:
        left, right = _extent(moved, _marked(others, 1, y[1]), 0)
        lines.append((Point(left, y[1]), Point(right, y[1])))
    return Pull(dx, dy, tuple(lines))


def marks(box: Box) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The places of a box that may snap: edges and centre across, edges and centre down."""
    return _marks(box, 0), _marks(box, 1)


def _marks(box: Box, axis: int) -> tuple[float, ...]:
    return (box.left, box.centre.x, box.right) if axis == 0 else (box.top, box.centre.y, box.bottom)


@lru_cache(maxsize=8)
def _all_marks(others: tuple[Box, ...], axis: int) -> tuple[tuple[float, ...], ...]:
    """The marks of each: in a drag the others stay where they are, and there may be hundreds."""
    return tuple(_marks(other, axis) for other in others)


@lru_cache(maxsize=8)
def _places(others: tuple[Box, ...], axis: int) -> tuple[float, ...]:
    """All that pulls, from the low end to the high one."""
    return tuple(sorted({0.5, *chain.from_iterable(_all_marks(others, axis))}))


def _marked(others: tuple[Box, ...], axis: int, place: float) -> list[Box]:
    """Those that have a mark there."""
    return [other for other, own in zip(others, _all_marks(others, axis), strict=True) if place in own]


def _nearest(own: Iterable[float], places: Sequence[float], reach: float) -> tuple[float, float] | None:
    """The shortest way to a place within reach, and that place; `places` are in order."""
    ways = [(place - mark, place) for mark in own for place in _around(mark, places) if abs(place - mark) <= reach]
    return min(ways, key=lambda way: abs(way[0]), default=None)


def _around(mark: float, places: Sequence[float]) -> Sequence[float]:
    """The places next to a mark on both sides."""
    at = bisect_left(places, mark)
    return places[max(at - 1, 0) : at + 1]


def _extent(box: Box, matched: Sequence[Box], axis: int) -> tuple[float, float]:
    """From where to where a line goes along `axis`: past all that it concerns, else over the whole picture."""
    if not matched:
        return 0.0, 1.0
    spans = [_marks(one, axis) for one in (box, *matched)]
    return min(span[0] for span in spans), max(span[2] for span in spans)

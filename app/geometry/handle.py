"""The eight handles of a box, and what dragging one of them does."""

from enum import Enum

from app.geometry.box import Box
from app.geometry.point import Point, Scale


class Handle(Enum):
    """A corner or the middle of a side; the value tells its place: -1, 0, 1 across and down."""

    TOP_LEFT = (-1, -1)
    TOP = (0, -1)
    TOP_RIGHT = (1, -1)
    RIGHT = (1, 0)
    BOTTOM_RIGHT = (1, 1)
    BOTTOM = (0, 1)
    BOTTOM_LEFT = (-1, 1)
    LEFT = (-1, 0)

    def place(self, box: Box) -> Point:
        """Where the handle of `box` is."""
        across, down = self.value
        return Point(_at(across, box.left, box.right), _at(down, box.top, box.bottom))


HANDLES = tuple(Handle)


def resized(
    box: Box, handle: Handle, to: Point, size: Scale, *, keep_aspect: bool = False, from_centre: bool = False
) -> Box:
    """The box after `handle` was dragged to `to`; dragged past the other side it turns over.

    `size` is the picture's in pixels. With `keep_aspect` its proportions on screen stay as they were (a circle stays a
    circle), with `from_centre` its middle stays.
    """
    across, down = handle.value
    held = box.centre if from_centre else Point(_at(-across, box.left, box.right), _at(-down, box.top, box.bottom))
    to = to.within()
    if keep_aspect and box.width > 0 and box.height > 0:
        return _scaled(box, held, handle, to, size)
    left, right = _span(box.left, box.right, across, held.x, to.x, from_centre)
    top, bottom = _span(box.top, box.bottom, down, held.y, to.y, from_centre)
    return Box(left, top, right, bottom)


def _at(side: int, low: float, high: float) -> float:
    return low if side < 0 else high if side > 0 else (low + high) / 2


def _span(low: float, high: float, side: int, held: float, to: float, from_centre: bool) -> tuple[float, float]:
    if side == 0:
        return low, high
    if from_centre:
        reach = min(abs(to - held), held, 1 - held)
        return held - reach, held + reach
    return min(held, to), max(held, to)


def _scaled(box: Box, held: Point, handle: Handle, to: Point, size: Scale) -> Box:
    """All sides by one factor, as far as the picture lets it; a side handle grows the other axis about its middle."""
    start = handle.place(box)
    factors = [
        (end - fixed) / (begin - fixed)
        for begin, end, fixed, side in (
            (start.x, to.x, held.x, handle.value[0]),
            (start.y, to.y, held.y, handle.value[1]),
        )
        if side
    ]
    factor = max(factors, key=abs)
    factor = max(-_room(box, held, negative=True), min(factor, _room(box, held, negative=False)))
    xs = held.x + (box.left - held.x) * factor, held.x + (box.right - held.x) * factor
    ys = held.y + (box.top - held.y) * factor, held.y + (box.bottom - held.y) * factor
    return Box(min(xs), min(ys), max(xs), max(ys)).within()


def _room(box: Box, held: Point, *, negative: bool) -> float:
    """By how much the box can grow about `held` before a side leaves the picture; turned over if `negative`."""
    sign = -1 if negative else 1
    reaches = [(edge - held.x) * sign for edge in (box.left, box.right)]
    rooms = [_limit(held.x, reach) for reach in reaches]
    reaches = [(edge - held.y) * sign for edge in (box.top, box.bottom)]
    return min(rooms + [_limit(held.y, reach) for reach in reaches])


def _limit(held: float, reach: float) -> float:
    return float("inf") if reach == 0 else (1 - held) / reach if reach > 0 else held / -reach

"""Shapes out of a drag: from the press to the pointer, with what the modifier keys ask for."""

import math

from app.geometry.box import Box
from app.geometry.point import Point, Scale


def dragged(start: Point, to: Point, size: Scale, *, square: bool = False, from_centre: bool = False) -> Box:
    """The box of a drag; `size` is the picture's in pixels.

    `square` makes both sides equally long in pixels, the longer one counts, as far as the picture reaches;
    `from_centre` keeps `start` as its middle.
    """
    start, to = start.within(), to.within()
    if not square and not from_centre:
        return Box.around((start, to))
    across, down = to.x - start.x, to.y - start.y
    if square:
        across, down = _even(start, across, down, size, from_centre)
    else:
        across, down = _held(start.x, across), _held(start.y, down)
    first = Point(start.x - across, start.y - down) if from_centre else start
    return Box.around((first, Point(start.x + across, start.y + down))).within()


def snapped(start: Point, to: Point, size: Scale) -> Point:
    """The place nearest to `to` that lies on the picture and in a multiple of 45 degrees from `start`."""
    dx, dy = (to.x - start.x) * size.width, (to.y - start.y) * size.height
    turn = round(math.atan2(dy, dx) / (math.pi / 4)) * (math.pi / 4)
    across, down = math.cos(turn), math.sin(turn)
    length = max(dx * across + dy * down, 0.0)
    length = min(length, _room(start.x, across, size.width), _room(start.y, down, size.height))
    return Point(start.x + length * across / size.width, start.y + length * down / size.height).within()


def _even(start: Point, across: float, down: float, size: Scale, from_centre: bool) -> tuple[float, float]:
    """Both sides as long in pixels as the longer one, unless the picture's edge is nearer."""
    length = max(abs(across) * size.width, abs(down) * size.height)
    right, below = math.copysign(1, across), math.copysign(1, down)
    rooms = [_room(start.x, right, size.width), _room(start.y, below, size.height)]
    if from_centre:
        rooms += [_room(start.x, -right, size.width), _room(start.y, -below, size.height)]
    length = min(length, *rooms)
    return right * length / size.width, below * length / size.height


def _held(middle: float, reach: float) -> float:
    return math.copysign(min(abs(reach), middle, 1 - middle), reach)


def _room(at: float, direction: float, extent: float) -> float:
    """Pixels from a place to the edge of the picture, along one axis of a direction."""
    if abs(direction) < 1e-12:
        return math.inf
    return ((1 - at) if direction > 0 else at) * extent / abs(direction)

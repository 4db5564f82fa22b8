"""Whether students can hit a region with a finger or a mouse."""

from app.geometry.box import Box
from app.geometry.movement import fitted
from app.geometry.point import Scale
from app.geometry.shape import Shape

STUDENT_WIDTH = 600.0
"""How wide students see a picture, in pixels of their screen. No document of Canvas tells; this is what the column of a
question has in half a window of a laptop or on a tablet. A phone shows less."""

LEAST_SIDE = 12.0
"""A region with a shorter side is hard to hit, in the same pixels (hot-spot.md, point 15)."""

_SPARE = 1e-6
"""Pixels more than needed, so that rounding leaves no region just too small."""


def hard_to_hit(shape: Shape, picture: Scale) -> bool:
    """Whether a side is shorter than students need; of `picture` only the proportions count."""
    return min(seen_size(shape, picture)) < LEAST_SIDE


def seen_size(shape: Shape, picture: Scale) -> Scale:
    """How large students see the box around a shape, in pixels of their screen."""
    seen, box = _seen(picture), shape.bounds
    return Scale(box.width * seen.width, box.height * seen.height)


def easier(shape: Shape, picture: Scale) -> Shape:
    """The shape grown about its centre until it is not hard to hit; at the picture's edge it slides inwards."""
    seen, box = _seen(picture), shape.bounds
    left, right = _spread(box.left, box.right, (LEAST_SIDE + _SPARE) / seen.width)
    top, bottom = _spread(box.top, box.bottom, (LEAST_SIDE + _SPARE) / seen.height)
    grown = Box(left, top, right, bottom)
    return shape if grown == box else fitted(shape, grown)


def _seen(picture: Scale) -> Scale:
    return Scale(STUDENT_WIDTH, STUDENT_WIDTH * picture.height / picture.width)


def _spread(low: float, high: float, least: float) -> tuple[float, float]:
    least = min(least, 1.0)
    if high - low >= least:
        return low, high
    start = min(max((low + high - least) / 2, 0.0), 1 - least)
    return start, start + least

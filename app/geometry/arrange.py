"""Several shapes at once: moved together, lined up, spread out."""

from collections.abc import Mapping, Sequence
from enum import Enum

from app.geometry.box import Box
from app.geometry.movement import moved, slid
from app.geometry.shape import Shape


class Side(Enum):
    """Where shapes are lined up: the axis (0 across, 1 down) and the part of each, from 0 = low edge to 1 = high."""

    LEFT = (0, 0.0)
    CENTRE = (0, 0.5)
    RIGHT = (0, 1.0)
    TOP = (1, 0.0)
    MIDDLE = (1, 0.5)
    BOTTOM = (1, 1.0)


class Axis(Enum):
    """Along which shapes are spread out."""

    ACROSS = 0
    DOWN = 1


def around(shapes: Sequence[Shape]) -> Box:
    """The box around all of `shapes` (at least one)."""
    return Box.around(corner for shape in shapes for corner in shape.bounds.corners)


def moved_together(shapes: Mapping[str, Shape], dx: float, dy: float) -> dict[str, Shape]:
    """All shapes moved by the same proportions of the picture, as far as its edge lets all of them."""
    dx, dy = slid(around(tuple(shapes.values())), dx, dy)
    return {key: moved(shape, dx, dy) for key, shape in shapes.items()}


def aligned(shapes: Mapping[str, Shape], side: Side) -> dict[str, Shape]:
    """All shapes moved to one side, or to the middle, of the box around them."""
    axis, part = side.value
    low, high = _span(around(tuple(shapes.values())), axis)
    goal = low + (high - low) * part
    return {key: _shifted(shape, axis, goal - _at(shape, axis, part)) for key, shape in shapes.items()}


def distributed(shapes: Mapping[str, Shape], axis: Axis) -> dict[str, Shape]:
    """The shapes between the first and the last moved so that the gaps are equal; the outer ones stay."""
    order = sorted(shapes, key=lambda key: _at(shapes[key], axis.value, 0.5))
    spans = [_span(shapes[key].bounds, axis.value) for key in order]
    room = spans[-1][1] - spans[0][0] - sum(high - low for low, high in spans)
    gap = room / max(len(order) - 1, 1)
    made, start = {}, spans[0][0]
    for key, (low, high) in zip(order, spans, strict=True):
        made[key] = shapes[key] if key in (order[0], order[-1]) else _shifted(shapes[key], axis.value, start - low)
        start += high - low + gap
    return made


def _span(box: Box, axis: int) -> tuple[float, float]:
    return (box.left, box.right) if axis == 0 else (box.top, box.bottom)


def _at(shape: Shape, axis: int, part: float) -> float:
    low, high = _span(shape.bounds, axis)
    return low + (high - low) * part


def _shifted(shape: Shape, axis: int, by: float) -> Shape:
    return moved(shape, by, 0) if axis == 0 else moved(shape, 0, by)

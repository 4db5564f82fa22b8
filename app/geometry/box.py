"""An upright box in proportions of a picture."""

from collections.abc import Iterable
from typing import NamedTuple

from app.geometry.point import Point, clamped


class Box(NamedTuple):
    """Edges in 0..1; `left <= right` and `top <= bottom` wherever it was made by the functions of this room."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, points: Iterable[Point]) -> "Box":
        """The smallest box that holds all of `points` (at least one): corners in canonical order."""
        places = tuple(points)
        xs, ys = [p.x for p in places], [p.y for p in places]
        return cls(min(xs), min(ys), max(xs), max(ys))

    @property
    def width(self) -> float:
        """From left to right, in proportions of the picture's width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom, in proportions of the picture's height."""
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        """Clockwise from the top left."""
        return (
            Point(self.left, self.top),
            Point(self.right, self.top),
            Point(self.right, self.bottom),
            Point(self.left, self.bottom),
        )

    def holds(self, at: Point) -> bool:
        """Whether the place lies inside; an edge counts."""
        return self.left <= at.x <= self.right and self.top <= at.y <= self.bottom

    def within(self) -> "Box":
        """What of it lies on the picture."""
        return Box(clamped(self.left), clamped(self.top), clamped(self.right), clamped(self.bottom))

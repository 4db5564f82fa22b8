"""Places on a picture, in proportions of its width and height."""

from typing import NamedTuple


class Point(NamedTuple):
    """A place: 0..1 from left to right and from top to bottom. A pointer may lie outside, a stored place may not."""

    x: float
    y: float

    def within(self) -> "Point":
        """The nearest place on the picture."""
        return Point(clamped(self.x), clamped(self.y))

    def plus(self, dx: float, dy: float) -> "Point":
        """The place moved by proportions of the width and of the height."""
        return Point(self.x + dx, self.y + dy)


class Scale(NamedTuple):
    """What a whole picture measures: its pixel size, or its size on the screen in logical pixels."""

    width: float
    height: float

    def distance(self, one: Point, other: Point) -> float:
        """How far two places are apart, in pixels of this scale."""
        dx, dy = (one.x - other.x) * self.width, (one.y - other.y) * self.height
        return float((dx * dx + dy * dy) ** 0.5)


def clamped(value: float) -> float:
    """The number held between 0 and 1."""
    return 0.0 if value < 0 else 1.0 if value > 1 else value

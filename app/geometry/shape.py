"""The three shapes that a region may have (New Quiz Items, appendix, Hot Spot)."""

from dataclasses import dataclass
from functools import cached_property

from app.geometry.box import Box
from app.geometry.point import Point


@dataclass(frozen=True, slots=True)
class Oval:
    """The ellipse that touches the four sides of `box`."""

    box: Box

    @property
    def bounds(self) -> Box:
        """The box around it."""
        return self.box


@dataclass(frozen=True, slots=True)
class Rectangle:
    """The whole of `box`; the API calls it "square"."""

    box: Box

    @property
    def bounds(self) -> Box:
        """The box around it."""
        return self.box


@dataclass(frozen=True)
class Polygon:
    """At least three vertices; the last is joined to the first and does not repeat it."""

    points: tuple[Point, ...]

    @cached_property
    def bounds(self) -> Box:
        """The box around it; kept, because every movement of a pointer asks for it."""
        return Box.around(self.points)

    def __hash__(self) -> int:
        """Kept too: areas, crossings and overlaps are remembered by the shape."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(self.points)


Shape = Oval | Rectangle | Polygon

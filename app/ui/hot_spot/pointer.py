"""What a mouse, a pen, a finger or the keyboard's aim tells a tool."""

from dataclasses import dataclass, replace

from app.geometry.hit import REACH
from app.geometry.point import Point
from app.ui.hot_spot.metric import CLOSING


@dataclass(frozen=True, slots=True)
class Pointer:
    """One report of a pointer.

    `at` is in proportions of the picture and may lie outside it; `screen` is in logical pixels of the view, `time` in
    milliseconds. `square` and `centre` are the modifier keys Shift and Alt; with `carry` (Space in a drag) a whole
    draft follows the pointer, and `free` (Ctrl) lets no guide pull.
    """

    at: Point
    screen: tuple[float, float]
    time: int = 0
    square: bool = False
    centre: bool = False
    carry: bool = False
    free: bool = False
    double: bool = False
    keyboard: bool = False
    reach: float = REACH
    closing: float = CLOSING

    def distance(self, other: "Pointer") -> float:
        """How far it went, in logical pixels."""
        across, down = self.screen[0] - other.screen[0], self.screen[1] - other.screen[1]
        return float((across * across + down * down) ** 0.5)

    def placed(self, at: Point) -> "Pointer":
        """The same report from another place."""
        return replace(self, at=at)

"""A polygon or box that is not finished, with the undo of its own points."""

from collections.abc import Iterable

from app.geometry.point import Point


class Draft:
    """Points placed so far. Each step may place several (a freehand stroke); steps are undone and redone one by one."""

    def __init__(self) -> None:
        self._steps: list[tuple[Point, ...]] = []
        self._undone: list[tuple[Point, ...]] = []

    @property
    def points(self) -> tuple[Point, ...]:
        """All points in the order in which they were placed."""
        return tuple(point for step in self._steps for point in step)

    @property
    def is_open(self) -> bool:
        """Whether anything was placed, or could be placed again by a redo."""
        return bool(self._steps or self._undone)

    def place(self, points: Iterable[Point]) -> None:
        """Add points as one step."""
        self._steps.append(tuple(points))
        self._undone.clear()

    def undo(self) -> bool:
        """Take the last step back; False where there is none."""
        if not self._steps:
            return False
        self._undone.append(self._steps.pop())
        return True

    def redo(self) -> bool:
        """Place the step again that was last taken back; False where there is none."""
        if not self._undone:
            return False
        self._steps.append(self._undone.pop())
        return True

    def shift(self, dx: float, dy: float) -> None:
        """Move all of it by proportions of the picture."""
        self._steps = [tuple(point.plus(dx, dy).within() for point in step) for step in self._steps]

    def clear(self) -> None:
        """Forget everything."""
        self._steps.clear()
        self._undone.clear()

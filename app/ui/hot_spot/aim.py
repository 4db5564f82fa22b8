"""The keyboard's pointer: arrow keys move it, Enter clicks."""

from PySide6.QtCore import QObject, Signal

from app.geometry.point import Point
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.pointer import Pointer
from app.ui.hot_spot.tools.tool import Tool


class Aim(QObject):
    """A place on the picture, None while the mouse leads. It feeds the tools the same reports as a mouse does."""

    moved = Signal(object)

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self.at: Point | None = None

    def appear(self, at: Point) -> None:
        """Show it there, unless it is shown already."""
        if self.at is None:
            self._go(at.within())

    def move(self, tool: Tool, dx: float, dy: float, *, square: bool = False) -> None:
        """Go by proportions of the picture."""
        if self.at is not None:
            self._go(self.at.plus(dx, dy).within())
            tool.move(self._pointer(square=square))

    def click(self, tool: Tool) -> None:
        """Press and release where it is."""
        tool.press(self._pointer())
        tool.release(self._pointer())

    def vanish(self) -> None:
        """The mouse leads again, or the tool was put away."""
        if self.at is not None:
            self._go(None)

    def _go(self, at: Point | None) -> None:
        self.at = at
        self.moved.emit(at)

    def _pointer(self, *, square: bool = False) -> Pointer:
        at, screen = self.at or Point(0, 0), self._board.screen
        return Pointer(at, (at.x * screen.width, at.y * screen.height), keyboard=True, square=square)

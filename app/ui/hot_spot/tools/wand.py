"""The magic wand: what hangs together in colour under the pointer becomes a polygon."""

from typing import ClassVar, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from app.geometry.box import Box
from app.geometry.flood import wand_polygon
from app.geometry.point import Point
from app.geometry.shape import Polygon
from app.message import Message, message
from app.session.edit import Edit
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.pointer import Pointer
from app.ui.hot_spot.pyramid import Pyramid
from app.ui.hot_spot.tools.tool import SEVERAL, Tool

SIDE: Final = 160
"""The grid that is searched has at most so many pixels a side (decisions 32)."""

_STEP: Final = 2.0
"""Logical screen pixels for one of the grid: what is searched is 320 of them wide."""

_USUAL: Final = 24
_SLOWNESS: Final = 3.0
"""A drag of so many screen pixels makes the tolerance one larger, of 255."""


class WandTool(Tool):
    """Hover shows the polygon, a click makes the region; a drag to the right takes in more colours."""

    name: ClassVar[str] = "wand"
    title: ClassVar[Message] = message("Magic wand")
    icon: ClassVar[str] = "wand-sparkles"
    key: ClassVar[Qt.Key | None] = Qt.Key.Key_W
    advice: ClassVar[Message | None] = SEVERAL

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._tolerance = _USUAL
        self._found: Polygon | None = None

    @property
    def preview(self) -> Polygon | None:
        """What a click would make."""
        return self._found

    @property
    def hint(self) -> str:
        """What to do next."""
        if self.pressed:
            return self.tr("Right: more colours. Left: fewer. Let go to make the region. Esc: stop.")
        return self.tr("Click a part in one colour; drag to the right to take in more. Zoom out for larger parts.")

    def press(self, pointer: Pointer) -> None:
        """Hold the place; the drag says how much of it."""
        self._press = pointer
        self._find(pointer.at)

    def move(self, pointer: Pointer) -> None:
        """Show what is under the pointer, or with the button down more or less of it."""
        press = self._press
        if press is None:
            self._find(pointer.at)
        else:
            self._tolerance = max(0, min(255, _USUAL + round((pointer.screen[0] - press.screen[0]) / _SLOWNESS)))
            self._find(press.at)

    def release(self, pointer: Pointer) -> None:
        """Make the region."""
        if self._press is None:
            return
        self.move(pointer)
        found = self._found
        self.leave()
        if found is None:
            self.board.said.emit(self.tr("Nothing hangs together here. Drag to the right to take in more colours."))
        else:
            self.board.add(found, Edit(self.tr("Magic wand")))

    def escape(self) -> bool:
        """Let go of the place."""
        if self._press is None:
            return False
        self.leave()
        return True

    def leave(self) -> None:
        """Show nothing, and take the usual tolerance again."""
        self._found, self._tolerance = None, _USUAL
        super().leave()

    def _find(self, at: Point) -> None:
        picture = self.board.easel.picture
        self._found = None
        if picture is not None and at == at.within():
            window = _window(self.board, at)
            grid = _grid(picture, window, self.board.zoom / _STEP)
            column = min(int((at.x - window.left) / window.width * grid.width()), grid.width() - 1)
            row = min(int((at.y - window.top) / window.height * grid.height()), grid.height() - 1)
            place = row * grid.width() + column
            self._found = wand_polygon(_channels(grid), grid.width(), place, self._tolerance, window)
        self._redraw()


def _window(board: Board, at: Point) -> Box:
    """What is searched about a place: 320 screen pixels, as far as the picture goes."""
    across, down = (SIDE * _STEP / 2 / extent for extent in board.screen)
    return Box(at.x - across, at.y - down, at.x + across, at.y + down).within()


def _grid(picture: Pyramid, window: Box, scale: float) -> QImage:
    """A part of the picture in so few pixels; `scale` is pixels of the grid for one of the picture."""
    part = QRectF(
        window.left * picture.size.width,
        window.top * picture.size.height,
        window.width * picture.size.width,
        window.height * picture.size.height,
    )
    columns = min(max(round(part.width() * scale), 1), SIDE)
    rows = min(max(round(part.height() * scale), 1), SIDE)
    grid = QImage(columns, rows, QImage.Format.Format_RGB32)
    grid.fill(Qt.GlobalColor.white)
    painter = QPainter(grid)
    painter.scale(columns / part.width(), rows / part.height())
    painter.translate(-part.topLeft())
    picture.draw(painter, part, scale)
    painter.end()
    return grid


def _channels(grid: QImage) -> tuple[bytes, bytes, bytes]:
    """Blue, green and red of every pixel; a row of this format has no padding."""
    data = bytes(grid.constBits())
    return data[0::4], data[1::4], data[2::4]

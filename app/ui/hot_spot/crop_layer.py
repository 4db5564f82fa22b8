"""The frame of a crop: what would go is darkened."""

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from app.geometry.box import Box
from app.geometry.reframe import WHOLE
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.cover_layer import OutlineItem, rect_of
from app.ui.hot_spot.items import BoardItem, HandlesItem
from app.ui.hot_spot.picture_view import PictureView
from app.ui.hot_spot.toolbox import Toolbox
from app.ui.hot_spot.tools.crop import CropTool

_SHADE = 140


class ShadeItem(BoardItem):
    """All of the picture but the frame."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._path = QPainterPath()

    def show_frame(self, frame: Box | None) -> None:
        """Darken the rest; None darkens nothing."""
        self.setVisible(frame is not None)
        if frame is not None:
            whole = rect_of(WHOLE, self.board.size)
            self._path = QPainterPath()
            self._path.addRect(whole)
            self._path.addRect(rect_of(frame, self.board.size))
            self._reach(QRectF(whole), 0)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw it: the odd-even rule leaves the frame out."""
        shade = QColor(Qt.GlobalColor.black)
        shade.setAlpha(_SHADE)
        painter.fillPath(self._path, shade)


class CropLayer(QObject):
    """Seen while the crop tool is in the hand."""

    def __init__(self, view: PictureView, tool: CropTool, toolbox: Toolbox) -> None:
        super().__init__(view)
        self._tool, self._toolbox = tool, toolbox
        self._shade, self._outline = ShadeItem(tool.board), OutlineItem(tool.board)
        self._handles = HandlesItem(tool.board)
        for depth, item in enumerate((self._shade, self._outline, self._handles)):
            item.setZValue(depth + 4)
            view.scene().addItem(item)
        board = tool.board
        for signal in (board.regions_changed, board.live_changed, board.selection_changed, toolbox.picked, view.zoomed):
            signal.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Show the frame as it is now."""
        frame = self._tool.frame if self._toolbox.tool is self._tool else None
        self._shade.show_frame(frame)
        self._outline.show_box(frame)
        self._handles.show_selection(shown=frame is not None)

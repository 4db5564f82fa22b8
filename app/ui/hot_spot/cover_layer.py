"""Covers as they are drawn over the picture, at once and in the middle of a gesture; the painted picture follows."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from app.geometry.box import Box
from app.geometry.point import Point, Scale
from app.models.cover import BLUR, Cover
from app.pictures.policy import BLUR_CELLS
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.covers import Covers
from app.ui.hot_spot.items import BoardItem, HandlesItem
from app.ui.hot_spot.outline import Outline, scaled, stroke
from app.ui.hot_spot.picture_view import PictureView
from app.ui.hot_spot.pyramid import Pyramid
from app.ui.hot_spot.toolbox import Toolbox

_ENOUGH = 16
"""Pixels of the shorter side, from which a blur is made."""

_BLOWN_UP = 8


class OutlineItem(BoardItem):
    """The edge of the selected box."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._outline = Outline(QPainterPath())

    def show_box(self, box: Box | None) -> None:
        """Show this one; None shows none."""
        self.setVisible(box is not None)
        if box is not None:
            edge = QPainterPath()
            edge.addRect(rect_of(box, self.board.size))
            self._outline = Outline(edge)
            self._reach(edge.boundingRect())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw it."""
        stroke(painter, self._outline)


class CoverLayer(QObject):
    """Draws the covers as part of the view's background, and the edge and handles of the one that is selected."""

    def __init__(self, view: PictureView, covers: Covers, toolbox: Toolbox) -> None:
        super().__init__(view)
        self._view, self._covers, self._toolbox = view, covers, toolbox
        self._drawn: tuple[Cover, ...] = ()
        self._outline, self._handles = OutlineItem(covers.board), HandlesItem(covers.board)
        for depth, item in enumerate((self._outline, self._handles)):
            item.setZValue(depth)
            view.scene().addItem(item)
        covers.changed.connect(self.renew)
        covers.board.selection_changed.connect(self._show_selection)
        toolbox.picked.connect(self._show_selection)
        view.zoomed.connect(self._show_selection)
        self._show_selection()

    def draw(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw them; `exposed` is in pixels of the picture."""
        for cover in self._drawn:
            rect = rect_of(cover.bounds, self._covers.board.size)
            if not rect.intersects(exposed):
                continue
            if cover.fill == BLUR:
                self._draw_blur(painter, cover.bounds, rect)
            else:
                painter.fillRect(rect, QColor(cover.fill))

    def renew(self) -> None:
        """The covers look different: draw anew what changed."""
        before, self._drawn = self._drawn, self._covers.shown
        for cover in _changed(before, self._drawn):
            rect = rect_of(cover.bounds, self._covers.board.size)
            self._view.invalidateScene(rect.adjusted(-1, -1, 1, 1), QGraphicsScene.SceneLayer.BackgroundLayer)
        self._show_selection()

    def _show_selection(self) -> None:
        shown = self._toolbox.tool.board is self._covers.board
        selected = self._covers.board.shown_selection
        self._outline.show_box(selected.shape.bounds if shown and selected is not None else None)
        self._handles.show_selection(shown=shown)

    def _draw_blur(self, painter: QPainter, box: Box, rect: QRectF) -> None:
        picture = self._view.pyramid
        if picture is not None:
            painter.drawImage(rect, blurred(picture, box))


def blurred(picture: Pyramid, box: Box) -> QImage:
    """A few spots of colour in place of a part of the picture, as `app.pictures.rework` paints it."""
    part = next((part for part in _parts(picture, box) if min(part.width(), part.height()) >= _ENOUGH), None)
    part = part if part is not None else _part(picture.levels[0], box)
    cell = max(min(part.width(), part.height()) / BLUR_CELLS, 1.0)
    cells = QSize(max(1, round(part.width() / cell)), max(1, round(part.height() / cell)))
    smooth = Qt.TransformationMode.SmoothTransformation
    spots = part.scaled(cells, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return spots.scaled(cells * _BLOWN_UP, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def _parts(picture: Pyramid, box: Box) -> Iterator[QImage]:
    """The part under the box at every size of the picture, the smallest first."""
    return (_part(level, box) for level in reversed(picture.levels))


def _part(level: QImage, box: Box) -> QImage:
    across, down = level.width(), level.height()
    place = QRectF(box.left * across, box.top * down, box.width * across, box.height * down).toAlignedRect()
    return level.copy(place.intersected(level.rect()))


def rect_of(box: Box, size: Scale) -> QRectF:
    """The box in pixels of a picture of `size`."""
    return QRectF(scaled(Point(box.left, box.top), size), scaled(Point(box.right, box.bottom), size))


def _changed(before: Iterable[Cover], after: Iterable[Cover]) -> list[Cover]:
    old, new = list(before), list(after)
    return [cover for cover in old if cover not in new] + [cover for cover in new if cover not in old]

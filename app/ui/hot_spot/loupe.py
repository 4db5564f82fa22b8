"""A loupe: what is under the pointer, eight times as large, beside it and never over it."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.hot_spot.layers import Layers
from app.ui.hot_spot.outline import Outline, stroke
from app.ui.hot_spot.picture_view import PictureView
from app.ui.theme import role

TIMES: Final = 8.0
_SIDE: Final = 176
_APART: Final = 24
"""Between the pointer and the loupe, in logical pixels: more than the pointer's own picture needs."""
_CROSS: Final = 8


class Loupe(QWidget):
    """Shown while its key is held or its button is down, and a pointer is on the canvas."""

    def __init__(self, view: PictureView, layers: Layers) -> None:
        super().__init__(view)
        self._view, self._layers = view, layers
        self._held = self._kept = False
        self._at: QPointF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        board = view.board
        bars = (view.horizontalScrollBar().valueChanged, view.verticalScrollBar().valueChanged)
        for changed in (board.live_changed, board.regions_changed, board.draft_changed, view.zoomed, *bars):
            changed.connect(self.update)
        self.hide()

    @property
    def wanted(self) -> bool:
        """Whether it is shown as soon as there is a pointer."""
        return self._held or self._kept

    def hold(self, held: bool) -> None:
        """Its key is down, or up again."""
        self._held = held
        self._show()

    def keep(self, kept: bool) -> None:
        """Show it until it is put away."""
        self._kept = kept
        self._show()

    def follow(self, at: QPointF | None) -> None:
        """The pointer is at this place of the view; None where it is on no place."""
        self._at = at
        self._show()

    def _show(self) -> None:
        self.setVisible(self.wanted and self._at is not None and self._view.pyramid is not None)
        if self._at is not None and self.isVisible():
            self.setGeometry(beside(self._at, self._view.viewport().size()).toRect())
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, its pixels, the outlines, a cross at the place, and the frame."""
        picture, zoom = self._view.pyramid, self._view.zoom * TIMES
        if picture is None or self._at is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), role("surface"))
        painter.save()
        middle, place = QRectF(self.rect()).center(), self._view.to_scene(self._at)
        painter.translate(middle)
        painter.scale(zoom, zoom)
        painter.translate(-place)
        around = QRectF(0, 0, self.width() / zoom, self.height() / zoom)
        around.moveCenter(place)
        self._view.draw_picture(painter, around, zoom)
        self._layers.draw_outlines(painter, around)
        painter.restore()
        cross = QPainterPath()
        for x, y in ((1, 0), (0, 1)):
            cross.moveTo(middle - QPointF(x, y) * _CROSS)
            cross.lineTo(middle + QPointF(x, y) * _CROSS)
        stroke(painter, Outline(cross))
        painter.setPen(QPen(role("text_quiet"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


def beside(at: QPointF, room: QSize) -> QRectF:
    """Where the loupe is for a pointer: at its right, else left, below or above; in the room, and not over it."""
    side = min(float(_SIDE), max(room.width(), room.height()) / 2 - _APART, float(room.width()), float(room.height()))
    across, down = _kept(at.x() - side / 2, side, room.width()), _kept(at.y() - side / 2, side, room.height())
    right, left = at.x() + _APART, at.x() - _APART - side
    below, above = at.y() + _APART, at.y() - _APART - side
    if right + side <= room.width():
        return QRectF(right, down, side, side)
    if left >= 0:
        return QRectF(left, down, side, side)
    return QRectF(across, below if below + side <= room.height() else above, side, side)


def _kept(start: float, side: float, room: float) -> float:
    return max(0.0, min(start, room - side))

"""A ring about what the keyboard acts on: the selected region, the corner, or the middle between two corners."""

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from app.geometry.arrange import around
from app.geometry.point import Point
from app.ui.hot_spot.aim import Aim
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.items import BoardItem
from app.ui.hot_spot.metric import CASING, RING_GAP, RING_RADIUS
from app.ui.hot_spot.outline import Outline, scaled, stroke
from app.ui.hot_spot.picture_view import PictureView
from app.ui.hot_spot.toolbox import Toolbox
from app.ui.theme import Gap

_DEPTH = 1.5
"""Over the region, under its handles."""


class RingItem(BoardItem):
    """A rounded ring in the accent; of one that is larger than the view its sides stand at the edges of that."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._ringed = QRectF()
        self._radius = 0.0
        self.setZValue(_DEPTH)
        self.hide()

    def show_around(self, ringed: QRectF | None, *, radius: float = Gap.TIGHT) -> None:
        """Ring this, in pixels of the picture, `radius` in those of the screen; None rings nothing."""
        self.setVisible(ringed is not None)
        if ringed is not None:
            self._ringed, self._radius = ringed, radius
            self._reach(ringed)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw it."""
        ring, zoom = self._ringed, self.board.zoom
        if widget is not None:
            seen = painter.worldTransform().inverted()[0].mapRect(QRectF(widget.rect()))
            inner = CASING / zoom
            seen.adjust(inner, inner, -inner, -inner)
            ring = ring.intersected(seen)
        path = QPainterPath()
        path.addRoundedRect(ring, self._radius / zoom, self._radius / zoom)
        stroke(painter, Outline(path), strong=True, of="accent")


class KeyboardRing(QObject):
    """Shown while the canvas has the focus and keys lead; who uses the mouse sees the pointer instead."""

    def __init__(self, view: PictureView, toolbox: Toolbox, aim: Aim) -> None:
        super().__init__(view)
        self._view, self._toolbox, self._aim = view, toolbox, aim
        self._keys_lead = False
        self._item = RingItem(view.board)
        view.scene().addItem(self._item)
        for board in toolbox.boards:
            for changed in (board.regions_changed, board.live_changed, board.selection_changed):
                changed.connect(self.renew)
        for moved in (toolbox.picked, aim.moved, view.zoomed):
            moved.connect(self.renew)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(lambda: self._item.update())

    def lead(self, by_keys: bool) -> None:
        """The last thing that was pressed was a key, or a button of the mouse."""
        if by_keys != self._keys_lead:
            self._keys_lead = by_keys
            self.renew()

    def renew(self) -> None:
        """Show it where the keys act now. While they move the aim, that is what shows where they are."""
        tool = self._toolbox.tool
        acts = self._keys_lead and self._view.hasFocus() and self._aim.at is None and tool.nudges
        spot = tool.board.spot
        if not acts:
            self._item.show_around(None)
        elif spot is not None:
            at = scaled(spot, tool.board.size)
            self._item.show_around(self._grown(QRectF(at, at), RING_RADIUS), radius=RING_RADIUS)
        else:
            self._item.show_around(self._about_selection(tool.board))

    def _about_selection(self, board: Board) -> QRectF | None:
        shapes = [region.shape for region in board.chosen if not region.hidden]
        if board.shown_selection is not None and len(shapes) == 1:
            shapes = [board.shown_selection.shape]
        if not shapes:
            return None
        box, size = around(shapes), board.size
        corners = (scaled(Point(*place), size) for place in ((box.left, box.top), (box.right, box.bottom)))
        return self._grown(QRectF(*corners), RING_GAP)

    def _grown(self, rect: QRectF, by: float) -> QRectF:
        grow = by / self._view.board.zoom
        return rect.adjusted(-grow, -grow, grow, grow)

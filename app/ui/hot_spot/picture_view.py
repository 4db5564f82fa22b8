"""The picture under the regions: drawn from its levels, zoomed at the cursor, pushed about."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent, QTransform
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from app.geometry.box import Box
from app.geometry.point import Point
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.detail import Detail
from app.ui.hot_spot.metric import FIT_MARGIN, KEPT_IN_VIEW
from app.ui.hot_spot.pixel_grid import draw_pixel_grid
from app.ui.hot_spot.pyramid import Pyramid
from app.ui.hot_spot.zoom import Zoom
from app.ui.theme import role

SETTLE_MS = 80
"""After the last step of a zoom the picture is drawn smoothly."""

_QUICK_FROM = 1_500_000
"""Smaller views (in device pixels) are smooth at once."""

_SHARP_ENOUGH = 1.05
DETAIL_PIXELS = 16_000_000
"""The largest part that is kept at full size: 64 MB, more than a view of 2560 × 1440 shows where it begins."""

LARGEST_FIT = 4.0
"""A tiny picture is not blown up further than this when it is fitted."""


class PictureView(QGraphicsView):
    """A scene in pixels of the picture. The picture is the cached background, so that a drag repaints only shapes."""

    zoomed = Signal(float)

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = board
        self._pyramid: Pyramid | None = None
        self.draw_over_picture: Callable[[QPainter, QRectF], None] | None = None
        self._zoom = Zoom()
        self._fitted = True
        self._room = QSize()
        self._anchor: tuple[QPointF, QPointF] | None = None
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._keep)
        self.detail = Detail(self._unsharp, self)
        self.detail.came.connect(lambda place: self.invalidateScene(place, QGraphicsScene.SceneLayer.BackgroundLayer))
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(scene)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Every pixel is painted here: Qt need not fill them before.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def zoom(self) -> float:
        """Logical screen pixels for a pixel of the picture."""
        return self._zoom.value

    @property
    def fit_zoom(self) -> float:
        """The zoom at which all of the picture is seen."""
        room, size = self.viewport().size(), self.board.size
        across = (room.width() - 2 * FIT_MARGIN) / size.width
        down = (room.height() - 2 * FIT_MARGIN) / size.height
        return max(min(across, down, LARGEST_FIT), 1e-3)

    @property
    def pyramid(self) -> Pyramid | None:
        """The picture that is drawn."""
        return self._pyramid

    def show_pyramid(self, picture: Pyramid | None) -> None:
        """Draw from this picture; its size must be the board's."""
        self._pyramid = self.board.easel.picture = picture
        self.detail.soon()
        self._redraw()

    def fit(self) -> None:
        """Show all of the picture, and keep doing so while the window changes."""
        middle = QPointF(self.board.size.width / 2, self.board.size.height / 2)
        self._apply(Zoom(self.fit_zoom), middle, self._middle())
        self._fitted = True

    def show_actual_size(self) -> None:
        """100 %: a pixel of the picture for a logical pixel of the screen."""
        middle = self._middle()
        self._apply(Zoom(1.0), self.to_scene(middle), middle)

    def show_box(self, box: Box) -> None:
        """Zoom so that this part of the picture fills half of the view."""
        room, size = self.viewport().size(), self.board.size
        across, down = max(box.width * size.width, 1), max(box.height * size.height, 1)
        zoom = min(room.width() / 2 / across, room.height() / 2 / down, LARGEST_FIT)
        middle = QPointF(box.centre.x * size.width, box.centre.y * size.height)
        self._apply(Zoom(max(zoom, self.fit_zoom / 4)), middle, self._middle())

    def show_selection(self) -> None:
        """The same for the selected region."""
        if self.board.selection is not None:
            self.show_box(self.board.selection.shape.bounds)

    def zoom_by(self, steps: int, at: QPointF | None = None) -> None:
        """Zoom in (out, where negative) in steps of 2^(1/4); the place at `at`, in view pixels, stays where it is."""
        at = self._middle() if at is None else at
        self._apply(self._zoom.stepped(steps, self.fit_zoom / 4), self._anchored(at), at)

    def scale_by(self, factor: float, at: QPointF) -> None:
        """Zoom by any factor, as a pinch does."""
        value = max(self.fit_zoom / 4, min(64.0, self._zoom.value * factor))
        self._apply(Zoom(value), self._anchored(at), at)

    def pan(self, dx: float, dy: float) -> None:
        """Push the picture by view pixels."""
        self._anchor = None
        self._fitted = False
        self.detail.soon()
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - round(dx))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - round(dy))

    def keep_in_view(self, box: Box) -> None:
        """Push the picture as little as needed so that this part of it is seen; where it is too large, its middle."""
        rect = self.to_view_rect(box)
        room = QRectF(self.viewport().rect()).adjusted(FIT_MARGIN, FIT_MARGIN, -FIT_MARGIN, -FIT_MARGIN)
        dx = _push(rect.left(), rect.right(), room.left(), room.right())
        dy = _push(rect.top(), rect.bottom(), room.top(), room.bottom())
        if dx or dy:
            self.pan(dx, dy)

    def centre_of_view(self) -> Point:
        """The place in the middle of what is seen, on the picture."""
        return self.to_picture(self._middle()).within()

    def is_seen(self, box: Box) -> bool:
        """Whether any of this part of the picture is in view."""
        return self.to_view_rect(box).intersects(QRectF(self.viewport().rect()))

    def to_scene(self, at: QPointF) -> QPointF:
        """View pixels in pixels of the picture, with fractions."""
        return self.viewportTransform().inverted()[0].map(at)

    def to_picture(self, at: QPointF) -> Point:
        """View pixels in proportions of the picture; may lie outside it."""
        place = self.to_scene(at)
        return Point(place.x() / self.board.size.width, place.y() / self.board.size.height)

    def to_view(self, at: Point) -> QPointF:
        """A place on the picture in view pixels."""
        size = self.board.size
        return self.viewportTransform().map(QPointF(at.x * size.width, at.y * size.height))

    def to_view_rect(self, box: Box) -> QRectF:
        """A part of the picture in view pixels."""
        return QRectF(self.to_view(Point(box.left, box.top)), self.to_view(Point(box.right, box.bottom)))

    def _middle(self) -> QPointF:
        return QRectF(self.viewport().rect()).center()

    def _anchored(self, at: QPointF) -> QPointF:
        """The place under the cursor. While it rests there the first answer counts: rounding must not add up."""
        if self._anchor is None or self._anchor[0] != at:
            self._anchor = (QPointF(at), self.to_scene(at))
        return self._anchor[1]

    def _apply(self, zoom: Zoom, place: QPointF, at: QPointF) -> None:
        """Zoom so that `place` (in pixels of the picture) is at `at` (in view pixels)."""
        self._zoom = zoom
        self._fitted = False
        self.detail.soon()
        self.board.zoom = zoom.value
        # All is drawn anew at the end: that Qt scrolls what is there would be work for nothing.
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.NoViewportUpdate)
        self._place(place, at)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        room = self.viewport().size() * self.devicePixelRatioF()
        if room.width() * room.height() > _QUICK_FROM and self.isVisible():
            self._settle.start()
            self.viewport().update()
        else:
            self._keep()
        self.zoomed.emit(zoom.value)

    def _place(self, place: QPointF, at: QPointF) -> None:
        self._set_bounds()
        self.setTransform(QTransform.fromScale(self._zoom.value, self._zoom.value))
        off = self.viewportTransform().map(place) - at
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + round(off.x()))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(off.y()))

    def _keep(self) -> None:
        """Draw the picture to be kept, which is twice the work: not for a step of a zoom that goes on."""
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self._redraw()

    def _redraw(self) -> None:
        self.resetCachedContent()
        self.viewport().update()

    def _unsharp(self) -> QRect | None:
        """What is seen at more screen pixels than the working copy has; none of it while even that is on its way."""
        picture = self._pyramid
        if picture is None or len(picture.levels) == 1:
            return None
        if self._zoom.value * self.devicePixelRatioF() <= picture.sharpest * _SHARP_ENOUGH:
            return None
        whole = QRect(0, 0, int(picture.size.width), int(picture.size.height))
        seen = self.mapToScene(self.viewport().rect()).boundingRect().toAlignedRect().intersected(whole)
        return None if seen.isEmpty() or seen.width() * seen.height() > DETAIL_PIXELS else seen

    def _set_bounds(self) -> None:
        """The picture may be pushed until only a strip of it is left in view."""
        room, size, zoom = self.viewport().size(), self.board.size, self._zoom.value
        across = max(room.width() - KEPT_IN_VIEW, 0) / zoom
        down = max(room.height() - KEPT_IN_VIEW, 0) / zoom
        self.setSceneRect(-across, -down, size.width + 2 * across, size.height + 2 * down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A fitted picture stays fitted; else the middle stays where it was."""
        fitted = self._fitted
        # Qt does not tell the old size where the view was out of sight meanwhile.
        old, self._room = self._room, event.size()
        middle = self.to_scene(QPointF(old.width() / 2, old.height() / 2))
        super().resizeEvent(event)
        self._anchor = None
        if fitted or not old.isValid():
            self.fit()
        else:
            self._apply(self._zoom, middle, self._middle())

    def changeEvent(self, event: QEvent) -> None:
        """Light and dark have other surroundings."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.resetCachedContent()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The table and the picture on it."""
        exposed = QRectF(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # parts that touch show no seam then
        for part in self._bare(exposed):
            painter.fillRect(part, role("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw_picture(painter, exposed, self._zoom.value)

    def _bare(self, exposed: QRectF) -> tuple[QRectF, ...]:
        """What the picture leaves uncovered, and a pixel of its edge, which may cover only part of a screen pixel."""
        edge = 1 / self._zoom.value
        size = self.board.size
        covered = QRectF(0, 0, size.width, size.height).adjusted(edge, edge, -edge, -edge).intersected(exposed)
        if self._pyramid is None or covered.isEmpty():
            return (exposed,)
        above, below = QRectF(exposed), QRectF(exposed)
        above.setBottom(covered.top())
        below.setTop(covered.bottom())
        left, right = (QRectF(exposed.left(), covered.top(), exposed.width(), covered.height()) for _ in range(2))
        left.setRight(covered.left())
        right.setLeft(covered.right())
        return above, below, left, right

    def draw_picture(self, painter: QPainter, exposed: QRectF, zoom: float) -> None:
        """Draw a part of the picture, its edge and the grid of its pixels; `zoom` is what the painter is scaled by."""
        if self._pyramid is None:
            return
        whole = QRectF(0, 0, self.board.size.width, self.board.size.height)
        edge = 2 / zoom
        if not whole.adjusted(edge, edge, -edge, -edge).contains(exposed):
            painter.setPen(QPen(role("line"), 0))
            painter.drawRect(whole)
        self._pyramid.draw(painter, exposed, zoom * self.devicePixelRatioF(), quickly=self._settle.isActive())
        self.detail.draw(painter, exposed)
        if self.draw_over_picture is not None:
            self.draw_over_picture(painter, exposed)
        draw_pixel_grid(painter, exposed.intersected(whole), zoom)


def _push(low: float, high: float, room_low: float, room_high: float) -> float:
    if high - low > room_high - room_low:
        return (room_low + room_high - low - high) / 2 if high < room_low or low > room_high else 0.0
    return max(room_low - low, 0.0) + min(room_high - high, 0.0)

"""What is drawn over the picture. Items draw and nothing else: hit tests are geometry's, gestures the tools'."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.geometry.hit import midpoints, vertices
from app.geometry.point import Point
from app.geometry.shape import Polygon
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.mark import RegionMark
from app.ui.hot_spot.metric import AROUND, CASING, CLOSING, CROSSING, HANDLE, MIDPOINT, THIN
from app.ui.hot_spot.outline import Outline, circle, colours, dots, line, scaled, stroke


class BoardItem(QGraphicsItem):
    """An item in pixels of the picture with details in logical screen pixels; it takes no mouse."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self.board = board
        self._bounds = QRectF()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        """All that is drawn, strokes and handles included."""
        return self._bounds

    def _reach(self, around: QRectF, margin: float = AROUND) -> None:
        """Draw in `around` and `margin` screen pixels about it."""
        self.prepareGeometryChange()
        grow = margin / self.board.zoom
        self._bounds = around.adjusted(-grow, -grow, grow, grow)
        self.update()


class RegionItem(BoardItem):
    """A region that is selected, under the pointer or moving, over its settled look in the background."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._mark: RegionMark | None = None
        self._filled = True

    def show_mark(self, mark: RegionMark | None, *, filled: bool = True) -> None:
        """Show this region; one that moves without the fill, so that the picture's edges are seen."""
        self.setVisible(mark is not None)
        self._mark, self._filled = mark, filled
        if mark is not None:
            self._reach(mark.bounds(self.board.zoom), 0)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw it with strong strokes."""
        if self._mark is not None:
            self._mark.draw(painter, self.board.zoom, strong=True, filled=self._filled)


class HandlesItem(BoardItem):
    """The handles of the selected region; where neighbours are close they shrink."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._places: list[QPointF] = []
        self._middles: list[tuple[int, QPointF]] = []
        self._round = False

    @property
    def side(self) -> float:
        """How large a handle is drawn, in logical screen pixels."""
        gap = min(
            ((a - b).manhattanLength() for a, b in zip(self._places, self._places[1:], strict=False)), default=1e9
        )
        return max(3.0, min(HANDLE, gap * self.board.zoom * 0.75))

    def show_selection(self, *, shown: bool) -> None:
        """Show the handles of what is selected now, if regions are `shown` at all."""
        region = self.board.shown_selection
        self.setVisible(shown and region is not None and not region.locked and not region.hidden)
        if region is None:
            self._places, self._middles = [], []
            return
        size = self.board.size
        self._places = [scaled(point, size) for point in vertices(region.shape)]
        self._middles = [(edge, scaled(point, size)) for edge, point in midpoints(region.shape, self.board.screen)]
        self._round = isinstance(region.shape, Polygon)
        box = region.shape.bounds
        self._reach(QRectF(scaled(Point(box.left, box.top), size), scaled(Point(box.right, box.bottom), size)))

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Squares at the handles of a box, dots at vertices, small dots in the middle of edges."""
        dots(painter, [place for _, place in self._middles], MIDPOINT)
        dots(painter, [place for edge, place in self._middles if edge == self.board.edge], MIDPOINT, filled=True)
        if self._round:
            dots(painter, self._places, self.side)
            chosen = self.board.vertex
            dots(painter, [] if chosen is None else self._places[chosen : chosen + 1], self.side, filled=True)
            return
        _, casing = colours()
        half = self.side / 2 / self.board.zoom
        painter.setPen(line(painter, THIN))
        painter.setBrush(casing)
        for place in self._places:
            painter.drawRect(QRectF(place.x() - half, place.y() - half, 2 * half, 2 * half))


class DraftItem(BoardItem):
    """What is being drawn: its outline so far, its corners, and rings where a click closes it and where it crosses."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self.outline = Outline(QPainterPath())
        self._corners: list[QPointF] = []
        self._ring: QPointF | None = None
        self._crossings: list[QPointF] = []

    def show_path(
        self, path: QPainterPath, corners: list[QPointF], ring: QPointF | None, crossings: list[QPointF]
    ) -> None:
        """Show this outline (in pixels of the picture); an empty one shows nothing."""
        self.outline = Outline(path)
        self._corners, self._ring, self._crossings = corners, ring, crossings
        self.setVisible(not path.isEmpty() or bool(corners))
        bounds = path.boundingRect()
        for corner in corners:
            bounds = bounds.united(QRectF(corner.x(), corner.y(), 1e-6, 1e-6))
        self._reach(bounds, CLOSING + AROUND)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw it."""
        _, casing = colours()
        stroke(painter, self.outline)
        zoom = self.board.zoom
        painter.setPen(line(painter))
        painter.setBrush(casing)
        for corner in self._corners:
            painter.drawEllipse(corner, HANDLE / 2 / zoom, HANDLE / 2 / zoom)
        if self._ring is not None:
            circle(painter, self._ring, CLOSING / zoom)
        for crossing in self._crossings:
            circle(painter, crossing, CROSSING / zoom, strong=True, of="danger")


class GuideItem(BoardItem):
    """A line along which a shape is lined up with others. One item a line: the room between two is not drawn anew."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._outline = Outline(QPainterPath())
        self.hide()

    def show_line(self, line: tuple[Point, Point] | None) -> None:
        """Show this one; None hides it."""
        self.setVisible(line is not None)
        if line is not None:
            one, other = (scaled(end, self.board.size) for end in line)
            guide = QPainterPath(one)
            guide.lineTo(other)
            self._outline = Outline(guide)
            self._reach(QRectF(one, other), CASING)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """A thin line, cased so that it shows on any picture."""
        stroke(painter, self._outline, of="accent")


class AimItem(BoardItem):
    """The crosshair that arrow keys move."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._at = QPointF()
        self.hide()

    def show_at(self, at: Point | None) -> None:
        """Show it there; None hides it."""
        self.setVisible(at is not None)
        if at is not None:
            self._at = scaled(at, self.board.size)
            self._reach(QRectF(self._at.x(), self._at.y(), 0, 0), 2 * CLOSING + AROUND)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Four strokes about the place, which itself stays free."""
        near, far = CLOSING / 3 / self.board.zoom, 2 * CLOSING / self.board.zoom
        cross = QPainterPath()
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            cross.moveTo(self._at + QPointF(x * near, y * near))
            cross.lineTo(self._at + QPointF(x * far, y * far))
        stroke(painter, Outline(cross))


class VerdictItem(BoardItem):
    """Where a click was tried, with a mark that tells right from wrong by its form."""

    def __init__(self, board: Board, at: Point, *, is_right: bool) -> None:
        super().__init__(board)
        self._at = scaled(at, board.size)
        self._is_right = is_right
        self.setZValue(5)
        self.rescale()

    def rescale(self) -> None:
        """The zoom changed."""
        self._reach(QRectF(self._at.x(), self._at.y(), 0, 0), CLOSING + AROUND)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """A ring with a dot for a right click, a cross for a wrong one."""
        reach = CLOSING * 0.7 / self.board.zoom
        mark = QPainterPath()
        if self._is_right:
            mark.addEllipse(self._at, reach, reach)
            mark.addEllipse(self._at, reach / 4, reach / 4)
        else:
            for x, y in ((1, 1), (1, -1)):
                mark.moveTo(self._at + QPointF(x * reach, y * reach))
                mark.lineTo(self._at - QPointF(x * reach, y * reach))
        stroke(painter, Outline(mark), strong=True, of="good" if self._is_right else "danger")

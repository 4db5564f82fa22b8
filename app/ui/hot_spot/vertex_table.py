"""The corners of a polygon in numbers; a list "x,y;x,y" can be pasted."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.geometry.movement import moved_vertex
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Polygon
from app.geometry.vertex import FEWEST, distinct
from app.session.edit import Edit
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.vertex_model import VertexModel
from app.ui.theme import Gap

_LINES = 3.5
"""The heads, two corners, and the half that says that there are more."""


class VertexTable(QTableView):
    """One row a corner, in the unit of the numbers above."""

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self.corners = VertexModel(self)
        self.setModel(self.corners)
        self.setAccessibleName(self.tr("Corners of the polygon"))
        self.setToolTip(self.tr("Corners can be pasted as x,y;x,y;x,y"))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + Gap.SMALL)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setFixedHeight(round((self.fontMetrics().height() + Gap.SMALL) * _LINES))
        self.corners.entered.connect(self._entered)
        self.selectionModel().currentChanged.connect(self._chosen)
        board.selection_changed.connect(self._show_vertex)

    def show_region(self, region: Region, per: tuple[float, float]) -> None:
        """Show the corners; `per` is what a whole width and height are in the unit."""
        points = region.shape.points if isinstance(region.shape, Polygon) else ()
        self.corners.show_points(points, per, editable=not region.locked)
        self._show_vertex()

    def paste(self, text: str) -> bool:
        """Take corners out of `text`, "x,y;x,y;x,y" in the shown unit, or one a line; False where they make none."""
        region = self._board.selection
        points = distinct(_read(text, self.corners.per))
        if region is None or region.locked or len(points) < FEWEST:
            self._board.said.emit(self.tr("Nothing pasted: corners are written as x,y;x,y;x,y, at least three."))
            return False
        self._board.reshape(region.id, Polygon(points), Edit(self.tr("Paste corners")))
        return True

    def _entered(self, row: int, column: int, text: str) -> None:
        region, number = self._board.selection, _number(text)
        if region is None or not isinstance(region.shape, Polygon) or number is None:
            return
        place = list(region.shape.points[row])
        place[column] = number / self.corners.per[column]
        shape = moved_vertex(region.shape, row, Point(*place))
        self._board.reshape(region.id, shape, Edit(self.tr("Move corner")))

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid() and self.hasFocus():
            self._board.select(self._board.selected, index.row())

    def _show_vertex(self) -> None:
        vertex = self._board.vertex
        column = max(self.currentIndex().column(), 0)
        self.setCurrentIndex(QModelIndex() if vertex is None else self.corners.index(vertex, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste and copy all corners."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            across, down = self.corners.per
            corners = (f"{point.x * across:.4f},{point.y * down:.4f}" for point in self.corners.points)
            QGuiApplication.clipboard().setText(";".join(corners))
        else:
            super().keyPressEvent(event)


def _read(text: str, per: tuple[float, float]) -> Sequence[Point]:
    points = []
    for pair in text.replace("\n", ";").split(";"):
        numbers = [_number(part) for part in pair.replace("\t", ",").split(",")]
        if len(numbers) == 2 and numbers[0] is not None and numbers[1] is not None:
            points.append(Point(numbers[0] / per[0], numbers[1] / per[1]).within())
        elif pair.strip():
            return ()
    return points


def _number(text: str) -> float | None:
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if abs(number) < 1e9 else None

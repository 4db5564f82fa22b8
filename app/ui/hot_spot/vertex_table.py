"""The corners of a polygon in numbers; a list "x,y;x,y" can be pasted."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.geometry.movement import moved_vertex
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Polygon
from app.geometry.vertex import FEWEST, distinct
from app.session.edit import Edit
from app.ui.hot_spot.board import Board
from app.ui.theme import Gap

_LINES = 3.5
"""The heads, two corners, and the half that says that there are more."""


class VertexTable(QTableWidget):
    """One row a corner, in the unit of the numbers above."""

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        self._board = board
        self._per = (100.0, 100.0)
        self._shown: tuple[Point, ...] = ()
        self.setAccessibleName(self.tr("Corners of the polygon"))
        self.setToolTip(self.tr("Corners can be pasted as x,y;x,y;x,y"))
        self.setHorizontalHeaderLabels([self.tr("Left"), self.tr("Top")])
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + Gap.SMALL)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setFixedHeight(round((self.fontMetrics().height() + Gap.SMALL) * _LINES))
        self.cellChanged.connect(self._entered)
        self.currentCellChanged.connect(self._chosen)
        board.selection_changed.connect(self._show_vertex)

    def show_region(self, region: Region, per: tuple[float, float]) -> None:
        """Show the corners; `per` is what a whole width and height are in the unit."""
        if not isinstance(region.shape, Polygon):
            self._shown = ()
            return
        editable = Qt.ItemFlag.NoItemFlags if region.locked else Qt.ItemFlag.ItemIsEditable
        points = region.shape.points
        with QSignalBlocker(self):
            self.setRowCount(len(points))
            for row, point in enumerate(points):
                if per == self._per and row < len(self._shown) and self._shown[row] == point and self.item(row, 0):
                    continue
                for column, share in enumerate(point):
                    item = QTableWidgetItem(f"{share * per[column]:.2f}")
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | editable)
                    self.setItem(row, column, item)
        self._per, self._shown = per, points

    def paste(self, text: str) -> bool:
        """Take corners out of `text`, "x,y;x,y;x,y" in the shown unit, or one a line; False where they make none."""
        region = self._board.selection
        points = distinct(_read(text, self._per))
        if region is None or region.locked or len(points) < FEWEST:
            self._board.said.emit(self.tr("Nothing pasted: corners are written as x,y;x,y;x,y, at least three."))
            return False
        self._board.reshape(region.id, Polygon(points), Edit(self.tr("Paste corners")))
        return True

    def _entered(self, row: int, column: int) -> None:
        region = self._board.selection
        if region is None or not isinstance(region.shape, Polygon):
            return
        place = list(region.shape.points[row])
        item = self.item(row, column)
        number = _number(item.text()) if item is not None else None
        if number is not None:
            place[column] = number / self._per[column]
            shape = moved_vertex(region.shape, row, Point(*place))
            self._board.reshape(region.id, shape, Edit(self.tr("Move corner")))
        self._shown = ()
        self.show_region(self._board.selection or region, self._per)

    def _chosen(self, row: int) -> None:
        if row >= 0 and self.hasFocus():
            self._board.select(self._board.selected, row)

    def _show_vertex(self) -> None:
        vertex = self._board.vertex
        with QSignalBlocker(self):
            self.setCurrentCell(-1 if vertex is None else vertex, max(self.currentColumn(), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste and copy all corners."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            across, down = self._per
            corners = (f"{point.x * across:.4f},{point.y * down:.4f}" for point in self._shown)
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

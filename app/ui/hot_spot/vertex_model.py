"""The corners of a polygon as a model: nothing is made for a corner that is not seen."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.geometry.point import Point

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TEXT = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


class VertexModel(QAbstractTableModel):
    """One row a corner, left and top in the unit of `per`; `entered(row, column, text)` when the person typed one."""

    entered = Signal(int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.points: tuple[Point, ...] = ()
        self.per = (100.0, 100.0)
        """What a whole width and a whole height are in the shown unit."""
        self._editable = True

    def show_points(self, points: tuple[Point, ...], per: tuple[float, float], *, editable: bool) -> None:
        """Show these corners; in a drag of 1,000 corners this is one signal."""
        if (points, per, editable) == (self.points, self.per, self._editable):
            return
        same = len(points) == len(self.points)
        if not same:
            self.beginResetModel()
        self.points, self.per, self._editable = points, per, editable
        if same:
            self.dataChanged.emit(self.index(0, 0), self.index(len(points) - 1, 1))
        else:
            self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """A row for each corner."""
        return 0 if parent.isValid() else len(self.points)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Left and top."""
        return 0 if parent.isValid() else 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heads, and the numbers of the corners."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        return (self.tr("Left"), self.tr("Top"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A number with two decimals."""
        if role in _TEXT and index.row() < len(self.points):
            return f"{self.points[index.row()][index.column()] * self.per[index.column()]:.2f}"
        return _AT_RIGHT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Corners of a locked region are only read."""
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if self._editable else Qt.ItemFlag.NoItemFlags)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """What was typed goes to the document, and comes back from there."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        self.entered.emit(index.row(), index.column(), str(value))
        return True

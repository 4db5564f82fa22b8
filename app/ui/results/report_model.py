"""The table of a report; a column of nothing but numbers sorts by their values."""

from contextlib import suppress
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.models.results.report_table import ReportTable

Index = QModelIndex | QPersistentModelIndex
VALUE: Final = Qt.ItemDataRole.UserRole
"""What a column sorts by: numbers, or texts without regard to case."""
_NO_PARENT: Final = QModelIndex()
_NOTHING: Final = float("-inf")


class ReportModel(QAbstractTableModel):
    """Shows the cells as Canvas wrote them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = ReportTable()
        self._numbers: set[int] = set()

    def show_table(self, table: ReportTable) -> None:
        """Show this one."""
        self.beginResetModel()
        self._table = table
        columns = enumerate(zip(*table.rows, strict=True))
        self._numbers = {place for place, cells in columns if any(cells) and all(map(_is_number, filter(None, cells)))}
        self.endResetModel()

    @property
    def head(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self._table.head

    def row(self, place: int) -> tuple[str, ...]:
        """The cells of a row."""
        return self._table.rows[place]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """One for each line of the report."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """As many as the report has."""
        return 0 if parent.isValid() else len(self._table.head)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (Qt's own)
        """The name of a column; whole in its tooltip, for names of questions are long."""
        wanted = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return self._table.head[section] if wanted and orientation == Qt.Orientation.Horizontal else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (Qt's own)
        """A cell."""
        text, is_number = self._table.rows[index.row()][index.column()], index.column() in self._numbers
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == VALUE:
            return (float(text) if text else _NOTHING) if is_number else text.casefold()
        if role == Qt.ItemDataRole.TextAlignmentRole and is_number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


def _is_number(text: str) -> bool:
    with suppress(ValueError):
        float(text)
        return True
    return False

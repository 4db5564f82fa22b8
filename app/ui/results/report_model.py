"""The table of a report as a person reads it; a column of nothing but numbers sorts by their values."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import tzinfo
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.message import Message, message
from app.models.results.report_column import Part, ReportColumn, shown_columns
from app.models.results.report_table import ReportTable
from app.ui.results.moment_text import moment_text
from app.ui.words import words

Index = QModelIndex | QPersistentModelIndex
VALUE: Final = Qt.ItemDataRole.UserRole
"""What a column sorts by: numbers, or texts without regard to case."""
_NO_PARENT: Final = QModelIndex()
_NOTHING: Final = float("-inf")


class ReportModel(QAbstractTableModel):
    """Shows what says something to a person; `head` and `row` are all of it, as Canvas wrote it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = ReportTable()
        self._columns: Sequence[ReportColumn] = ()
        self._zone: tzinfo | None = None
        self._numbers: set[int] = set()

    def show_table(self, table: ReportTable, zone: tzinfo | None = None) -> None:
        """Show this one, with the clock of a zone, else of the system."""
        self.beginResetModel()
        self._table, self._columns, self._zone = table, shown_columns(table), zone
        columns = enumerate(zip(*table.rows, strict=True))
        self._numbers = {place for place, cells in columns if any(cells) and all(map(_is_number, filter(None, cells)))}
        self.endResetModel()

    @property
    def head(self) -> tuple[str, ...]:
        """The names of the columns, as Canvas wrote them."""
        return self._table.head

    def row(self, place: int) -> tuple[str, ...]:
        """The cells of a row."""
        return self._table.rows[place]

    def has_numbers(self, section: int) -> bool:
        """Whether a column that is shown has nothing but numbers."""
        return self._columns[section].place in self._numbers

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """One for each line of the report."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """As many as say something to a person."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (Qt's own)
        """What a column has, above its cells; whole in its tooltip, for questions are long."""
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            side = Qt.AlignmentFlag.AlignRight if self.has_numbers(section) else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        wanted = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return words(_heading(self._columns[section])) if wanted and orientation == Qt.Orientation.Horizontal else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (Qt's own)
        """A cell."""
        column = self._columns[index.column()]
        text, is_number = self._table.rows[index.row()][column.place], column.place in self._numbers
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return moment_text(text, self._zone) or text if column.part == Part.HANDED_IN else text
        if role == VALUE:
            return (float(text) if text else _NOTHING) if is_number else text.casefold()
        if role == Qt.ItemDataRole.TextAlignmentRole and is_number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


_HEADINGS = {
    Part.STUDENT: message("Student"), Part.SCORE: message("Score"), Part.HANDED_IN: message("Handed in"),
    Part.ATTEMPT: message("Attempt"), Part.SECTION: message("Section"),
}  # fmt: skip


def _heading(column: ReportColumn) -> Message:
    if column.part == Part.POINTS:
        return message("Points for {number}", number=column.question)
    if column.part == Part.ANSWER and column.words:
        return message("{number}. {question}", number=column.question, question=column.words)
    if column.part == Part.ANSWER:
        return message("Question {number}", number=column.question)
    return _HEADINGS.get(column.part) or message("{column}", column=column.words)


def _is_number(text: str) -> bool:
    with suppress(ValueError):
        float(text)
        return True
    return False

"""The attempts at a quiz as a table that sorts and filters; tens of thousands of rows are made into words as they
are painted.
"""

from collections.abc import Callable, Sequence
from datetime import tzinfo
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.library.results.row import AttemptRow
from app.message import message
from app.ui.library.number_text import number_text
from app.ui.results.moment_text import moment_text
from app.ui.results.state_words import state_words
from app.ui.words import words

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()


class Column(IntEnum):
    """The columns in their order: words, then numbers, which would run into words at their right."""

    STUDENT = 0
    STATE = 1
    HANDED_IN = 2
    ATTEMPT = 3
    SCORE = 4
    KEPT = 5


_NUMBERS: Final = (Column.ATTEMPT, Column.SCORE, Column.KEPT)


class AttemptModel(QAbstractTableModel):
    """All rows are kept; those shown are the ones that fit the filter, in the order chosen by the heads."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[AttemptRow] = ()
        self._shown: list[AttemptRow] = []
        self._zone: tzinfo | None = None
        self._text, self._only_waiting = "", False
        self._order = (int(Column.STUDENT), Qt.SortOrder.AscendingOrder)

    @property
    def shown(self) -> Sequence[AttemptRow]:
        """The rows that are shown, in their order."""
        return self._shown

    def show_attempts(self, rows: Sequence[AttemptRow], zone: tzinfo | None = None) -> None:
        """Show these, with the clock of a zone, else of the system; filter and order stay."""
        self._all, self._zone = rows, zone
        self._lay_out()

    def filter(self, text: str, *, only_waiting: bool) -> None:
        """Show the students whose name has this text, and only what waits for marks, or all."""
        self._text, self._only_waiting = text.casefold().strip(), only_waiting
        self._lay_out()

    def place(self, row: AttemptRow) -> int:
        """Where an attempt is shown; -1 where it is not."""
        key = (row.submission_id, row.attempt)
        return next((n for n, one in enumerate(self._shown) if (one.submission_id, one.attempt) == key), -1)

    def _lay_out(self) -> None:
        self.beginResetModel()
        found = [row for row in self._all if self._fits(row)]
        column, order = self._order
        if (column, order) != (Column.STUDENT, Qt.SortOrder.AscendingOrder):  # they come so
            found.sort(key=_KEYS[Column(column)], reverse=order == Qt.SortOrder.DescendingOrder)
        self._shown = found
        self.endResetModel()

    def _fits(self, row: AttemptRow) -> bool:
        if self._only_waiting and not (row.waiting or row.unsent or row.overdue):
            return False
        return not self._text or self._text in row.name.casefold()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (Qt)
        """Words, those of the state also under the mouse, and numbers at the right."""
        if role == Qt.ItemDataRole.DisplayRole or (
            role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.STATE
        ):
            row, column = self._shown[index.row()], Column(index.column())
            return moment_text(row.finished_at, self._zone) if column == Column.HANDED_IN else _WORDS[column](row)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (Qt)
        """What each column has."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            names = (
                self.tr("Student"), self.tr("State"), self.tr("Handed in"), self.tr("Attempt"), self.tr("Score"),
                self.tr("Counts"),
            )  # fmt: skip
            return names[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in _NUMBERS else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column."""
        self._order = (column, order)
        self._lay_out()


def _state(row: AttemptRow) -> str:
    said = state_words(row)
    if row.unsent:
        unsent = words(message("{count} mark not sent", plural="{count} marks not sent", count=row.unsent))
        return f"{said} · {unsent}"
    return said


def _number(value: float | None) -> str:
    return "" if value is None else number_text(value)


_WORDS: Final[dict[Column, Callable[[AttemptRow], str]]] = {
    Column.STUDENT: lambda row: row.name,
    Column.ATTEMPT: lambda row: str(row.attempt) if row.attempt else "",
    Column.STATE: _state,
    Column.SCORE: lambda row: _number(row.score),
    Column.KEPT: lambda row: _number(row.kept_score),
}
_KEYS: Final[dict[Column, Callable[[AttemptRow], Any]]] = {
    Column.STUDENT: lambda row: (row.name, row.student_id, row.attempt),
    Column.ATTEMPT: lambda row: (row.attempt, row.name),
    Column.STATE: lambda row: (-row.waiting, row.state, row.name),
    Column.SCORE: lambda row: (-1.0 if row.score is None else row.score, row.name),
    Column.KEPT: lambda row: (-1.0 if row.kept_score is None else row.kept_score, row.name),
    Column.HANDED_IN: lambda row: (row.finished_at or "", row.name),
}

"""The quizzes of one place as a table of words."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from operator import attrgetter
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.library.row import QuizRow, State
from app.ui.library.number_text import number_text
from app.ui.library.when import when
from app.ui.standing import state, visibility
from app.ui.words import words

Index = QModelIndex | QPersistentModelIndex
ROW: Final = int(Qt.ItemDataRole.UserRole)
_NO_PARENT: Final = QModelIndex()


class Column(IntEnum):
    """The columns in their order."""

    TITLE = 0
    QUESTIONS = 1
    POINTS = 2
    STATE = 3
    SEEN_BY = 4
    EDITED = 5


NUMBERS: Final = (Column.QUESTIONS, Column.POINTS)


class QuizModel(QAbstractTableModel):
    """Rows as the library gives them, in the order that the person chose by the heads of the columns."""

    def __init__(self, clock: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._rows: tuple[QuizRow, ...] = ()
        self._deleted = False
        self._order = (int(Column.EDITED), Qt.SortOrder.DescendingOrder)

    @property
    def rows(self) -> tuple[QuizRow, ...]:
        """The rows in the order shown."""
        return self._rows

    def show_rows(self, rows: Sequence[QuizRow], *, deleted: bool = False) -> None:
        """Show these. The same quizzes in the same order keep their selection."""
        ordered = tuple(self._ordered(rows))
        if deleted != self._deleted:
            self._deleted = deleted
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.EDITED, Column.EDITED)
        if [row.id for row in ordered] == [row.id for row in self._rows]:
            self._rows = ordered
            if not ordered:
                return
            self.dataChanged.emit(self.index(0, 0), self.index(len(ordered) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self._rows = ordered
        self.endResetModel()

    def place(self, quiz_id: str) -> int:
        """The row that shows a quiz; -1 where none does."""
        return next((place for place, row in enumerate(self._rows) if row.id == quiz_id), -1)

    def _ordered(self, rows: Sequence[QuizRow]) -> list[QuizRow]:
        column, order = self._order
        return sorted(rows, key=_KEYS[Column(column)], reverse=order == Qt.SortOrder.DescendingOrder)

    def _words(self, row: QuizRow, column: int) -> str:
        if row.state is State.ONLY_THERE and column in _ONLY_THERE:
            return _ONLY_THERE[Column(column)]()
        if column == Column.EDITED:
            return when(row.deleted_at or row.edited_at, self._clock())
        return _WORDS[Column(column)](row)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many quizzes."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Words to show and to hear; the row itself for the delegate."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.TITLE:
            return row.title
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """The heads of the columns, over numbers to the right."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _heads(deleted=self._deleted)[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; the selection goes with its quizzes."""
        self._order = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in before]
        self._rows = tuple(self._ordered(self._rows))
        after = [self.index(self.place(one), index.column()) for one, index in zip(ids, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def _heads(*, deleted: bool) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("QuizModel", "Title"),
        translate("QuizModel", "Questions"),
        translate("QuizModel", "Points"),
        translate("QuizModel", "State"),
        translate("QuizModel", "Seen by"),
        translate("QuizModel", "Deleted") if deleted else translate("QuizModel", "Edited"),
    )


_WORDS: Final[dict[Column, Callable[[QuizRow], str]]] = {
    Column.TITLE: lambda row: row.title or QCoreApplication.translate("QuizModel", "Untitled quiz"),
    Column.QUESTIONS: lambda row: str(row.questions),
    Column.POINTS: lambda row: number_text(row.points),
    Column.STATE: lambda row: words(state(row).words),
    Column.SEEN_BY: lambda row: words(visibility(row).words),
}

_ONLY_THERE: Final[dict[Column, Callable[[], str]]] = {
    Column.QUESTIONS: lambda: "",
    Column.EDITED: lambda: QCoreApplication.translate("QuizModel", "Bring here"),
}
"""What a quiz that is not here says instead: Canvas's list does not tell how many questions it has."""

_URGENCY: Final = tuple(State)

_KEYS: Final[dict[Column, Callable[[QuizRow], Any]]] = {
    Column.TITLE: lambda row: row.title.casefold(),
    Column.QUESTIONS: attrgetter("questions"),
    Column.POINTS: attrgetter("points"),
    Column.STATE: lambda row: (_URGENCY.index(row.state), -row.changes),
    Column.SEEN_BY: lambda row: str(row.visibility or ""),
    Column.EDITED: lambda row: row.deleted_at or row.edited_at,
}

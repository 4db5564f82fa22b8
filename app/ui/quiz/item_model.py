"""The items of an open quiz as rows. It looks at summaries alone and never reads an item for the list."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.message import message
from app.models.item import Item
from app.models.quiz import Quiz
from app.session.document import Document
from app.ui.editors.kind import kind_of
from app.ui.fields.points import points_text
from app.ui.words import words

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
PROBLEMS = Qt.ItemDataRole.UserRole + 1
ROWS = "application/x-quizwright-rows"


def is_pin(item: Item) -> bool:
    """Whether Canvas lets nobody move or remove it from here: a stimulus, a bank entry, a bank (decisions 20)."""
    return item.entry_type != "Item"


class ItemModel(QAbstractListModel):
    """A row for each item; `dropped` tells which items were dragged before which 0-based place."""

    dropped = Signal(object, int)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._items: tuple[Item, ...] = document.quiz.items

    @property
    def items(self) -> tuple[Item, ...]:
        """What is shown now."""
        return self._items

    def show_quiz(self, quiz: Quiz) -> None:
        """Show the items of `quiz`; rows that are the same object are left alone."""
        old, new = self._items, quiz.items
        if old is new:
            return
        start = _equal_rows(old, new)
        end = _equal_rows(old[start:][::-1], new[start:][::-1])
        self._remove(start, len(old) - end)
        self._insert(start, new[start : len(new) - end])
        kept = (*range(start), *range(len(new) - end, len(new)))
        changed = [row for row in kept if self._items[row] is not new[row]]
        self._items = new
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first), self.index(last))

    def refresh(self, row: int) -> None:
        """Paint a row anew: its problems changed."""
        self.dataChanged.emit(self.index(row), self.index(row))

    def item(self, index: Index) -> Item:
        """The item of a row."""
        return self._items[index.row()]

    def problem_count(self, item: Item) -> int:
        """How many problems the row's badge tells."""
        return self._document.problem_count(item.id)

    def _remove(self, start: int, end: int) -> None:
        if start < end:
            self.beginRemoveRows(QModelIndex(), start, end - 1)
            self._items = self._items[:start] + self._items[end:]
            self.endRemoveRows()

    def _insert(self, start: int, items: Sequence[Item]) -> None:
        if items:
            self.beginInsertRows(QModelIndex(), start, start + len(items) - 1)
            self._items = (*self._items[:start], *items, *self._items[start:])
            self.endInsertRows()

    def _spoken(self, row: int) -> str:
        """What a screen reader says of a row."""
        item = self._items[row]
        text = item.summary.first_words or item.summary.title or self.tr("no text yet")
        kind = kind_of(item.summary.type).name
        parts = [self.tr("{number}, {kind}: {text}").format(number=row + 1, kind=kind, text=text)]
        if not is_pin(item):
            parts.append(self.tr("{points} points").format(points=points_text(item.points)))
        if item.is_held_back:
            parts.append(self.tr("held back by you"))
        problems = self.problem_count(item)
        if problems:
            parts.append(words(message("{count} problem", plural="{count} problems", count=problems)))
        return ", ".join(parts)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """A flat list."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for typing ahead and for screen readers; the delegate takes the item itself."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.summary.first_words or item.summary.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(index.row())
        if role == ITEM:
            return item
        return self.problem_count(item) if role == PROBLEMS else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Between rows anything can be dropped; a pin is not dragged."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags if is_pin(self.item(index)) else flags | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows move."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only rows of this list."""
        return [ROWS]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """The ids of the rows that are dragged."""
        data = QMimeData()
        ids = [item.id for item in (self.item(index) for index in indexes) if not is_pin(item)]
        data.setData(ROWS, QByteArray("\n".join(ids).encode()))
        return data

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, _parent: Index) -> bool:
        """Tell what was dropped where. The document moves it, so the view has nothing to take away: False."""
        ids = data.data(ROWS).toStdString().split("\n")
        known = {item.id for item in self._items}
        if ids and known.issuperset(ids):
            self.dropped.emit(ids, row if row >= 0 else len(self._items))
        return False


def _equal_rows(one: Sequence[Item], other: Sequence[Item]) -> int:
    """How many rows both begin with, told by id."""
    for place, (a, b) in enumerate(zip(one, other, strict=False)):
        if a is not b and a.id != b.id:
            return place
    return min(len(one), len(other))


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """The first and the last of each run of neighbours; `rows` are in their order."""
    starts = [row for place, row in enumerate(rows) if not place or rows[place - 1] != row - 1]
    ends = [row for place, row in enumerate(rows) if place == len(rows) - 1 or rows[place + 1] != row + 1]
    return list(zip(starts, ends, strict=True))

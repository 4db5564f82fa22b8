"""What a search found, as rows of a list."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.library.row import Hit
from app.message import message
from app.ui.editors.kind import kind_of
from app.ui.fields.points import points_text
from app.ui.words import words

Index = QModelIndex | QPersistentModelIndex

HIT: Final = int(Qt.ItemDataRole.UserRole)
_NOWHERE: Final = QModelIndex()


class HitModel(QAbstractListModel):
    """Under `HIT` each row has its `Hit`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Have these rows."""
        self.beginResetModel()
        self.hits = tuple(hits)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a hit, the whole of it, and what a screen reader says."""
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.snippet
        if role == HIT:
            return hit
        return _spoken(hit) if role == Qt.ItemDataRole.AccessibleTextRole else None


def icon_of(hit: Hit) -> str:
    """The icon of its type; a book for a quiz."""
    return kind_of(hit.type).icon if hit.item_id else "book-open"


def place_words(hit: Hit) -> str:
    """What it is and where: type, label, quiz, tags."""
    tags = ", ".join(hit.tags)
    if not hit.item_id:
        return " · ".join(part for part in (QCoreApplication.translate("Hit", "Quiz"), tags) if part)
    return " · ".join(part for part in (kind_of(hit.type).name, hit.title, hit.quiz_title, tags) if part)


def _spoken(hit: Hit) -> str:
    said = [hit.snippet, place_words(hit)]
    if hit.item_id and hit.points is not None:
        points = points_text(hit.points)
        said.append(QCoreApplication.translate("Hit", "{points} points").format(points=points))
    if hit.problems:
        said.append(words(message("{count} problem", plural="{count} problems", count=hit.problems)))
    return ". ".join(said)

"""What a search found: questions and quizzes with the words around the hit."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.library.row import Hit
from app.ui.icons import icon
from app.ui.library.quiz_model import Index
from app.ui.painted_text import write
from app.ui.theme import Gap, icon_side, role, row_height

_HIT: Final = int(Qt.ItemDataRole.UserRole)
_QUIZ: Final = _HIT + 1


class HitList(QListWidget):
    """`open_wanted` carries the quiz and the item in it, "" for the quiz itself."""

    open_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_HitDelegate(self))
        self.setAccessibleName(self.tr("Found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemActivated.connect(self._open)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show the hits, the best first."""
        self.clear()
        for hit in hits:
            item = QListWidgetItem(hit.snippet, self)
            item.setData(_HIT, hit)
            item.setData(_QUIZ, hit.quiz_title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}. {item.data(_QUIZ)}")
        if hits:
            self.setCurrentRow(0)

    def _open(self, item: QListWidgetItem) -> None:
        hit: Hit = item.data(_HIT)
        self.open_wanted.emit(hit.quiz_id, hit.item_id)


class _HitDelegate(QStyledItemDelegate):
    """Two lines: the words found, and below them the quiz."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as a row of the table."""
        return QSize(0, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, icon, two lines."""
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, role("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, role("surface"))
        rect = option.rect.adjusted(Gap.MEDIUM, 0, -Gap.MEDIUM, 0)
        whole = not index.data(_HIT).item_id
        mark = icon("book-open" if whole else "file-text", "text_quiet")
        mark.paint(painter, QRect(rect.left(), rect.top(), icon_side(), rect.height()))
        rect = rect.adjusted(icon_side() + Gap.MEDIUM, 0, 0, 0)
        middle = rect.center().y() + 1
        above = QRect(rect.left(), rect.top(), rect.width(), middle - rect.top())
        below = QRect(rect.left(), middle, rect.width(), rect.bottom() - middle)
        write(painter, above, str(index.data()), "text", "text", Qt.AlignmentFlag.AlignBottom)
        write(painter, below, str(index.data(_QUIZ)), "quiet", "text_quiet", Qt.AlignmentFlag.AlignTop)
        painter.restore()

"""How a row looks that says two things: an icon, what it is, and below it a quiet note."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.row_ground import paint_ground
from app.ui.theme import Gap, icon_side, row_height
from app.ui.writing import ABOVE, BELOW, Ink

NOTE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""Where a row has its second line."""


class TwoLineDelegate(QStyledItemDelegate):
    """Rows without an icon begin where the icon would."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ink = Ink()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as every row with two lines, as wide as the list."""
        return QSize(0, row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, icon, both lines."""
        painter.save()
        self._ink.take(QApplication.font())
        paint_ground(painter, option, "surface")
        rest = option.rect.adjusted(Gap.MEDIUM, 0, -Gap.SMALL, 0)
        mark = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(mark, QIcon):
            mark.paint(painter, QRect(rest.left(), rest.top(), icon_side(), rest.height()))
            rest.setLeft(rest.left() + icon_side() + Gap.SMALL)
        above, below = two_lines(rest)
        self._ink.write(painter, above, str(index.data()), "text", "text", ABOVE)
        self._ink.write(painter, below, str(index.data(NOTE)), "quiet", "text_quiet", BELOW)
        painter.restore()


def two_lines(rect: QRect) -> tuple[QRect, QRect]:
    """The upper and the lower line of a row."""
    middle = rect.center().y() + 1
    above = QRect(rect.left(), rect.top() + Gap.TIGHT, rect.width(), middle - rect.top() - Gap.TIGHT)
    return above, QRect(rect.left(), middle, rect.width(), rect.bottom() - middle - Gap.TIGHT)

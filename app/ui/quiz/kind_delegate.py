"""How a type of question looks in a list: icon, name, one line of what it is for."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.editors.kind import kind_of
from app.ui.icons import icon
from app.ui.row_ground import paint_ground
from app.ui.theme import Gap, large_icon_side, row_height
from app.ui.writing import ABOVE, BELOW, Ink

KIND = Qt.ItemDataRole.UserRole


class KindDelegate(QStyledItemDelegate):
    """Two lines beside an icon."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ink = Ink()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as every row with two lines."""
        return QSize(0, row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Icon at the left, name above, purpose below."""
        kind = kind_of(index.data(KIND))
        painter.save()
        self._ink.take(QApplication.font())
        paint_ground(painter, option, "surface_raised")
        inner = option.rect.adjusted(Gap.SMALL, Gap.TIGHT, -Gap.SMALL, -Gap.TIGHT)
        icon(kind.icon, "accent").paint(painter, QRect(inner.left(), inner.top(), large_icon_side(), inner.height()))
        inner.setLeft(inner.left() + large_icon_side() + Gap.MEDIUM)
        above, below = QRect(inner), QRect(inner)
        above.setBottom(inner.center().y())
        below.setTop(inner.center().y() + 1)
        self._ink.write(painter, above, kind.name, "text", "text", ABOVE)
        self._ink.write(painter, below, kind.purpose, "quiet", "text_quiet", BELOW)
        painter.restore()

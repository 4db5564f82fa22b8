"""How an entry of a picker looks: icon, name, and at the right its quiet note."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.ui.painted_text import width_of, write
from app.ui.row_ground import paint_ground
from app.ui.theme import Gap, control_height, icon_side

NOTE = int(Qt.ItemDataRole.UserRole) + 1

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class EntryDelegate(QStyledItemDelegate):
    """Paints one line."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as a control, as wide as the list."""
        return QSize(0, control_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, icon, name, note."""
        painter.save()
        paint_ground(painter, option, "surface")
        rect = option.rect.adjusted(Gap.MEDIUM, 0, -Gap.MEDIUM, 0)
        mark = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(mark, QIcon):
            mark.paint(painter, QRect(rect.left(), rect.top(), icon_side(), rect.height()))
        rect = rect.adjusted(icon_side() + Gap.MEDIUM, 0, 0, 0)
        note = str(index.data(NOTE) or "")
        width = width_of(note, "quiet") + 1
        right = QRect(rect.right() - width, rect.top(), width, rect.height())
        write(painter, right, note, "quiet", "text_quiet", Qt.AlignmentFlag.AlignRight | _MIDDLE)
        write(painter, rect.adjusted(0, 0, -width - Gap.MEDIUM, 0), str(index.data()), "text", "text", _MIDDLE)
        painter.restore()

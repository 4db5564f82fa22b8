"""How a found question looks in the list: a tick box, its type, the words found, and where it stands."""

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.library.row import Hit
from app.ui.editors.kind import kind_of
from app.ui.fields.tick_box import TickBox
from app.ui.icons import icon
from app.ui.quiz.item_model import Index
from app.ui.theme import Gap, icon_side, role, row_height
from app.ui.writing import BELOW, Ink

HIT: Final = int(Qt.ItemDataRole.UserRole)
NOTE: Final = HIT + 1
"""The second line: the quiz, the points, and whether it is in this quiz already."""

_STATE = QStyle.StateFlag


class FoundDelegate(QStyledItemDelegate):
    """Two lines beside a tick box."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink = Ink()
        self._box = TickBox(parent)

    def box_width(self) -> int:
        """From the edge of a row to the end of its tick box: what the mouse ticks."""
        return self._box.width()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as every row with two lines."""
        return QSize(0, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, tick box, icon, two lines."""
        painter.save()
        self._ink.take(QApplication.font())
        if option.state & _STATE.State_Selected:
            painter.fillRect(option.rect, role("selection"))
            if option.state & _STATE.State_HasFocus:
                bar = QRect(option.rect.left(), option.rect.top(), Gap.TIGHT, option.rect.height())
                painter.fillRect(bar, role("accent"))
        elif option.state & _STATE.State_MouseOver:
            painter.fillRect(option.rect, role("surface"))
        self._box.paint(painter, option.rect, Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)))
        rest = option.rect.adjusted(self.box_width(), 0, -Gap.MEDIUM, 0)
        hit: Hit = index.data(HIT)
        mark = icon(kind_of(hit.type).icon, "text_quiet")
        mark.paint(painter, QRect(rest.left(), rest.top(), icon_side(), rest.height()))
        rest.setLeft(rest.left() + icon_side() + Gap.SMALL)
        middle = rest.center().y() + 1
        above = QRect(rest.left(), rest.top() + Gap.TIGHT, rest.width(), middle - rest.top() - Gap.TIGHT)
        below = QRect(rest.left(), middle, rest.width(), rest.bottom() - middle - Gap.TIGHT)
        self._ink.write_found(painter, above, hit.snippet or "…", hit.found)
        self._ink.write(painter, below, str(index.data(NOTE)), "quiet", "text_quiet", BELOW)
        painter.restore()

    def editorEvent(
        self, _event: QEvent, _model: QAbstractItemModel, _option: QStyleOptionViewItem, _index: Index
    ) -> bool:
        """The list itself ticks: the box does not stand where Qt would look for it."""
        return False

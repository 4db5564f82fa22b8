"""What rows with a tick box and two lines have in common: where the box stands, and the icon."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.fields.tick_box import TickBox
from app.ui.icons import icon
from app.ui.quiz.item_model import Index
from app.ui.theme import Gap, icon_side, row_height
from app.ui.writing import Ink


class TickDelegate(QStyledItemDelegate):
    """For a list that ticks by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ink = Ink()
        self._box = TickBox(parent)

    def box_width(self) -> int:
        """From the edge of a row to the end of its tick box: what the mouse ticks."""
        return self._box.width()

    def paint_head(
        self, painter: QPainter, option: QStyleOptionViewItem, state: Qt.CheckState | None, name: str
    ) -> QRect:
        """The box, where there is one, and the icon of that name; gives what is left of the row."""
        if state is not None:
            self._box.paint(painter, option.rect, state)
        rest = option.rect.adjusted(self.box_width(), 0, -Gap.MEDIUM, 0)
        icon(name, "text_quiet").paint(painter, QRect(rest.left(), rest.top(), icon_side(), rest.height()))
        rest.setLeft(rest.left() + icon_side() + Gap.SMALL)
        return rest

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as every row with two lines."""
        return QSize(0, row_height())

    def editorEvent(
        self, _event: QEvent, _model: QAbstractItemModel, _option: QStyleOptionViewItem, _index: Index
    ) -> bool:
        """The list itself ticks: the box does not stand where Qt would look for it."""
        return False

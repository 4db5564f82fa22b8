"""How a place looks at the side of the library: icon, name, number of quizzes; or a quiet heading."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.ui.icons import icon
from app.ui.library.quiz_model import Index
from app.ui.painted_text import width_of, write
from app.ui.row_ground import paint_ground
from app.ui.theme import Gap, control_height, icon_side

COUNT: Final = int(Qt.ItemDataRole.UserRole) + 1
ICON_NAME: Final = int(Qt.ItemDataRole.UserRole) + 2

_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


class PlaceDelegate(QStyledItemDelegate):
    """Paints places and headings."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a control; a heading without words is a gap."""
        name = str(index.data())
        return QSize(width_of(name, "text"), control_height() + Gap.TIGHT if name else Gap.LARGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A heading, or ground, icon, name and number."""
        painter.save()
        rect = option.rect.adjusted(Gap.LARGE, 0, -Gap.LARGE, 0)
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            lower = rect.adjusted(0, 0, 0, -Gap.TIGHT)
            write(painter, lower, str(index.data()), "quiet", "text_quiet", Qt.AlignmentFlag.AlignBottom)
        else:
            paint_ground(painter, option, "surface_raised")
            _paint_place(painter, rect, index)
        painter.restore()


def _paint_place(painter: QPainter, rect: QRect, index: Index) -> None:
    count = str(index.data(COUNT) or "")
    width = width_of(count, "quiet") + 1
    right = QRect(rect.right() - width, rect.top(), width, rect.height())
    write(painter, right, count, "quiet", "text_quiet", Qt.AlignmentFlag.AlignRight | _MIDDLE)
    if index.data(ICON_NAME):
        icon(index.data(ICON_NAME), "text_quiet").paint(
            painter, QRect(rect.left(), rect.top(), icon_side(), rect.height())
        )
        rect = rect.adjusted(icon_side() + Gap.SMALL, 0, 0, 0)
    write(painter, rect.adjusted(0, 0, -width - Gap.SMALL, 0), str(index.data()), "text", "text", _MIDDLE)

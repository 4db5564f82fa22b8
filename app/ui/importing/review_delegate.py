"""How a row of a review looks: a tick box, an icon, two lines, and at the right a mark and the points."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.fields.tick_box import TickBox
from app.ui.icons import icon
from app.ui.quiz.item_model import Index
from app.ui.theme import Gap, Role, icon_side, role, row_height
from app.ui.writing import ABOVE, AT_RIGHT, BELOW, Ink

ROW: Final = int(Qt.ItemDataRole.UserRole)
MARKS: Final[Mapping[str, Role]] = {"triangle-alert": "warning", "circle-x": "danger"}
"""The colours of marks; all others are quiet."""
_STATE = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class Look:
    """What is painted of a row; `tone` is of its second line. A head stands over the questions of a quiz.

    `ticked` is None where there is nothing to tick.
    """

    first: str
    second: str
    icon: str
    tone: Role = "text_quiet"
    mark: str = ""
    points: str = ""
    is_head: bool = False
    ticked: Qt.CheckState | None = Qt.CheckState.Checked


class ReviewDelegate(QStyledItemDelegate):
    """Two lines; what cannot be ticked has an empty place instead of the box, and quiet words."""

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
        """Ground, box and icon, then from the right: points and mark, and the words in what is left."""
        look: Look = index.data(ROW)
        painter.save()
        self._ink.take(QApplication.font())
        _paint_ground(painter, option, look)
        if look.ticked is not None:
            self._box.paint(painter, option.rect, look.ticked)
        rest = option.rect.adjusted(self._box.width(), 0, -Gap.MEDIUM, 0)
        icon(look.icon, "text_quiet").paint(painter, QRect(rest.left(), rest.top(), icon_side(), rest.height()))
        rest.setLeft(rest.left() + icon_side() + Gap.SMALL)
        rest = self._paint_right(painter, rest, look)
        self._paint_words(painter, rest, look)
        painter.restore()

    def editorEvent(
        self, _event: QEvent, _model: QAbstractItemModel, _option: QStyleOptionViewItem, _index: Index
    ) -> bool:
        """The list itself ticks: the box does not stand where Qt would look for it."""
        return False

    def _paint_right(self, painter: QPainter, rect: QRect, look: Look) -> QRect:
        right = rect.right()
        if look.points:
            width = self._ink.width(look.points, "text")
            place = QRect(right - width, rect.top(), width + 1, rect.height())
            self._ink.write(painter, place, look.points, "text", "text", AT_RIGHT)
            right -= width + Gap.SMALL
        if look.mark:
            mark = QRect(right - icon_side(), rect.top(), icon_side(), rect.height())
            icon(look.mark, MARKS.get(look.mark, "text_quiet")).paint(painter, mark)
            right -= icon_side() + Gap.SMALL
        return QRect(rect.left(), rect.top(), right - rect.left(), rect.height())

    def _paint_words(self, painter: QPainter, rect: QRect, look: Look) -> None:
        middle = rect.center().y() + 1
        above = QRect(rect.left(), rect.top() + Gap.TIGHT, rect.width(), middle - rect.top() - Gap.TIGHT)
        below = QRect(rect.left(), middle, rect.width(), rect.bottom() - middle - Gap.TIGHT)
        if look.is_head:
            self._ink.write_found(painter, above, look.first, [(0, len(look.first))])
        else:
            tone: Role = "text" if look.ticked is not None else "text_quiet"
            self._ink.write(painter, above, look.first, "text", tone, ABOVE)
        self._ink.write(painter, below, look.second, "quiet", look.tone, BELOW)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, look: Look) -> None:
    if option.state & _STATE.State_Selected:
        painter.fillRect(option.rect, role("selection"))
        if option.state & _STATE.State_HasFocus:
            painter.fillRect(QRect(option.rect.topLeft(), QSize(Gap.TIGHT, option.rect.height())), role("accent"))
    elif option.state & _STATE.State_MouseOver or look.is_head:
        painter.fillRect(option.rect, role("surface"))

"""How a row of the library's table looks: title and course in two lines, states with icon and words."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from app.library.row import QuizRow, State
from app.message import message
from app.ui.icons import icon
from app.ui.library.quiz_model import NUMBERS, ROW, Column, Index
from app.ui.painted_text import width_of, write
from app.ui.row_ground import paint_ground
from app.ui.standing import BRING, Standing, state, visibility
from app.ui.theme import Gap, Role, icon_side, role, row_height
from app.ui.two_line_delegate import two_lines
from app.ui.words import words

_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft
_STATE: Final = QStyle.StateFlag
_FOCUS: Final = _STATE.State_HasFocus


class QuizDelegate(QStyledItemDelegate):
    """Paints every column; a row is one target, whatever column the cursor is in."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground of the row, then what this column says."""
        row: QuizRow = index.data(ROW)
        painter.save()
        _paint_ground(painter, option, index)
        rect = option.rect.adjusted(Gap.MEDIUM, 0, -Gap.MEDIUM, 0)
        column = Column(index.column())
        if column is Column.TITLE:
            _paint_title(painter, rect, str(index.data()), row)
        elif column is Column.STATE:
            _paint_standing(painter, rect, state(row))
        elif column is Column.SEEN_BY:
            _paint_standing(painter, rect, visibility(row))
        elif column is Column.EDITED and row.state is State.ONLY_THERE:
            _paint_standing(painter, rect, BRING)
        else:
            side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else _LEFT
            tone: Role = "text" if column in NUMBERS and row.state is not State.ONLY_THERE else "text_quiet"
            write(painter, rect, str(index.data()), "text", tone, side | _MIDDLE)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines high, as wide as the words."""
        return QSize(room_for(str(index.data()), index.column()), row_height())


def room_for(text: str, column: int) -> int:
    """What the words of a column take, an icon before them included."""
    marked = column in (Column.STATE, Column.SEEN_BY, Column.EDITED)
    return width_of(text, "text") + 2 * Gap.MEDIUM + Gap.TIGHT + (icon_side() + Gap.SMALL if marked else 0)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """Qt gives the focus to a cell; here the row has it, and its bar stands before the title."""
    row, table = QStyleOptionViewItem(option), option.widget
    assert isinstance(table, QTreeView)
    has_focus = table.hasFocus() and index.column() == Column.TITLE and index.row() == table.currentIndex().row()
    row.state = option.state & ~_FOCUS | (_FOCUS if has_focus else _STATE.State_None)
    paint_ground(painter, row, "surface")
    line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
    painter.fillRect(line, role("line"))


def _paint_title(painter: QPainter, rect: QRect, title: str, row: QuizRow) -> None:
    note = _note(row)
    tone: Role = "text_quiet" if row.state is State.ONLY_THERE else "text"
    if not note:
        write(painter, rect, title, "text", tone, _LEFT | _MIDDLE)
        return
    above, below = two_lines(rect)
    write(painter, above, title, "text", tone, _LEFT | Qt.AlignmentFlag.AlignBottom)
    write(painter, below, note, "quiet", "text_quiet", _LEFT | Qt.AlignmentFlag.AlignTop)


def _note(row: QuizRow) -> str:
    parts = [row.course_name] if row.course_name else []
    if row.problems:
        parts.append(words(message("{count} problem", plural="{count} problems", count=row.problems)))
    if row.tags:
        parts.append(", ".join(row.tags))
    return " · ".join(parts)


def _paint_standing(painter: QPainter, rect: QRect, standing: Standing) -> None:
    if standing.icon:
        icon(standing.icon, standing.role).paint(painter, QRect(rect.left(), rect.top(), icon_side(), rect.height()))
        rect = rect.adjusted(icon_side() + Gap.SMALL, 0, 0, 0)
    write(painter, rect, words(standing.words), "text", standing.role, _LEFT | _MIDDLE)

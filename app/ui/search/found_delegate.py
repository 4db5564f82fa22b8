"""How a hit looks: its type, the words around those that were found, where it is, points and problems."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.library.row import Hit
from app.ui.fields.points import points_text
from app.ui.icons import icon
from app.ui.painted_text import width_of, write
from app.ui.search.hit_model import HIT, icon_of, place_words
from app.ui.theme import Gap, font, icon_side, role, row_height

Index = QModelIndex | QPersistentModelIndex

_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_CUT: Final = "…"
_BEFORE: Final = 16
"""So many characters before a found word are shown where the beginning has no room."""


class FoundDelegate(QStyledItemDelegate):
    """Two lines: the words, those that were found in bold; below them the type, the label, the quiz and the tags."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as every row with two lines."""
        return QSize(0, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and icon, then from the right: points and problems, and the words in what is left."""
        hit: Hit = index.data(HIT)
        painter.save()
        _paint_ground(painter, option)
        rect = option.rect.adjusted(Gap.MEDIUM, 0, -Gap.MEDIUM, 0)
        icon(icon_of(hit), "text_quiet").paint(painter, QRect(rect.left(), rect.top(), icon_side(), rect.height()))
        rect = rect.adjusted(icon_side() + Gap.MEDIUM, 0, 0, 0)
        rect = _paint_points(painter, rect, hit)
        rect = _paint_problems(painter, rect, hit.problems)
        middle = rect.center().y() + 1
        above = QRect(rect.left(), rect.top() + Gap.TIGHT, rect.width(), middle - rect.top() - Gap.TIGHT)
        below = QRect(rect.left(), middle, rect.width(), rect.bottom() - middle)
        paint_found(painter, above, hit.snippet, hit.found)
        write(painter, below, place_words(hit), "quiet", "text_quiet", Qt.AlignmentFlag.AlignTop)
        painter.restore()


def paint_found(painter: QPainter, rect: QRect, text: str, found: Sequence[tuple[int, int]]) -> None:
    """One line of `text` with the places `found` in bold; begun later where else no found word would be seen."""
    plain, bold = font("text"), font("text")
    bold.setWeight(QFont.Weight.Bold)
    start = _start(text, found, QFontMetrics(bold), rect.width())
    painter.setPen(role("text"))
    left = rect.left()
    for words, is_found in _runs(text, found, start):
        painter.setFont(bold if is_found else plain)
        metrics = painter.fontMetrics()
        room = rect.right() - left
        fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, rect.top(), room, rect.height()), _LINE, fitting)
        left += metrics.horizontalAdvance(words)
        if fitting != words or left >= rect.right():
            break


_LINE: Final = Qt.AlignmentFlag.AlignBottom.value | Qt.TextFlag.TextSingleLine.value


def _start(text: str, found: Sequence[tuple[int, int]], metrics: QFontMetrics, room: int) -> int:
    """Where the line begins: at the start of the text, unless its first found word would then be cut off."""
    if not found or metrics.horizontalAdvance(text[: found[0][1]]) < room:
        return 0
    return text.rfind(" ", 0, max(found[0][0] - _BEFORE, 0)) + 1


def _runs(text: str, found: Sequence[tuple[int, int]], start: int) -> Iterator[tuple[str, bool]]:
    """The text from `start` on, in pieces that were found or not."""
    if start:
        yield _CUT, False
    place = start
    for left, right in found:
        if left >= place:
            yield text[place:left], False
            yield text[left:right], True
            place = right
    yield text[place:], False


def _paint_points(painter: QPainter, rect: QRect, hit: Hit) -> QRect:
    points = points_text(hit.points) if hit.item_id else ""
    width = max(width_of(points, "text"), width_of("00", "text")) + 1
    place = QRect(rect.right() - width, rect.top(), width, rect.height())
    write(painter, place, points, "text", "text", Qt.AlignmentFlag.AlignRight | _MIDDLE)
    return rect.adjusted(0, 0, -width - Gap.MEDIUM, 0)


def _paint_problems(painter: QPainter, rect: QRect, problems: int) -> QRect:
    if not problems:
        return rect
    words = str(problems)
    width = width_of(words, "quiet") + 1
    mark = QRect(rect.right() - width - icon_side(), rect.top(), icon_side(), rect.height())
    icon("circle-alert", "danger").paint(painter, mark)
    place = QRect(mark.right() + Gap.TIGHT // 2, rect.top(), width + 1, rect.height())
    write(painter, place, words, "quiet", "danger", Qt.AlignmentFlag.AlignRight | _MIDDLE)
    return rect.adjusted(0, 0, -width - icon_side() - Gap.MEDIUM, 0)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if selected:
        painter.fillRect(option.rect, role("selection"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, role("surface"))
    if selected and option.widget.hasFocus():
        painter.fillRect(QRect(option.rect.topLeft(), QSize(Gap.TIGHT - 1, option.rect.height())), role("accent"))

"""How a hit looks: its type, the words around those that were found, where it is, points and problems."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem

from app.library.row import Hit
from app.ui.fields.points import points_text
from app.ui.icons import icon
from app.ui.row_ground import paint_ground
from app.ui.search.hit_model import HIT, icon_of, place_words
from app.ui.theme import Gap, icon_side, row_height
from app.ui.two_line_delegate import two_lines
from app.ui.writing import AT_RIGHT, BELOW, Ink

Index = QModelIndex | QPersistentModelIndex


class FoundDelegate(QStyledItemDelegate):
    """Two lines: the words, those that were found in bold; below them the type, the label, the quiz and the tags."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ink = Ink()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as every row with two lines."""
        return QSize(0, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and icon, then from the right: points and problems, and the words in what is left."""
        hit: Hit = index.data(HIT)
        painter.save()
        self.ink.take(QApplication.font())
        paint_ground(painter, option, "surface")
        rect = option.rect.adjusted(Gap.MEDIUM, 0, -Gap.MEDIUM, 0)
        icon(icon_of(hit), "text_quiet").paint(painter, QRect(rect.left(), rect.top(), icon_side(), rect.height()))
        rect = rect.adjusted(icon_side() + Gap.MEDIUM, 0, 0, 0)
        rect = self._paint_points(painter, rect, hit)
        rect = self._paint_problems(painter, rect, hit.problems)
        above, below = two_lines(rect)
        self.ink.write_found(painter, above, hit.snippet, hit.found)
        self.ink.write(painter, below, place_words(hit), "quiet", "text_quiet", BELOW)
        painter.restore()

    def _paint_points(self, painter: QPainter, rect: QRect, hit: Hit) -> QRect:
        points = points_text(hit.points) if hit.item_id else ""
        width = max(self.ink.width(points, "text"), self.ink.width("00", "text")) + 1
        place = QRect(rect.right() - width, rect.top(), width, rect.height())
        self.ink.write(painter, place, points, "text", "text", AT_RIGHT)
        return rect.adjusted(0, 0, -width - Gap.MEDIUM, 0)

    def _paint_problems(self, painter: QPainter, rect: QRect, problems: int) -> QRect:
        if not problems:
            return rect
        words = str(problems)
        width = self.ink.width(words, "quiet") + 1
        mark = QRect(rect.right() - width - icon_side(), rect.top(), icon_side(), rect.height())
        icon("circle-alert", "danger").paint(painter, mark)
        place = QRect(mark.right() + Gap.TIGHT // 2, rect.top(), width + 1, rect.height())
        self.ink.write(painter, place, words, "quiet", "danger", AT_RIGHT)
        return rect.adjusted(0, 0, -width - icon_side() - Gap.MEDIUM, 0)

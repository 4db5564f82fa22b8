"""How a row of the item list looks: number, type, two lines of words, points, problems."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem

from app.models.item import Item
from app.ui.editors.kind import kind_of
from app.ui.fields.points import points_text
from app.ui.icons import icon
from app.ui.quiz.item_model import ITEM, PROBLEMS, is_pin
from app.ui.row_ground import paint_ground
from app.ui.theme import Gap, icon_side, row_height
from app.ui.two_line_delegate import two_lines
from app.ui.writing import ABOVE, AT_RIGHT, BELOW, Ink

Index = QModelIndex | QPersistentModelIndex


class ItemDelegate(QStyledItemDelegate):
    """Paints from the item's summary alone. Folded, a row has its number, its icon and its mark only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folded = False
        self.ink = Ink()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines high; as wide as the list."""
        return QSize(self.folded_width() if self.folded else 0, row_height())

    def folded_width(self) -> int:
        """Room for a number, an icon and a mark."""
        self.ink.take(QApplication.font())
        return 3 * Gap.SMALL + self.ink.width("0000", "quiet") + 2 * icon_side()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Back, number and icon, then from the right: points and problems, and the words in what is left."""
        item: Item = index.data(ITEM)
        painter.save()
        self.ink.take(QApplication.font())
        kind = kind_of(item.summary.type)
        paint_ground(painter, option, "surface_raised")
        rest = option.rect.adjusted(Gap.SMALL, 0, -Gap.SMALL, 0)
        rest = self._paint_number(painter, rest, index.row() + 1)
        icon(kind.icon, "text_quiet").paint(painter, QRect(rest.left(), rest.top(), icon_side(), rest.height()))
        rest.setLeft(rest.left() + icon_side() + Gap.SMALL)
        if not self.folded and (item.points or not is_pin(item)):
            rest = self._paint_points(painter, rest, points_text(item.points))
        rest = self._paint_problems(painter, rest, index.data(PROBLEMS))
        rest = _paint_held(painter, rest, item)
        if not self.folded:
            self._paint_words(painter, rest, item, kind.name)
        painter.restore()

    def _paint_number(self, painter: QPainter, rect: QRect, number: int) -> QRect:
        width = self.ink.width("0000", "quiet")
        place = QRect(rect.left(), rect.top(), width - Gap.TIGHT, rect.height())
        self.ink.write(painter, place, str(number), "quiet", "text_quiet", AT_RIGHT)
        return rect.adjusted(width, 0, 0, 0)

    def _paint_points(self, painter: QPainter, rect: QRect, points: str) -> QRect:
        width = max(self.ink.width(points, "text"), self.ink.width("00", "text"))
        place = QRect(rect.right() - width, rect.top(), width + 1, rect.height())
        self.ink.write(painter, place, points, "text", "text", AT_RIGHT)
        return rect.adjusted(0, 0, -width - Gap.SMALL, 0)

    def _paint_problems(self, painter: QPainter, rect: QRect, problems: int) -> QRect:
        """A mark, with the number of problems where there is room for it."""
        if not problems:
            return rect
        width = 0 if self.folded else self.ink.width(str(problems), "quiet")
        mark = QRect(rect.right() - width - icon_side(), rect.top(), icon_side(), rect.height())
        icon("circle-alert", "danger").paint(painter, mark)
        if not self.folded:
            place = QRect(mark.right() + Gap.TIGHT // 2, rect.top(), width + 1, rect.height())
            self.ink.write(painter, place, str(problems), "quiet", "danger", AT_RIGHT)
        return rect.adjusted(0, 0, -width - icon_side() - Gap.SMALL, 0)

    def _paint_words(self, painter: QPainter, rect: QRect, item: Item, kind: str) -> None:
        """First words, or the label while there are none; below it the type and the label."""
        summary = item.summary
        first = summary.first_words or summary.title
        label = summary.title if summary.first_words else ""
        above, below = two_lines(rect)
        self.ink.write(painter, above, first or "…", "text", "text" if first else "text_quiet", ABOVE)
        self.ink.write(painter, below, f"{kind} · {label}" if label else kind, "quiet", "text_quiet", BELOW)


def _paint_held(painter: QPainter, rect: QRect, item: Item) -> QRect:
    """A cloud that is crossed out: the person keeps it from Canvas. What it means is said with the row."""
    if not item.is_held_back:
        return rect
    mark = QRect(rect.right() - icon_side(), rect.top(), icon_side(), rect.height())
    icon("cloud-off", "text_quiet").paint(painter, mark)
    return rect.adjusted(0, 0, -icon_side() - Gap.SMALL, 0)

"""How a row of a review looks: a tick box, an icon, two lines, and at the right a mark and the points."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from app.ui.icons import icon
from app.ui.quiz.item_model import Index
from app.ui.row_ground import paint_ground
from app.ui.theme import Gap, Role, icon_side
from app.ui.tick_delegate import TickDelegate
from app.ui.two_line_delegate import two_lines
from app.ui.writing import ABOVE, AT_RIGHT, BELOW

ROW: Final = int(Qt.ItemDataRole.UserRole)
MARKS: Final[Mapping[str, Role]] = {"triangle-alert": "warning", "circle-x": "danger"}
"""The colours of marks; all others are quiet."""


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


class ReviewDelegate(TickDelegate):
    """Two lines; what cannot be ticked has an empty place instead of the box, and quiet words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, box and icon, then from the right: points and mark, and the words in what is left."""
        look: Look = index.data(ROW)
        painter.save()
        self.ink.take(QApplication.font())
        paint_ground(painter, option, "surface", raised=look.is_head)
        rest = self._paint_right(painter, self.paint_head(painter, option, look.ticked, look.icon), look)
        self._paint_words(painter, rest, look)
        painter.restore()

    def _paint_right(self, painter: QPainter, rect: QRect, look: Look) -> QRect:
        right = rect.right()
        if look.points:
            width = self.ink.width(look.points, "text")
            place = QRect(right - width, rect.top(), width + 1, rect.height())
            self.ink.write(painter, place, look.points, "text", "text", AT_RIGHT)
            right -= width + Gap.SMALL
        if look.mark:
            mark = QRect(right - icon_side(), rect.top(), icon_side(), rect.height())
            icon(look.mark, MARKS.get(look.mark, "text_quiet")).paint(painter, mark)
            right -= icon_side() + Gap.SMALL
        return QRect(rect.left(), rect.top(), right - rect.left(), rect.height())

    def _paint_words(self, painter: QPainter, rect: QRect, look: Look) -> None:
        above, below = two_lines(rect)
        if look.is_head:
            self.ink.write_found(painter, above, look.first, [(0, len(look.first))])
        else:
            tone: Role = "text" if look.ticked is not None else "text_quiet"
            self.ink.write(painter, above, look.first, "text", tone, ABOVE)
        self.ink.write(painter, below, look.second, "quiet", look.tone, BELOW)

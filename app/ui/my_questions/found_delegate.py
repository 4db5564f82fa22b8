"""How a found question looks in the list: a tick box, its type, the words found, and where it stands."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from app.library.row import Hit
from app.ui.editors.kind import kind_of
from app.ui.quiz.item_model import Index
from app.ui.row_ground import paint_ground
from app.ui.tick_delegate import TickDelegate
from app.ui.two_line_delegate import two_lines
from app.ui.writing import BELOW

HIT: Final = int(Qt.ItemDataRole.UserRole)
NOTE: Final = HIT + 1
"""The second line: the quiz, the points, and whether it is in this quiz already."""


class FoundDelegate(TickDelegate):
    """Two lines beside a tick box."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, tick box, icon, two lines."""
        hit: Hit = index.data(HIT)
        painter.save()
        self.ink.take(QApplication.font())
        paint_ground(painter, option, "surface")
        state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        above, below = two_lines(self.paint_head(painter, option, state, kind_of(hit.type).icon))
        self.ink.write_found(painter, above, hit.snippet or "…", hit.found)
        self.ink.write(painter, below, str(index.data(NOTE)), "quiet", "text_quiet", BELOW)
        painter.restore()

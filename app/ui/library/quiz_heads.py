"""The heads of the library's table: quiet words over their columns, with an arrow at the one that orders."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.ui.icons import icon
from app.ui.painted_text import width_of, write
from app.ui.theme import Gap, control_height, icon_side, role


class QuizHeads(QHeaderView):
    """Painted here, so that words stand exactly over the cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setStretchLastSection(False)
        self.setSectionsMovable(False)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Room for the words, the arrow and the air of a cell."""
        return QSize(
            width_of(self._words(section), "quiet") + icon_side() + 2 * Gap.MEDIUM + Gap.TIGHT, control_height()
        )

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Words on the table's own ground, and a line below."""
        painter.save()
        painter.fillRect(rect, role("surface_raised"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), role("line"))
        inner = rect.adjusted(Gap.MEDIUM, 0, -Gap.MEDIUM, 0)
        align = Qt.AlignmentFlag(
            self.model().headerData(section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        )
        orders = section == self.sortIndicatorSection()
        write(painter, inner, self._words(section), "quiet", "text" if orders else "text_quiet", align)
        if orders:
            self._paint_arrow(painter, inner, to_right=bool(align & Qt.AlignmentFlag.AlignRight))
        painter.restore()

    def _paint_arrow(self, painter: QPainter, inner: QRect, *, to_right: bool) -> None:
        words = width_of(self._words(self.sortIndicatorSection()), "quiet")
        left = inner.right() - words - icon_side() - Gap.TIGHT if to_right else inner.left() + words + Gap.TIGHT
        falling = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        place = QRect(left, inner.top(), icon_side(), inner.height())
        icon("chevron-down" if falling else "chevron-up", "text_quiet").paint(painter, place)

    def _words(self, section: int) -> str:
        return str(self.model().headerData(section, self.orientation()))

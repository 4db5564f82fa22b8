"""A line of words that ends in “…” where there is no room for all of them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme import Gap


class CutLabel(QLabel):
    """All of it is in the tooltip, and for a screen reader, when it is cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """A long title is cut before the window has to grow."""
        return QSize(Gap.PAGE, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        room = self.contentsRect()
        is_cut = self.fontMetrics().horizontalAdvance(self.text()) > room.width()
        self.setToolTip(self.text() if is_cut else "")
        fitting = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        QPainter(self).drawText(room, self.alignment().value | Qt.TextFlag.TextSingleLine.value, fitting)

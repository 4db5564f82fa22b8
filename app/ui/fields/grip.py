"""The handle by which a row is dragged."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.icons import icon
from app.ui.theme import icon_side


class Grip(QWidget):
    """Says where the mouse drags it, in global coordinates. The keyboard has Alt+Up and Alt+Down instead."""

    dragged = Signal(QPointF)
    dropped = Signal(QPointF)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start: QPointF | None = None
        self._dragging = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Drag to move, or press Alt+Up and Alt+Down in the text"))

    def sizeHint(self) -> QSize:
        """As wide as its icon."""
        return QSize(icon_side(), icon_side())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Six dots, quiet until the mouse is over the row."""
        painter = QPainter(self)
        icon("grip-vertical", "text_quiet").paint(painter, self.rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag would begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._start, self._dragging = event.globalPosition(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag as soon as the system's own distance is passed."""
        if self._start is None:
            return
        moved = (event.globalPosition() - self._start).manhattanLength()
        self._dragging = self._dragging or moved >= QApplication.startDragDistance()
        if self._dragging:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop where the mouse is."""
        dragging, self._start, self._dragging = self._dragging, None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if dragging:
            self.dropped.emit(event.globalPosition())

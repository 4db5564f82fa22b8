"""The frame around the canvas; it shows the focus."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import role

_WIDTH = 2


class CanvasFrame(QWidget):
    """Two pixels about `inner`: a line, and the accent while `inner` has the keyboard."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inner = inner
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_WIDTH, _WIDTH, _WIDTH, _WIDTH)
        layout.addWidget(inner)
        inner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The focus came or went."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        painter = QPainter(self)
        focused = self._inner.hasFocus()
        painter.setPen(QPen(role("accent" if focused else "line"), _WIDTH if focused else 1))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1) if focused else self.rect().adjusted(1, 1, -2, -2))

"""The handle by which a row is dragged."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.ui.icons import icon
from app.ui.theme import icon_side


class Grip(QWidget):
    """Says where the mouse drags it, in global coordinates; a click offers to move by one place (-1 up, 1 down).

    The keyboard has Alt+Up and Alt+Down instead.
    """

    dragged = Signal(QPointF)
    dropped = Signal(QPointF)
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start: QPointF | None = None
        self._dragging = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Drag to move, click for a menu, or press Alt+Up and Alt+Down in the text"))

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
        pressed, dragging = self._start is not None, self._dragging
        self._start, self._dragging = None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if dragging:
            self.dropped.emit(event.globalPosition())
        elif pressed:
            self._offer_moves()

    def _offer_moves(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, keys, by in ((self.tr("Move up"), "Alt+Up", -1), (self.tr("Move down"), "Alt+Down", 1)):
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            menu.addAction(f"{text}\t{shown}").triggered.connect(lambda _checked=False, by=by: self.moved.emit(by))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

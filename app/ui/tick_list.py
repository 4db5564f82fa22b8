"""A list of rows of two lines with a tick box each."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from app.ui.tick_delegate import TickDelegate


class TickList(QListWidget):
    """Ticks by itself: the box does not stand where Qt would look for it."""

    def __init__(self, look: type[TickDelegate], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look(self)
        self.setItemDelegate(self._look)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def turn(self, row: QListWidgetItem | None) -> None:
        """Tick a row, or take its tick away."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is looked at stays in sight."""
        super().resizeEvent(event)
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the tick box ticks."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._is_at_box(event):
            self.turn(self.itemAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on the box are two clicks; anywhere else they tick."""
        self.mousePressEvent(event)
        if not self._is_at_box(event):
            self.turn(self.itemAt(event.position().toPoint()))

    def _is_at_box(self, event: QMouseEvent) -> bool:
        return event.position().x() < self._look.box_width()

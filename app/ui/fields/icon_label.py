"""An icon that stands beside words; painted anew, so that it follows light, dark and scale."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import icon_side


class IconLabel(QWidget):
    """Decoration only: what it means stands in words beside it."""

    def __init__(self, parent: QWidget | None = None, *, size: int = 0) -> None:
        super().__init__(parent)
        self._icon = QIcon()
        self._size = size or icon_side()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: QIcon) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """The size it was made for."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in its colour of now."""
        self._icon.paint(QPainter(self), self.rect())

"""The page beside the canvas, with the list of regions and their numbers."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class SidePage(QScrollArea):
    """Scrolls where it is low, so that what is shown of a region never moves or crops the canvas."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = QWidget(self)
        self.setWidget(self.page)

    def minimumSizeHint(self) -> QSize:
        """As wide as its parts need, and a scroll bar; as low as may be."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self.page.minimumSizeHint().width() + bar, super().minimumSizeHint().height())

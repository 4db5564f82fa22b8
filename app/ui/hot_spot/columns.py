"""The canvas, and beside it the lists of regions and covers with the numbers of the selected region."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSplitter, QWidget

from app.ui.hot_spot.metric import NARROW
from app.ui.hot_spot.side_page import SidePage
from app.ui.theme import Gap

_SMALLEST_CANVAS = QSize(280, 240)


class Columns(QSplitter):
    """In a narrow window the side goes below the canvas, and its parts stand beside each other."""

    def __init__(
        self, canvas: QWidget, regions: QWidget, covers: QWidget, numbers: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.side = SidePage(self)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, self.side.page)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(Gap.MEDIUM)
        self._parts.addWidget(regions, 1)
        self._parts.addWidget(covers)
        self._parts.addWidget(numbers)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(Gap.MEDIUM)
        canvas.setMinimumSize(_SMALLEST_CANVAS)
        self.addWidget(canvas)
        self.addWidget(self.side)
        self.setStretchFactor(0, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where there is no room beside the canvas."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        if (self.orientation() == down) != narrow:
            self.setOrientation(down if narrow else across)
            way = QBoxLayout.Direction
            self._parts.setDirection(way.LeftToRight if narrow else way.TopToBottom)

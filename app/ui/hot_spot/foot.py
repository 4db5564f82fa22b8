"""The line under the canvas: what to do next, and what there is to know of the picture."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.hot_spot.picture_facts import PictureFacts
from app.ui.hot_spot.status_line import StatusLine
from app.ui.theme import Gap


class Foot(QWidget):
    """Beside each other, or below where the facts would take the hint's room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status = StatusLine(self)
        self.facts = PictureFacts(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Gap.SMALL)
        self._row.addWidget(self.status, 1)
        self._row.addWidget(self.facts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where there is no room beside the hint."""
        super().resizeEvent(event)
        fits = event.size().width() >= self.status.usual_width + self.facts.sizeHint().width()
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)
            self._row.setSpacing(Gap.SMALL if fits else 0)

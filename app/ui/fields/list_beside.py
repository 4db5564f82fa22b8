"""A list beside what is chosen in it; where there is no room for both, one line above it."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QListWidget, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import Gap, control_height

_ROOM: Final = 20
"""So many controls wide both stand side by side."""
_WIDEST: Final = 8


class ListBeside(QWidget):
    """`above` stands over the list, such as what searches it. The one line holds the same rows as the list.

    `flush` where the list touches the edges of the window and the page has margins of its own.
    """

    def __init__(
        self, rows: QListWidget, page: QWidget, parent: QWidget, *, above: QWidget | None = None, flush: bool = False
    ) -> None:
        super().__init__(parent)
        self._flush = flush
        self.rows = rows
        self.line = QComboBox(self)
        self.line.setModel(rows.model())
        self.line.setAccessibleName(rows.accessibleName())
        self.line.setMinimumHeight(control_height())
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.line.hide()
        self._side = QWidget(self)
        self._side_layout = side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(Gap.SMALL)
        for part in (above, rows, self.line):
            if part is not None:
                side.addWidget(part, 1 if part is rows else 0)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0 if flush else Gap.LARGE)
        self._box.addWidget(self._side)
        self._box.addWidget(page, 1)
        self.line.activated.connect(rows.setCurrentRow)
        rows.currentRowChanged.connect(self.line.setCurrentIndex)
        rows.model().rowsInserted.connect(lambda: QTimer.singleShot(0, self, self._follow))

    @property
    def is_narrow(self) -> bool:
        """Whether the list is one line."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def _follow(self) -> None:
        """The list was filled anew."""
        self.line.setCurrentIndex(self.rows.currentRow())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or one above the other."""
        super().resizeEvent(event)
        narrow = self.width() < _ROOM * control_height()
        if narrow != self.is_narrow:
            ways = QBoxLayout.Direction
            self._box.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
            self.rows.setVisible(not narrow)
            self.line.setVisible(narrow)
            if self._flush:
                sides = Gap.PAGE if narrow else 0
                self._box.setContentsMargins(0, Gap.MEDIUM if narrow else 0, 0, 0)
                self._side_layout.setContentsMargins(sides, 0, sides, 0)
        if not narrow:
            self._side.setFixedWidth(min(self.width() // 3, _WIDEST * control_height()))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(self.maximumWidth())
        high = QSizePolicy.Policy.Fixed if narrow else QSizePolicy.Policy.Preferred
        self._side.setSizePolicy(QSizePolicy.Policy.Preferred, high)

"""A choice of one among few words."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from app.ui.theme import control_height

_LEAST_CONTROLS = 3


class ChoiceBox(QComboBox):
    """Gives the key of what the person picked. The wheel scrolls the page and never changes it."""

    picked = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumHeight(control_height())
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for key, words in options:
            self.addItem(words, key)
        self.activated.connect(lambda: self.picked.emit(self.currentData()))

    def show_key(self, key: str) -> None:
        """Show the option `key`; a word that is not known yet gets a row of its own."""
        place = self.findData(key)
        if place < 0:
            self.addItem(key, key)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def minimumSizeHint(self) -> QSize:
        """In a narrow window with large text the end of the words may be cut; the list has them whole."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), _LEAST_CONTROLS * control_height()), least.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past must not change a question."""
        event.ignore()

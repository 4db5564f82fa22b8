"""A bar that stands under a rich text while something of it is edited."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.fields.view import keep_in_view

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf
    from app.ui.fields.rich_text.edit import RichEdit

_LAID_OUT_MS = 20
"""After this the page has made room for what came."""


class Part(QFrame):
    """Acts on one text. Escape closes it and gives the focus back."""

    closed = Signal()

    def __init__(self, edit: "RichEdit", shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit, self.shelf = edit, shelf
        self._came = False
        self.hide()

    def begin(self) -> None:
        """Show what is at the cursor, and take the focus where there is something to type."""
        raise NotImplementedError

    def follow(self) -> None:
        """The cursor moved, or the text changed."""

    def finish(self) -> None:
        """Take in what is under way."""

    def end(self) -> None:
        """Go, and give the focus back to the text."""
        self.hide()
        self.closed.emit()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_whole(self) -> None:
        if self._came and self.isVisible():
            self._came = False
            keep_in_view(self)

    def showEvent(self, event: QShowEvent) -> None:
        """It comes below the text, perhaps out of sight."""
        super().showEvent(event)
        self._came = True
        QTimer.singleShot(_LAID_OUT_MS, self, self._show_whole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends it."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

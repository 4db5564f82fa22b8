"""A text field that is as high as its text: the page around it scrolls, it does not."""

from math import ceil

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from app.ui.fields.view import keep_in_view
from app.ui.theme import control_height


class GrowingEdit(QTextEdit):
    """As high as its text, at least `lines`; `left` tells that a burst of typing has ended."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1) -> None:
        super().__init__(parent)
        self._least_lines = lines
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.cursorPositionChanged.connect(self._follow_cursor)

    def grow_with_document(self) -> None:
        """Follow the height of the document that is set by now."""
        self.fit_margin()
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def fit_margin(self) -> None:
        """One line is as high as other controls."""
        line = self.fontMetrics().lineSpacing()
        self.document().setDocumentMargin((control_height() - line) / 2 - self.frameWidth())

    def finish(self) -> None:
        """Take in what an input method has under way."""
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()

    def _follow_cursor(self) -> None:
        if self.hasFocus():
            # The layout that makes room for a new line runs first.
            QTimer.singleShot(0, self, self._show_cursor)

    def _show_cursor(self) -> None:
        keep_in_view(self.viewport(), self.cursorRect())

    def sizeHint(self) -> QSize:
        """As high as the text, and at least as the lines asked for."""
        line, margin = self.fontMetrics().lineSpacing(), self.document().documentMargin()
        height = max(self._least_lines * line + 2 * margin, self.document().size().height())
        return QSize(super().sizeHint().width(), ceil(height) + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Never smaller than the text: the page scrolls, not the field."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A line more or less: the page follows the cursor."""
        super().resizeEvent(event)
        self._follow_cursor()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A burst of typing ends here."""
        super().focusOutEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nothing to scroll here: the page takes it."""
        event.ignore()

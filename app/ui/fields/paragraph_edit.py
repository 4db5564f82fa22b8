"""The widget in which paragraphs of plain text are typed; it grows with its text."""

import re
from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QMimeData, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from app.ui.fields.handed_over import handed_over
from app.ui.fields.history_keys import HistoryKeys, show_menu
from app.ui.fields.view import keep_in_view
from app.ui.theme import control_height

_PARAGRAPH, _LINE = "\u2029", "\u2028"
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x0b|\x0c")


class ParagraphEdit(QTextEdit):
    """Plain text, Enter begins a paragraph, Shift+Enter a line; `typed` tells of the person's changes alone."""

    typed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1) -> None:
        super().__init__(parent)
        self._least_lines = lines
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        HistoryKeys(self)
        self._space_paragraphs()
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)
        self.textChanged.connect(self.typed)
        self.cursorPositionChanged.connect(self._follow_cursor)

    def texts(self) -> list[str]:
        """The paragraphs, `\\n` for a line break in one."""
        texts, block = [], self.document().begin()
        while block.isValid():
            texts.append(block.text().replace(_LINE, "\n"))
            block = block.next()
        return texts

    def set_texts(self, texts: Sequence[str]) -> None:
        """Show these paragraphs; only what differs is replaced, so that the cursor keeps its place."""
        old = _PARAGRAPH.join(self.texts()).replace("\n", _LINE)
        new = _PARAGRAPH.join(texts).replace("\n", _LINE)
        if old == new:
            return
        start = _common(old, new)
        kept = _common(old[start:][::-1], new[start:][::-1])
        with QSignalBlocker(self):
            cursor = QTextCursor(self.document())
            cursor.setPosition(_units(old[:start]))
            cursor.setPosition(_units(old[: len(old) - kept]), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(new[start : len(new) - kept])

    def finish(self) -> None:
        """Take in what an input method has under way."""
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()

    def _space_paragraphs(self) -> None:
        """Half a line between paragraphs; blocks that are made later inherit it."""
        line = self.fontMetrics().lineSpacing()
        self.document().setDocumentMargin((control_height() - line) / 2 - self.frameWidth())
        spacing = QTextBlockFormat()
        spacing.setBottomMargin(line / 2)
        with QSignalBlocker(self):
            QTextCursor(self.document()).mergeBlockFormat(spacing)

    def _follow_cursor(self) -> None:
        if self.hasFocus():
            # The layout that makes room for a new line runs first.
            QTimer.singleShot(0, self, self._show_cursor)

    def _show_cursor(self) -> None:
        keep_in_view(self.viewport(), self.cursorRect())

    def sizeHint(self) -> QSize:
        """As high as the text, and at least as the lines asked for."""
        line, margin = self.fontMetrics().lineSpacing(), self.document().documentMargin()
        least = self._least_lines * line + 2 * margin
        height = max(least, self.document().size().height())
        return QSize(super().sizeHint().width(), ceil(height) + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Never smaller than the text: the page scrolls, not the field."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words alone, each line a paragraph."""
        lines = _LINE_ENDS.sub("\n", source.text()).strip("\n").split("\n")
        self.textCursor().insertText(_PARAGRAPH.join(line.strip() for line in lines if line.strip() or len(lines) == 1))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Pictures and files are for the parent to take."""
        return source.hasText() and not source.hasUrls()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy words alone, without the widget's own fonts."""
        copied = handed_over(QMimeData())
        copied.setText(self.textCursor().selectedText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n"))
        return copied

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins a paragraph with the spacing of the others, which Qt's own Enter would drop."""
        if event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            cursor = self.textCursor()
            cursor.insertBlock(cursor.blockFormat())
            self.setTextCursor(cursor)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A line more or less: the page follows the cursor."""
        super().resizeEvent(event)
        self._follow_cursor()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A burst of typing ends here."""
        super().focusOutEvent(event)
        self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu without a history of its own."""
        show_menu(self, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nothing to scroll here: the page takes it."""
        event.ignore()


def _common(one: str, other: str) -> int:
    """How many signs both begin with."""
    for place, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return place
    return min(len(one), len(other))


def _units(text: str) -> int:
    """Length in UTF-16 units, in which Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

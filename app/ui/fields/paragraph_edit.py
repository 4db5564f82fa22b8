"""The widget in which paragraphs of plain text are typed; it grows with its text."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QSignalBlocker, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from app.ui.fields.growing_edit import GrowingEdit
from app.ui.fields.handed_over import handed_over
from app.ui.fields.history_keys import HistoryKeys, show_menu

_PARAGRAPH, _LINE = "\u2029", "\u2028"
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x0b|\x0c")


class ParagraphEdit(GrowingEdit):
    """Plain text, Enter begins a paragraph, Shift+Enter a line; `typed` tells of the person's changes alone."""

    typed = Signal()

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1) -> None:
        super().__init__(parent, lines=lines)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        HistoryKeys(self)
        self.grow_with_document()
        self._space_paragraphs()
        self.textChanged.connect(self.typed)

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

    def _space_paragraphs(self) -> None:
        """Half a line between paragraphs; blocks that are made later inherit it."""
        spacing = QTextBlockFormat()
        spacing.setBottomMargin(self.fontMetrics().lineSpacing() / 2)
        with QSignalBlocker(self):
            QTextCursor(self.document()).mergeBlockFormat(spacing)

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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu without a history of its own."""
        show_menu(self, event.globalPos())


def _common(one: str, other: str) -> int:
    """How many signs both begin with."""
    for place, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return place
    return min(len(one), len(other))


def _units(text: str) -> int:
    """Length in UTF-16 units, in which Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

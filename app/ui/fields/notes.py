"""Several lines of plain text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.fields.paragraph_edit import ParagraphEdit


class NotesField(ParagraphEdit):
    """Says what the person typed; a line each paragraph. No markup: `<b>` is three signs."""

    edited = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, lines=2)
        self.setAccessibleName(name)
        self.typed.connect(lambda: self.edited.emit("\n".join(self.texts())))

    def show_text(self, text: str) -> None:
        """Show `text`; only what differs is replaced, so that the cursor keeps its place."""
        self.set_texts(text.split("\n"))

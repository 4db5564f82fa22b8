"""A note about a picture that stays in this library."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.fields.line import LineField
from app.ui.fields.quiet import QuietLabel
from app.ui.theme import Gap


class PictureNote(QWidget):
    """For colleagues: Canvas has no place for a description of a hot spot's picture."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = LineField(self.tr("Note on the picture, for you and your colleagues"), self)
        self.line.setPlaceholderText(self.tr("Where it is from, what it shows, who may use it"))
        hint = self.tr("The note stays on this computer.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(self.line)
        layout.addWidget(QuietLabel(hint, self))
        self.line.edited.connect(self.edited)

    def show_note(self, note: str | None) -> None:
        """Show what was noted."""
        self.line.show_text(note or "")

    def summary(self) -> str:
        """The note itself, for the folded section."""
        return self.line.text() or self.tr("None")

    def finish(self) -> None:
        """Take in what is under way."""
        self.line.finish()

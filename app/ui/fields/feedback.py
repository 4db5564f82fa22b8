"""What students read after answering."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.html.text import plain_text
from app.models.feedback import Feedback
from app.ui.fields.labelled import LabelledField
from app.ui.fields.rich_text.field import RichTextField

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class FeedbackFields(QWidget):
    """Feedback for everybody, for a right and for a wrong answer; gives kind, HTML, and whether it was typed."""

    edited = Signal(str, str, bool)

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {
            "neutral": self.tr("For everybody"),
            "correct": self.tr("For a right answer"),
            "incorrect": self.tr("For a wrong answer"),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.fields = {
            kind: RichTextField(self.tr("Feedback: {kind}").format(kind=name), shelf, self)
            for kind, name in self._names.items()
        }
        for kind, field in self.fields.items():
            layout.addWidget(LabelledField(self._names[kind], field, self))
            field.edited.connect(lambda html, typed, kind=kind: self.edited.emit(kind, html, typed))

    def show_feedback(self, feedback: Feedback | None) -> None:
        """Show what there is."""
        for kind, field in self.fields.items():
            field.show_html(getattr(feedback, kind, None))

    def summary(self) -> str:
        """What the folded section holds, in words."""
        held = [self._names[kind] for kind, field in self.fields.items() if plain_text(field.html) or "<" in field.html]
        return " · ".join(held) if held else self.tr("None")

    def finish(self) -> None:
        """Take in what an input method has under way."""
        for field in self.fields.values():
            field.finish()

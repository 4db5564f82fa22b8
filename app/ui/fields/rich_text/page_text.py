"""A text that is read as words of the page rather than in a field of a form."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from app.ui.fields.rich_text.reading_view import RichTextView

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class PageText(RichTextView):
    """Begins where everything else does, without a frame."""

    def __init__(self, name: str, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(name, shelf, parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)

    def fit_margin(self) -> None:
        """None."""
        self.document().setDocumentMargin(0)

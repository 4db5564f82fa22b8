"""What is asked, above a picture that has the whole window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.fields.quiet import Toned
from app.ui.theme import Gap


class Asked(QLabel):
    """The words of the question, without pictures and formulas."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(0, 0, 0, Gap.SMALL)
        Toned(self, "text", "section")

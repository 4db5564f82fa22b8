"""What a hot spot's picture means for students who cannot see it, with the one click that helps them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.fields.icon_label import IconLabel
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.theme import Gap


class PictureHint(QWidget):
    """One line; `wanted` asks for an equivalent question."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark = IconLabel(self)
        mark.show_icon(icon("info", "text_quiet"))
        self.words = QuietLabel(
            self.tr("Canvas sends no description of this picture. Students who cannot see it need another question."),
            self,
        )
        self.make = TextButton(self.tr("Make a multiple choice of it"), self)
        self.make.setAccessibleDescription(self.words.text())
        self.make.setToolTip(
            self.tr("Adds a question below with the same text; the names of the regions are its right answers")
        )
        self.make.clicked.connect(self.wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.make)

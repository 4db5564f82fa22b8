"""What is shown of a quiz without questions: what this place is for, and the button that fills it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.theme import Gap


class EmptyQuiz(QWidget):
    """An invitation to add the first question."""

    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("This quiz has no questions yet"), self)
        Toned(title, "text", "section")
        text = self.tr("Add one and begin to type, or choose Edit › Paste a list of questions.")
        saved = self.tr("Everything is saved on this computer at once.")
        note = QuietLabel(f"{text} {saved}", self)
        self.add = TextButton(self.tr("Add question"), self, icon=icon("plus"))
        self.add.clicked.connect(self.add_wanted)
        layout = QVBoxLayout(self)
        layout.setSpacing(Gap.MEDIUM)
        layout.addStretch(2)
        for label in (title, note):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def add_corner(self) -> QPoint:
        """Where the list of types opens, in global coordinates."""
        return self.add.mapToGlobal(self.add.rect().topLeft())

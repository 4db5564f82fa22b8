"""What is shown of a place without quizzes, or of a search that found nothing: what it is for, and what fills it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.theme import Gap


class EmptyPlace(QWidget):
    """Two lines and, where something can be done, a button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        Toned(self.title, "text", "section")
        self.title.setWordWrap(True)
        self.note = QuietLabel("", self)
        self._button: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.PAGE)
        layout.setSpacing(Gap.MEDIUM)
        layout.addStretch(2)
        for label in (self.title, self.note):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addStretch(3)

    @property
    def button(self) -> QWidget | None:
        """The button that is shown."""
        return self._button

    def say(self, title: str, note: str, button: QWidget | None = None) -> None:
        """Show these words and this button, which the page keeps."""
        self.title.setText(title)
        self.note.setText(note)
        if self._button is not button:
            if self._button is not None:
                self._button.hide()
            self._button = button
            if button is not None:
                layout = self.layout()
                assert isinstance(layout, QVBoxLayout)
                layout.insertWidget(layout.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)
        if button is not None:
            button.show()

"""What went wrong, said in place: a mark, what happened, what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.errors import UserError
from app.ui.fields.icon_label import IconLabel
from app.ui.icons import icon
from app.ui.theme import Gap
from app.ui.words import words


class Trouble(QWidget):
    """Hidden while all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark = IconLabel(self)
        mark.show_icon(icon("circle-alert", "danger"))
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.words, 1)
        self.hide()

    def show_error(self, error: UserError | None) -> None:
        """Show an error and what to do about it; None takes it away."""
        self.setVisible(error is not None)
        if error is not None:
            said = words(error.message)
            if error.hint is not None:
                said += ("\n" if "\n" in said else " ") + words(error.hint)
            self.words.setText(said)
            self.words.setAccessibleName(self.words.text())

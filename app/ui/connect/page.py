"""A page of the connect dialog: a heading, its parts one below the other, and a row of buttons."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.theme import Gap, control_height

_LEFT: Final = Qt.AlignmentFlag.AlignLeft


class Page(QWidget):
    """`back` leads to the page before, Enter presses `main`; `grown` tells that a part was added or taken away."""

    grown = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Gap.SMALL)
        heading = said(title, self)
        Toned(heading, "text", "section")
        self.column.addWidget(heading)
        self.back = TextButton(self.tr("Back"), self, icon=icon("chevron-left"))
        self.main: QPushButton | None = None

    def say(self, text: str) -> QLabel:
        """Add a sentence."""
        label = said(text, self)
        self.column.addWidget(label)
        return label

    def note(self, text: str) -> QLabel:
        """Add a quiet one."""
        label = QuietLabel(text, self)
        self.column.addWidget(label)
        return label

    def put_field(self, field: QLineEdit) -> None:
        """Add a field under its name."""
        label = self.say(field.accessibleName())
        label.setBuddy(field)
        self.column.addWidget(field)

    def put_button(self, button: QPushButton) -> None:
        """Add a button that stands for itself."""
        self.column.addWidget(button, 0, _LEFT)

    def put_gap(self) -> None:
        """Keep what follows apart."""
        self.column.addSpacing(Gap.SMALL)

    def enter(self) -> None:
        """Put the cursor where the page begins; of all pages of a dialog, Enter presses the button of this one."""
        if self.main is not None:
            self.main.setDefault(True)
            (self.main if self.main.isEnabled() else self.back).setFocus()

    def put_buttons(self, *buttons: QPushButton) -> None:
        """End the page: the way back at the left, what is done at the right, the last one by Enter."""
        self.column.addStretch(1)
        self.put_gap()
        row = QHBoxLayout()
        row.setSpacing(Gap.SMALL)
        row.addWidget(self.back)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self.main = buttons[-1]
        self.column.addLayout(row)


def said(text: str, parent: QWidget) -> QLabel:
    """Words that wrap."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def line(name: str, example: str, parent: QWidget, *, hidden: bool = False) -> QLineEdit:
    """A field for one text; a `hidden` one is shown as dots."""
    field = QLineEdit(parent)
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    field.setMinimumHeight(control_height())
    field.setTextMargins(Gap.TIGHT, 0, Gap.TIGHT, 0)
    if hidden:
        field.setEchoMode(QLineEdit.EchoMode.Password)
    return field

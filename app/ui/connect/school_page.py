"""What to hand to the IT of a school that has no key for Quizwright yet: to be read, copied, or saved as a text."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.session.school_request import school_request
from app.ui.connect.page import Page
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.theme import control_height
from app.ui.words import words

_LINES = 9


class SchoolPage(Page):
    """`save` asks where to; the text is made for the Canvas that was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("A page for your school's IT"), parent)
        self.say(
            self.tr("A key is made once for the whole school. Send this page to those who look after Canvas there.")
        )
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Page for your school's IT"))
        self.text.setMinimumHeight(control_height() * _LINES)
        self.column.addWidget(self.text)
        self.copied = self.note("")
        self.copied.hide()
        self.copy = TextButton(self.tr("Copy"), self, icon=icon("copy"))
        self.save = TextButton(self.tr("Save as a text…"), self, icon=icon("download"))
        self.copy.clicked.connect(self._copy)
        self.put_buttons(self.save, self.copy)

    def show_request(self, address: str) -> None:
        """Write the page for the Canvas at an address, which may not be known yet."""
        self.text.setPlainText("\n".join(words(paragraph) for paragraph in school_request(address)))
        self.copied.hide()

    def tell(self, text: str) -> None:
        """What became of it."""
        self.copied.setText(text)
        self.copied.show()
        self.grown.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.tell(self.tr("Copied. Paste it into a message."))

"""Sends what is only here: marks, and what students are to be given."""

from PySide6.QtWidgets import QWidget

from app.message import message
from app.session.results import CourseResults
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.results.asking import Asking
from app.ui.results.sent_words import sent_words
from app.ui.words import words


class UnsentButton(TextButton):
    """Says how much there is; hidden where there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, icon=icon("cloud-upload"))
        self.hide()

    def show_unsent(self, results: CourseResults) -> None:
        """Count anew."""
        marks, given = results.unsent, results.unsent_given
        both = message("Send 1 change", plural="Send {count} changes", count=marks + given)
        only = message("Send 1 mark", plural="Send {count} marks", count=marks)
        self.setText(words(both if given else only))
        self.setVisible(marks + given > 0)

    def send(self, results: CourseResults, asking: Asking) -> None:
        """Send it, and tell what became of it."""

        async def sent() -> None:
            asking.notices.tell(sent_words(*await results.send()))

        asking.start(sent(), self.tr("Send marks"))

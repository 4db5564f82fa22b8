"""No connection at all: a quiz is handed over as a file that Canvas imports."""

from PySide6.QtWidgets import QWidget

from app.ui.connect.page import Page
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon


class FilePage(Page):
    """`export` leads to the dialog in which a quiz becomes a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Without a connection"), parent)
        self.say(self.tr("Write your quizzes here, and hand each over as a file:"))
        self.say(self.tr("1.  Export the quiz as a file for Canvas New Quizzes. What that cannot hold is said before."))
        self.say(self.tr("2.  On Canvas, make a new quiz in your course, open it, and leave it empty."))
        self.say(self.tr("3.  On its Build page choose ⋮ › Import content, and give it the file."))
        self.note(
            self.tr(
                "Canvas takes a file only into a quiz without questions. What is changed there does not come back here."
            )
        )
        self.none = self.note(self.tr("Select a quiz in the library, or open one; then it can be exported from here."))
        self.export = TextButton(self.tr("Export a quiz as a file…"), self, icon=icon("download"))
        self.put_buttons(self.export)

    def show_quiz(self, *, can_export: bool) -> None:
        """Whether there is a quiz that is meant."""
        self.none.setHidden(can_export)
        self.export.setEnabled(can_export)

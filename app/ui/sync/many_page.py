"""The page of several quizzes that are synced in one go: what stands on it, and where."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.text_button import TextButton
from app.ui.fields.trouble import Trouble
from app.ui.icons import icon
from app.ui.sync.many_table import ManyTable
from app.ui.sync.page_column import lay_out, presses
from app.ui.sync.place_choice import PlaceChoice
from app.ui.theme import Gap, TextKind


class ManyPage(QWidget):
    """Asks nothing of Canvas; of its parts only those are seen that `show_only` names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = TextButton(self.tr("Library"), self, icon=icon("chevron-left"))
        self.back.setFlat(True)
        self.title = _label("title", self)
        self.letter = _label("section", self)
        self.letter.setWordWrap(True)
        self.table = ManyTable(self)
        self.trouble = Trouble(self)
        self.choice = PlaceChoice(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.step = QuietLabel("", self)
        self.start = TextButton(self.tr("Sync"), self, icon=icon("refresh-cw"))
        self.place = TextButton("", self)
        self.stop = TextButton(self.tr("Cancel"), self)
        self.again = TextButton(self.tr("Look again"), self)
        self.sign_in = TextButton(self.tr("Sign in again…"), self, icon=icon("key-round"))
        self.one = TextButton(self.tr("Show this quiz"), self)
        self.one.setToolTip(self.tr("The plan of the selected quiz, question by question"))
        self.page = TextButton(self.tr("Open on Canvas"), self, icon=icon("external-link"))
        self.page.setToolTip(self.tr("Show the selected quiz in the browser, where its course is"))
        self._lay_out()

    @property
    def buttons(self) -> tuple[TextButton, ...]:
        """In one row below everything else."""
        return (self.start, self.place, self.sign_in, self.again, self.one, self.page, self.stop)

    def show_only(self, *widgets: QWidget) -> None:
        """Show these and nothing else below the head."""
        every = (self.letter, self.table, self.trouble, self.choice, self.bar, self.step)
        for widget in (*every, *self.buttons):
            widget.setVisible(widget in widgets)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        if not presses(self, event):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Gap.MEDIUM, Gap.SMALL, Gap.MEDIUM, Gap.SMALL)
        head.setSpacing(Gap.SMALL)
        head.addWidget(self.back)
        head.addSpacing(Gap.LARGE)
        head.addWidget(self.title, 1)
        parts = (self.letter, self.table, self.trouble, self.choice, self.bar, self.step)
        lay_out(self, head, parts, self.buttons, self.table)


def _label(kind: TextKind, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    Toned(label, "text", kind)
    return label

"""The page of several quizzes that are synced in one go: what stands on it, and where."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.ui.fields.page_head import page_head
from app.ui.fields.quiet import Toned
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.sync.many_table import ManyTable
from app.ui.sync.work_page import WorkPage
from app.ui.theme import TextKind


class ManyPage(WorkPage):
    """A line for each quiz, with a letter above them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = TextButton(self.tr("Library"), self, icon=icon("chevron-left"))
        self.back.setFlat(True)
        self.title = _label("title", self)
        self.letter = _label("section", self)
        self.letter.setWordWrap(True)
        self.table = ManyTable(self)
        self._add_work()
        self.place = TextButton("", self)
        self.one = TextButton(self.tr("Show this quiz"), self)
        self.one.setToolTip(self.tr("The plan of the selected quiz, question by question"))
        self.page.setToolTip(self.tr("Show the selected quiz in the browser, where its course is"))
        buttons = (self.start, self.place, self.sign_in, self.again, self.one, self.page, self.stop)
        self._lay_out(self._head(), (self.letter, self.table), self.table, buttons)

    def _head(self) -> QHBoxLayout:
        head = page_head(self.back)
        head.addWidget(self.title, 1)
        return head


def _label(kind: TextKind, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    Toned(label, "text", kind)
    return label

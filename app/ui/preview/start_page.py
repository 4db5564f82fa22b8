"""Before an attempt: what students are told, and what whoever teaches can have at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.html.text import is_blank
from app.message import message
from app.models.quiz import Quiz
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.rich_text.page_text import PageText
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.preview.card import Card, points_said
from app.ui.preview.card_column import CardColumn
from app.ui.preview.rules import rules
from app.ui.preview.table import can_be_answered
from app.ui.preview.teacher_box import TeacherBox
from app.ui.theme import Gap
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class StartPage(CardColumn):
    """`begun` asks for an attempt."""

    begun = Signal()

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        Toned(self.title, "text", "title")
        self.size_said = QuietLabel("", self)
        self.rules = QuietLabel("", self)
        self.instructions = PageText(self.tr("Instructions"), shelf, self)
        self.begin = TextButton(self.tr("Begin"), self, icon=icon("play"))
        self.empty = QuietLabel(self.tr("There is no question yet that can be answered."), self)
        self.box = TeacherBox(self)
        self.begin.clicked.connect(self.begun)
        self._lay_out()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # nothing is added to it bit by bit
        self.begin.setFocus()  # where the keyboard is when the page is shown

    def show_quiz(self, quiz: Quiz, seed: int) -> None:
        """Tell of a quiz; `seed` is for guessing."""
        self.title.setText(quiz.title or self.tr("Untitled quiz"))
        count = sum(map(can_be_answered, quiz.items))
        questions = words(message("{count} question", plural="{count} questions", count=count))
        self.size_said.setText(f"{questions} · {points_said(quiz.points)}")
        self.rules.setText("\n".join(map(words, rules(quiz))))
        self.rules.setVisible(bool(self.rules.text()))
        self.instructions.show_html(quiz.fields.instructions or "")
        self.instructions.setVisible(not is_blank(quiz.fields.instructions))
        for part in (self.begin, self.box):
            part.setVisible(bool(count))
        self.empty.setVisible(not count)
        self.box.show_items(quiz.items, seed)

    def _lay_out(self) -> None:
        top = QWidget(self)
        sheet = Card(top)
        for part in (self.title, self.size_said, self.instructions, self.rules, self.empty):
            sheet.rows.addWidget(part)
        line = QHBoxLayout()
        line.addWidget(self.begin)
        line.addStretch(1)
        sheet.rows.addLayout(line)
        layout = QVBoxLayout(top)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.PAGE)
        layout.addWidget(sheet)
        layout.addWidget(self.box)
        self.set_top(top)

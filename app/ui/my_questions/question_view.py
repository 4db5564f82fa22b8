"""One question as it is read before it is taken over: text, answers with the right ones marked, picture."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.library.row import QuizName
from app.message import message
from app.models.answers.line import AnswerLine
from app.models.answers.table import answer_lines
from app.models.item import Item
from app.models.question import Question
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.ui.editors.reading import reading_of
from app.ui.editors.type_label import TypeLabel
from app.ui.fields.answer_line import line_html
from app.ui.fields.points import points_text
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rich_text.page_text import PageText
from app.ui.my_questions.region_picture import RegionPicture
from app.ui.theme import Gap
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class QuestionView(QScrollArea):
    """Read and copied, never edited."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.item: Item | None = None
        self._page = QWidget()
        self.type = TypeLabel(self._page)
        self.points = QLabel(self._page)
        self.source = QuietLabel("", self._page)
        self.elsewhere = QuietLabel("", self._page)
        self.text = PageText(self.tr("Question"), shelf, self._page)
        self.picture = RegionPicture(self.tr("Picture with its regions"), shelf, self._page)
        self.answers = PageText(self.tr("Answers"), shelf, self._page)
        self._lay_out()
        self.show_nothing()

    def show_nothing(self) -> None:
        """There is no question to look at."""
        self.item = None
        self._page.hide()

    def show_question(self, item: Item, quiz_title: str) -> None:
        """Show `item` of the quiz of that title; the same item again is left alone."""
        if item is not self.item:
            self.item = item
            self.verticalScrollBar().setValue(0)
            self.type.show_type(item.summary.type)
            count = 1 if item.points == 1 else 2
            points = message(
                "{points} point", plural="{points} points", count=count, points=points_text(item.points) or "0"
            )
            self.points.setText(words(points))
            label = item.summary.title if item.summary.first_words else ""
            self.source.setText(f"{quiz_title} · {label}" if label else quiz_title)
            self._show_words(item)
        self._page.show()

    def show_elsewhere(self, quizzes: Sequence[QuizName]) -> None:
        """Say which other quizzes have the same question."""
        titles = ", ".join(quiz.title or self.tr("Untitled quiz") for quiz in quizzes)
        self.elsewhere.setText(self.tr("Also in: {titles}").format(titles=titles) if titles else "")
        self.elsewhere.setVisible(bool(titles))

    def put_below(self, part: QWidget) -> None:
        """Have something more under the question."""
        self._below.addWidget(part)

    def _show_words(self, item: Item) -> None:
        entry = item.entry
        lines: Sequence[AnswerLine] = answer_lines(entry) if isinstance(entry, Question) else ()
        html = (entry.item_body or "") if isinstance(entry, Question) else reading_of(item).html
        if isinstance(entry, RichFillBlankQuestion):
            html = entry.body
            self.text.rich.show_blank_words({blank.id: blank.shown for blank in entry.blanks})
        self.picture.hide()
        if isinstance(entry, HotSpotQuestion) and entry.picture:
            self.picture.show_picture(entry.picture, entry.regions(item.local))
            lines = lines if self.picture.isHidden() else ()  # they are seen on the picture
        self.text.show_html(html)
        self.answers.show_html("".join(map(line_html, lines)))
        self.answers.setVisible(bool(lines))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Gap.MEDIUM)
        head.addWidget(self.type)
        head.addStretch(1)
        head.addWidget(self.points)
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(Gap.LARGE, Gap.MEDIUM, Gap.LARGE, Gap.LARGE)
        layout.setSpacing(Gap.MEDIUM)
        layout.addLayout(head)
        for part in (self.source, self.elsewhere, self.text, self.picture, self.answers):
            layout.addWidget(part)
        self._below = QVBoxLayout()
        self._below.setSpacing(Gap.MEDIUM)
        layout.addLayout(self._below)
        layout.addStretch(1)
        self.setWidget(self._page)

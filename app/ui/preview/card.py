"""One question on the page of a student: its number, what it is worth, its calculator, itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.grading.deal import Deal
from app.message import message
from app.models.item import Item
from app.models.question import CalculatorType, Question
from app.ui.fields.points import points_text
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.preview.answer_view import AnswerView
from app.ui.preview.calculator import Calculator
from app.ui.preview.table import can_be_answered, new_view
from app.ui.preview.told import ToldRow
from app.ui.theme import Gap, role
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


def points_said(points: float | None) -> str:
    """ "1 point", "2.5 points", at most two decimals."""
    count = 1 if points == 1 else 2
    shown = points_text(round(points or 0, 2)) or "0"
    return words(message("{points} point", plural="{points} points", count=count, points=shown))


class Card(QWidget):
    """A raised part of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(Gap.LARGE, Gap.MEDIUM, Gap.LARGE, Gap.LARGE)
        self.rows.setSpacing(Gap.MEDIUM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A frame and a surface of its own."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(role("line"))
        painter.setBrush(role("surface_raised"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), Gap.TIGHT, Gap.TIGHT)


class QuestionCard(Card):
    """`answered` follows every answer. A row that cannot be answered is told, and has no number."""

    answered = Signal()

    def __init__(
        self,
        number: int,
        item: Item,
        dealt: Deal,
        shelf: "PictureShelf",
        calculator: str = CalculatorType.NONE,
        parent: QWidget | None = None,
    ) -> None:
        """`calculator` is what the quiz allows; a question can allow one too."""
        super().__init__(parent)
        self.item = item
        self.view: AnswerView | None = None
        self.calculator: Calculator | None = None
        self.calculator_button: TextButton | None = None
        self._kind = _calculator_of(item, calculator)
        if not can_be_answered(item):
            self.rows.addWidget(ToldRow(item, shelf, self))
            return
        self.title = QLabel(self.tr("Question {number}").format(number=number), self)
        Toned(self.title, "text", "section")
        self.points = QuietLabel(points_said(item.points), self, wraps=False)
        self.rows.addLayout(self._head())
        self.view = new_view(item, dealt, shelf, self)
        self.view.answered.connect(self.answered)
        self.rows.addWidget(self.view)

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(Gap.MEDIUM)
        line.addWidget(self.title)
        line.addStretch(1)
        if self._kind != CalculatorType.NONE:
            button = self.calculator_button = TextButton(self.tr("Calculator"), self, icon=icon("calculator"))
            button.setCheckable(True)
            button.clicked.connect(self._show_calculator)
            line.addWidget(button)
        line.addWidget(self.points)
        return line

    def _show_calculator(self, shown: bool) -> None:
        if self.calculator is None:
            self.calculator = Calculator(self._kind, self)
            self.rows.insertWidget(1, self.calculator)
        self.calculator.setVisible(shown)
        if shown:
            self.calculator.line.setFocus()

    def freeze(self) -> None:
        """It is only read from now on."""
        if self.view is not None:
            self.view.freeze()
        if self.calculator_button is not None:
            self.calculator_button.hide()


def _calculator_of(item: Item, of_quiz: str) -> str:
    entry = item.entry
    own = str(entry.calculator_type or CalculatorType.NONE) if isinstance(entry, Question) else CalculatorType.NONE
    return own if own != CalculatorType.NONE else of_quiz

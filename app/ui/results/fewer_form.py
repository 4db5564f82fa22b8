"""Fewer wrong answers to choose from, in every New Quiz of the course or in one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.fields.choice_box import ChoiceBox
from app.ui.fields.text_button import TextButton
from app.ui.fields.wrapping_row import WrappingRow
from app.ui.theme import Gap

_FEWER, _ALL = "fewer", "all"


class FewerForm(QWidget):
    """`given` carries the quiz on Canvas, "" for all of the course, and whether there are to be fewer answers."""

    given = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers = ChoiceBox(
            self.tr("Answers to choose from"),
            ((_FEWER, self.tr("Fewer wrong answers")), (_ALL, self.tr("All answers again"))),
            self,
        )
        self.quiz = ChoiceBox(self.tr("In which New Quizzes there are fewer answers"), (), self)
        self.give = TextButton(self.tr("Give these answers"), self)
        self.give.setToolTip(
            self.tr("Canvas leaves out wrong answers. For one quiz it waits until the student has opened it.")
        )
        line = WrappingRow()
        line.setSpacing(Gap.SMALL)
        for part in (self.answers, self.quiz, self.give):
            line.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        self.give.clicked.connect(self._give)

    def show_quizzes(self, quizzes: Sequence[tuple[str, str]]) -> None:
        """Offer these, id and title, below all of them; the one that is chosen stays so."""
        chosen = self.quiz.currentData()
        self.quiz.clear()
        for quiz, title in (("", self.tr("All New Quizzes")), *quizzes):
            self.quiz.addItem(title, quiz)
        self.quiz.setCurrentIndex(max(self.quiz.findData(chosen), 0))

    def _give(self) -> None:
        self.given.emit(str(self.quiz.currentData() or ""), self.answers.currentData() == _FEWER)

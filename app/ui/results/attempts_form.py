"""Extra attempts in one New Quiz: Canvas gives them for a single quiz, never for a whole course."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.models.results.limit import MOST_ATTEMPTS
from app.ui.fields.choice_box import ChoiceBox
from app.ui.fields.text_button import TextButton
from app.ui.fields.whole_number import WholeNumberField
from app.ui.theme import Gap


class AttemptsForm(QWidget):
    """`given` carries the quiz on Canvas and how many attempts more than it allows; 0 takes them back."""

    given = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.quiz = ChoiceBox(self.tr("New Quiz"), (), self)
        self.attempts = WholeNumberField(self.tr("Extra attempts in this New Quiz"), self, least=0, most=MOST_ATTEMPTS)
        self.attempts.setToolTip(self.tr("On top of what the quiz allows; 0 takes back what was given"))
        self.give = TextButton(self.tr("Give these attempts"), self)
        self.give.setToolTip(self.tr("Canvas takes it once the student has opened this quiz; until then it waits here"))
        line = QHBoxLayout()
        line.setSpacing(Gap.SMALL)
        for part in (QLabel(self.tr("Extra attempts"), self), self.attempts, self.give):
            line.addWidget(part)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(self.quiz)
        layout.addLayout(line)
        self.attempts.number_edited.connect(lambda _: self._allow())
        self.give.clicked.connect(self._give)
        self._allow()

    def show_quizzes(self, quizzes: Sequence[tuple[str, str]]) -> None:
        """Offer these, id and title; the one that is chosen stays so."""
        chosen = self.quiz.currentData()
        self.quiz.clear()
        for quiz, title in quizzes:
            self.quiz.addItem(title, quiz)
        self.quiz.setCurrentIndex(max(self.quiz.findData(chosen), 0) if quizzes else -1)
        self.quiz.setPlaceholderText(self.tr("This course has no New Quiz"))
        self.setEnabled(bool(quizzes))
        self._allow()

    def _allow(self) -> None:
        self.give.setEnabled(self.quiz.currentData() is not None and self.attempts.number is not None)

    def _give(self) -> None:
        quiz, attempts = self.quiz.currentData(), self.attempts.number
        if quiz is None or attempts is None:
            return
        self.attempts.show_number(None)
        self._allow()
        self.given.emit(str(quiz), attempts)

"""What of quizzes does not come into another course, one line each."""

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget, QWidget

from app.session.another_course import Candidate
from app.ui.theme import control_height
from app.ui.words import words

_MOST_ROWS = 4
"""A longer list scrolls."""


class LeftList(QListWidget):
    """Each line names the quiz, where there are several, and the question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Stays behind"))
        self.setWordWrap(True)
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)

    def show_left(self, quizzes: Sequence[Candidate]) -> None:
        """List what stays behind."""
        self.clear()
        for quiz in quizzes:
            for one in quiz.left:
                where = self.tr("Question {n}").format(n=quiz.numbers[one.item_id]) if one.item_id else self.tr("Quiz")
                head = f"{quiz.title} · {where}" if len(quizzes) > 1 else where
                self.addItem(f"{head}: {words(one.what)}")
        self.setFixedHeight(min(self.count(), _MOST_ROWS) * control_height() + 2 * self.frameWidth())

"""The side of the results: the students of a course, and its quizzes."""

import time
from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.library.results.row import QuizThere
from app.session.results import ListedQuiz
from app.ui.library.when import when
from app.ui.two_line_delegate import NOTE, TwoLineDelegate

_QUIZ = Qt.ItemDataRole.UserRole


class CourseList(QListWidget):
    """The first row is the students; what is chosen stays so when the list is shown anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Quizzes of this course"))
        self.setItemDelegate(TwoLineDelegate(self))

    @property
    def chosen(self) -> QuizThere | None:
        """The quiz that is chosen; None where it is the students, or nothing."""
        item = self.currentItem()
        found: QuizThere | None = item.data(_QUIZ) if item is not None else None
        return found

    def choose(self, quiz: QuizThere) -> bool:
        """Choose a quiz; False where it is not there."""
        rows = (self.item(row) for row in range(self.count()))
        item = next((row for row in rows if row.data(_QUIZ) == quiz), None)
        if item is not None:
            self.setCurrentItem(item)
        return item is not None

    def show_quizzes(self, quizzes: Iterable[ListedQuiz]) -> None:
        """Show these below the students."""
        chose_students = self.currentItem() is not None and self.chosen is None
        chosen = self.chosen
        with QSignalBlocker(self):
            self.clear()
            students = QListWidgetItem(self.tr("Students"), self)
            students.setData(NOTE, self.tr("Extra time and attempts"))
            if chose_students:
                self.setCurrentItem(students)
            for one in quizzes:
                self._add(one)
            if chosen is not None:
                self.choose(chosen)

    def _add(self, one: ListedQuiz) -> None:
        kind = self.tr("Classic quiz") if one.quiz.kind == "classic" else self.tr("New Quiz")
        fetched = when(one.kept.fetched_at, time.time()) if one.kept is not None else self.tr("not here")
        item = QListWidgetItem(one.title, self)
        item.setData(_QUIZ, one.quiz)
        item.setData(NOTE, f"{kind} · {fetched}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.title}, {kind}, {fetched}")

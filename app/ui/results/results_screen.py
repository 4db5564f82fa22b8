"""The results of a course: its quizzes and its students, and what is chosen of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from app.library.results.given import Given
from app.library.results.row import QuizThere
from app.session.notice import Notices
from app.session.results import CourseResults
from app.session.tasks import Tasks
from app.ui.fields.list_beside import ListBeside
from app.ui.fields.quiet import Toned
from app.ui.fields.rule import Rule
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.results.asking import Asking
from app.ui.results.course_list import CourseList
from app.ui.results.fetch_button import FetchButton
from app.ui.results.quiz_results import QuizResults
from app.ui.results.students_page import StudentsPage
from app.ui.results.unsent_button import UnsentButton
from app.ui.theme import Gap


class ResultsScreen(QWidget):
    """One screen for every course; `show_course` begins anew. Nothing is sent before it is asked for."""

    back_wanted = Signal()
    turned = Signal()
    question_wanted = Signal(str, str)

    def __init__(self, tasks: Tasks, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results: CourseResults | None = None
        self._wanted: QuizThere | None = None
        self.back = TextButton(self.tr("Library"), self, icon=icon("chevron-left"))
        self.back.setFlat(True)
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setMinimumWidth(Gap.PAGE)  # a long name is cut before the window has to grow
        Toned(self.title, "text", "title")
        self.fetch = FetchButton(self)
        self.send = UnsentButton(self)
        self.asking = Asking(tasks, notices, (self.fetch, self.send), self)
        self.list = CourseList(self)
        self.of_quiz = QuizResults(self.asking, self)
        self.students = StudentsPage(self)
        self.stack = QStackedWidget(self)
        self._lay_out()
        self._listen()

    @property
    def undo_stack(self) -> QUndoStack:
        """Marks that are not sent, which Undo takes back."""
        return self.of_quiz.undo_stack

    @property
    def busy(self) -> bool:
        """Whether Canvas is being asked."""
        return self.asking.busy

    @property
    def shows_attempt(self) -> bool:
        """Whether one attempt is shown, so that there may be a next student."""
        return self.stack.currentWidget() is self.of_quiz and self.of_quiz.shows_attempt

    def show_course(self, results: CourseResults, title: str, quiz: QuizThere | None = None) -> None:
        """Show what is kept of a course, and ask Canvas which quizzes it has; `quiz` is chosen once it is known."""
        self._results, self._wanted = results, quiz
        self.title.setText(self.tr("Results · {course}").format(course=title))
        results.changed.connect(lambda: self._follow(results))
        results.progressed.connect(self.asking.show_progress)
        self._list_quizzes()
        self._show_quizzes()
        self._choose_wanted()
        self.asking.start(self._looked(results), self.tr("Look for quizzes"))

    async def _looked(self, results: CourseResults) -> None:
        await results.look()
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        if self._wanted is not None and self.list.choose(self._wanted):
            self._wanted = None

    def next_student(self, step: int) -> None:
        """Show the attempt below this one in the table, or the one above it."""
        self.of_quiz.next_student(step)

    def _listen(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.list.currentItemChanged.connect(self._choose)
        self.fetch.clicked.connect(self._fetch)
        self.send.clicked.connect(self._send)
        self.of_quiz.turned.connect(self.turned)
        self.of_quiz.question_wanted.connect(self.question_wanted)
        self.students.given.connect(self._give)
        self.students.withdrawn.connect(self._withdraw_given)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None or self._results is None:
            return
        quiz = self.list.chosen
        self.fetch.setVisible(quiz is not None)
        if quiz is None:
            self.students.show_course(self._results)
            self.stack.setCurrentWidget(self.students)
            self.of_quiz.show_note("")
        else:
            self.stack.setCurrentWidget(self.of_quiz)
            self.of_quiz.show_quiz(self._results, quiz)

    def _show_quizzes(self) -> None:
        """Nothing is chosen yet."""
        self.fetch.hide()
        self.stack.setCurrentWidget(self.of_quiz)
        self.of_quiz.show_note(self.tr("Choose a quiz: who took it, scores, and answers that wait for your marks."))

    def _give(self, one: Given) -> None:
        if self._results is not None:
            self._results.give(one)

    def _withdraw_given(self, number: int) -> None:
        if self._results is not None:
            self._results.withdraw_given(number)

    def _follow(self, results: CourseResults) -> None:
        """What is kept is another, maybe of a course that is not shown any more."""
        if results is not self._results:
            return
        self._list_quizzes()
        if self.stack.currentWidget() is self.students:
            self.students.show_course(results)
        else:
            self.of_quiz.refresh()

    def _list_quizzes(self) -> None:
        assert self._results is not None
        self.list.show_quizzes(self._results.quizzes())
        self.send.show_unsent(self._results)

    def _fetch(self) -> None:
        quiz = self.list.chosen
        if quiz is not None and self._results is not None:
            self.asking.start(self.of_quiz.fetch(self._results, quiz), self.fetch.text())

    def _send(self) -> None:
        if self._results is not None:
            self.undo_stack.clear()  # what is sent is changed by another mark, not taken back
            self.send.send(self._results, self.asking)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Gap.MEDIUM, Gap.SMALL, Gap.PAGE, Gap.SMALL)
        head.setSpacing(Gap.SMALL)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        for part in (self.asking.step, self.fetch, self.send):
            head.addWidget(part)
        for page in (self.of_quiz, self.students):
            self.stack.addWidget(page)
        body = QHBoxLayout()
        body.setContentsMargins(Gap.PAGE, Gap.LARGE, Gap.PAGE, Gap.PAGE)
        body.addWidget(ListBeside(self.list, self.stack, self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(Rule(self))
        layout.addLayout(body, 1)

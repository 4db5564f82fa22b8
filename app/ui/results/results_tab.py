"""The results of the open quiz, in the course where it is on Canvas."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.library.linked import LinkedCourse
from app.library.results.row import QuizThere
from app.session.notice import Notices
from app.session.results import CourseResults
from app.session.tasks import Tasks
from app.ui.fields.choice_box import ChoiceBox
from app.ui.fields.history_keys import NoHistoryKeys
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.results.asking import Asking
from app.ui.results.fetch_button import FetchButton
from app.ui.results.quiz_results import QuizResults
from app.ui.results.unsent_button import UnsentButton
from app.ui.theme import Gap

LinksOf = Callable[[], Sequence[LinkedCourse]]
ResultsOf = Callable[[LinkedCourse], CourseResults]


class ResultsTab(QWidget):
    """Shows what is here whenever it is seen; `sync_wanted` comes from a quiz that is not on Canvas yet."""

    question_wanted = Signal(str, str)
    sync_wanted = Signal()

    def __init__(
        self, tasks: Tasks, notices: Notices, links: LinksOf, results_of: ResultsOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        NoHistoryKeys(self)
        self._links, self._results_of = links, results_of
        self._results: CourseResults | None = None
        self._quiz: QuizThere | None = None
        self.fetch = FetchButton(self)
        self.send = UnsentButton(self)
        self.asking = Asking(tasks, notices, (self.fetch, self.send), self)
        self.course = ChoiceBox(self.tr("Course"), (), self)
        self.of_quiz = QuizResults(self.asking, self)
        self.nowhere = QWidget(self)
        self.sync = TextButton(self.tr("Sync"), self.nowhere, icon=icon("refresh-cw"))
        self.parts = QStackedWidget(self)
        self._lay_out()
        self.fetch.clicked.connect(self._fetch)
        self.send.clicked.connect(self._send)
        self.sync.clicked.connect(self.sync_wanted)
        self.course.picked.connect(self._show_course)
        self.of_quiz.question_wanted.connect(self.question_wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """The quiz may have come to Canvas since."""
        super().showEvent(event)
        self._open()

    def _open(self) -> None:
        """Show what is kept, in the course that was chosen, else in the first one."""
        there = {one.link.id: one for one in self._links() if one.link.canvas_id is not None}
        if not there:
            self._results = self._quiz = None
            self.parts.setCurrentWidget(self.nowhere)
            return
        chosen = self.course.currentData() if self.course.currentData() in there else next(iter(there))
        self._offer(there, chosen)
        self.parts.setCurrentIndex(0)
        self._show(there[chosen])

    def _offer(self, there: Mapping[str, LinkedCourse], chosen: str) -> None:
        self.course.clear()
        for link_id, one in there.items():
            self.course.addItem(one.course_name, link_id)
        self.course.show_key(chosen)
        self.course.setVisible(len(there) > 1)

    def _show_course(self, _link_id: str) -> None:
        self._open()

    def _show(self, course: LinkedCourse) -> None:
        link = course.link
        quiz = QuizThere(link.account_id, link.course_id, link.canvas_id or "", "new")
        if quiz != self._quiz or self._results is None:
            self._quiz, results = quiz, self._results_of(course)
            self._results = results
            results.changed.connect(lambda: self._follow(results))
            results.progressed.connect(self.asking.show_progress)
            self.of_quiz.show_quiz(results, quiz)
        self._follow(self._results)

    def _follow(self, results: CourseResults) -> None:
        if results is self._results:
            self.send.show_unsent(results)
            self.of_quiz.refresh()

    def _fetch(self) -> None:
        if self._results is not None and self._quiz is not None:
            self.asking.start(self.of_quiz.fetch(self._results, self._quiz), self.fetch.text())

    def _send(self) -> None:
        if self._results is not None:
            self.send.send(self._results, self.asking)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(Gap.SMALL)
        line.addWidget(self.fetch)
        line.addWidget(self.send)
        line.addWidget(self.course)
        line.addWidget(self.asking.step, 1)
        line.addStretch(1)
        shown = QWidget(self)
        body = QVBoxLayout(shown)
        body.setContentsMargins(Gap.PAGE, Gap.LARGE, Gap.PAGE, Gap.PAGE)
        body.setSpacing(Gap.MEDIUM)
        body.addLayout(line)
        body.addWidget(self.of_quiz, 1)
        for part in (shown, self.nowhere):
            self.parts.addWidget(part)
        self._lay_out_nowhere()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.parts)

    def _lay_out_nowhere(self) -> None:
        said = QuietLabel(
            self.tr(
                "This quiz is not on Canvas yet, so nobody can have taken it. Sync it; its results come here then."
            ),
            self.nowhere,
        )
        layout = QVBoxLayout(self.nowhere)
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.PAGE)
        layout.setSpacing(Gap.MEDIUM)
        layout.addWidget(said)
        layout.addWidget(self.sync, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

"""The results of a course: its quizzes, the attempts at one of them, one attempt with its marks."""

import asyncio
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from app.durable_file import write_durably
from app.errors import UserError
from app.library.errors import files_told
from app.library.results.given import Given
from app.library.results.row import AttemptRow, Mark, QuizThere, ResultSet
from app.message import message
from app.models.results.safe_csv import Cell, csv_text
from app.session.notice import Notices
from app.session.results import CourseResults, table_of
from app.session.tasks import Tasks
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.rule import Rule
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.library.library_commands import said
from app.ui.results.analysis_page import AnalysisPage
from app.ui.results.attempt_page import AttemptPage
from app.ui.results.course_list import CourseList
from app.ui.results.marking_page import MarkingPage
from app.ui.results.preview_dialog import PreviewDialog
from app.ui.results.report_page import ReportPage
from app.ui.results.sent_words import sent_words
from app.ui.results.students_page import StudentsPage
from app.ui.save_dialog import save_dialog
from app.ui.theme import Gap
from app.ui.words import words


class ResultsScreen(QWidget):
    """One screen for every course; `show_course` begins anew. Nothing is sent before it is asked for."""

    back_wanted = Signal()
    turned = Signal()
    question_wanted = Signal(str, str)

    def __init__(self, tasks: Tasks, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._notices = tasks, notices
        self._results: CourseResults | None = None
        self._kept: ResultSet | None = None
        self._row: AttemptRow | None = None
        self._wanted: QuizThere | None = None
        self._task: asyncio.Task[Any] | None = None
        self.back = TextButton(self.tr("Library"), self, icon=icon("chevron-left"))
        self.back.setFlat(True)
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        Toned(self.title, "text", "title")
        self.fetch = TextButton(self.tr("Bring results here"), self, icon=icon("arrow-down"))
        self.fetch.setToolTip(self.tr("Ask Canvas for the results of this quiz; marks that are not sent stay"))
        self.send = TextButton("", self, icon=icon("cloud-upload"))
        self.step = QuietLabel("", self, wraps=False)
        self.list = CourseList(self)
        self.note = QuietLabel("", self)
        self.table = AttemptPage(self)
        self.marking = MarkingPage(self)
        self.students = StudentsPage(self)
        self.analysis = AnalysisPage(self)
        self.report = ReportPage(self)
        self.stack = QStackedWidget(self)
        self._lay_out()
        self._listen()

    @property
    def busy(self) -> bool:
        """Whether Canvas is being asked."""
        return self._task is not None and not self._task.done()

    @property
    def shows_attempt(self) -> bool:
        """Whether one attempt is shown, so that there may be a next student."""
        return self.stack.currentWidget() is self.marking

    def show_course(self, results: CourseResults, title: str, quiz: QuizThere | None = None) -> None:
        """Show what is kept of a course, and ask Canvas which quizzes it has; `quiz` is chosen once it is known."""
        self._results, self._kept, self._row = results, None, None
        self._wanted = quiz
        self.title.setText(self.tr("Results · {course}").format(course=title))
        results.changed.connect(lambda: self._follow(results))
        results.progressed.connect(lambda done, total: self.step.setText(f"{done} / {total}"))
        self._list_quizzes()
        self._show_note()
        self._choose_wanted()
        self._start(self._looked(results), self.tr("Look for quizzes"))

    async def _looked(self, results: CourseResults) -> None:
        await results.look()
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        if self._wanted is not None and self.list.choose(self._wanted):
            self._wanted = None

    def show_quiz(self, quiz: QuizThere) -> None:
        """Show the attempts at a quiz, as far as they are here."""
        assert self._results is not None
        self._kept = self._results.kept(quiz)
        self.fetch.setVisible(True)
        if self._kept is None:
            self._show_note(self.tr("The results of this quiz are not here yet. Bring them here to read and mark."))
            return
        self.table.show_attempts(self._kept, self._results.attempts(self._kept))
        self._turn(self.table)

    def next_student(self, step: int) -> None:
        """Show the attempt below this one in the table, or the one above it."""
        if self._row is None:
            return
        place = self.table.model.place(self._row) + step
        if 0 <= place < len(self.table.model.shown):
            self._open(self.table.model.shown[place])

    def _listen(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.list.currentItemChanged.connect(self._choose)
        self.fetch.clicked.connect(self._fetch)
        self.send.clicked.connect(self._send)
        self.table.opened.connect(self._open)
        self.table.file_wanted.connect(self._ask_file)
        self.marking.time_wanted.connect(self._ask_time)
        self.marking.back_wanted.connect(self._back_to_table)
        self.marking.next_wanted.connect(self.next_student)
        self.marking.marked.connect(self._mark)
        self.marking.withdrawn.connect(self._withdraw)
        self.table.analysis_wanted.connect(self._analyse)
        self.table.preview_wanted.connect(self._preview)
        self.table.report_wanted.connect(self._ask_report)
        self.report.back_wanted.connect(self._back_to_table)
        self.report.file_wanted.connect(self._ask_file)
        self.analysis.back_wanted.connect(self._back_to_table)
        self.analysis.question_wanted.connect(self._open_question)
        self.analysis.file_wanted.connect(self._ask_file)
        self.students.given.connect(self._give)
        self.students.withdrawn.connect(self._withdraw_given)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        self._row = None
        quiz = self.list.chosen
        if quiz is None:
            self._show_students()
        else:
            self.show_quiz(quiz)

    def _show_students(self) -> None:
        assert self._results is not None
        self._kept = None
        self.fetch.setVisible(False)
        self.students.show_course(self._results)
        self._turn(self.students)

    def _open(self, row: AttemptRow) -> None:
        assert self._results is not None
        assert self._kept is not None
        if self._kept.quiz.kind == "new":
            self._notices.tell(message("Canvas gives the answers in New Quizzes to nobody: mark them there."))
            return
        self._row = row
        answers, marks = self._results.answers(self._kept, row), self._results.marks_of(self._kept, row)
        self._turn(self.marking)
        self.marking.show_attempt(self._kept, row, answers, marks)
        place = self.table.model.place(row)
        self.marking.allow_next(before=place > 0, after=0 <= place < len(self.table.model.shown) - 1)

    def _mark(self, mark: Mark) -> None:
        if self._results is not None:
            self._results.mark(mark)

    def _withdraw(self, mark: Mark) -> None:
        """The keyboard leaves the answer, so that it shows what Canvas has."""
        if self._results is not None:
            self.marking.next.setFocus(Qt.FocusReason.OtherFocusReason)
            self._results.withdraw(mark)

    def _preview(self) -> None:
        if self._results is not None and self._kept is not None:
            PreviewDialog(self._results, self._kept, self._tasks, self).open()

    def _analyse(self) -> None:
        if self._results is not None and self._kept is not None:
            self._start(self._analysed(self._kept), self.tr("Look at the questions"))

    async def _analysed(self, kept: ResultSet) -> None:
        assert self._results is not None
        bars, found = await self._results.analysis(kept)
        if kept.quiz.kind == "classic":
            note = self.tr("Worked out on this computer from the answers that are here.")
        elif found:
            note = self.tr("From Canvas's report. Scores are those that are here.")
        else:
            note = self.tr("Canvas's report says nothing of its questions that is understood here.")
        self.analysis.show_analysis(bars, found, note)
        self._turn(self.analysis)

    def _ask_report(self) -> None:
        if self._results is not None and self._kept is not None:
            self._start(self._reported(self._results, self._kept), self.tr("Ask for the answers"))

    async def _reported(self, results: CourseResults, kept: ResultSet) -> None:
        """Canvas takes its time: who has gone elsewhere meanwhile is not called back."""
        table = await results.student_report(kept)
        if self._kept is not None and self._kept.quiz == kept.quiz and self.stack.currentWidget() is self.table:
            self.report.show_table(table)
            self._turn(self.report)

    def _open_question(self, canvas_id: str) -> None:
        found = self._results.question(self._kept, canvas_id) if self._results is not None and self._kept else None
        if found is None:
            self._notices.tell(message("This question is not in a quiz on this computer."))
        else:
            self.question_wanted.emit(*found)

    def _give(self, one: Given) -> None:
        if self._results is not None:
            self._results.give(one)

    def _withdraw_given(self, number: int) -> None:
        if self._results is not None:
            self._results.withdraw_given(number)

    def _back_to_table(self) -> None:
        row = self._row
        self._row = None
        self._refresh()
        self._turn(self.table)
        self.table.select(row)

    def _ask_time(self) -> None:
        """How long an attempt still runs; what is asked for an attempt that is no longer shown tells nothing."""
        results, kept, row = self._results, self._kept, self._row
        if results is None or kept is None or row is None:
            return

        async def ask() -> None:
            time_left = await results.time_left(kept, row)
            if self._row == row:
                self.marking.watch.show_time(time_left)

        self._tasks.start(ask(), self.tr("Ask for the time"))

    def _turn(self, page: QWidget) -> None:
        if page is not self.marking:
            self.marking.watch.end()
        if page is not self.report:
            self.report.forget()
        self.stack.setCurrentWidget(page)
        self.turned.emit()

    def _follow(self, results: CourseResults) -> None:
        """What is kept is another, maybe of a course that is not shown any more."""
        if results is self._results:
            self._refresh()

    def _refresh(self) -> None:
        """Show lists, table and marks as they are kept now."""
        self._list_quizzes()
        if self.stack.currentWidget() is self.students and self._results is not None:
            self.students.show_course(self._results)
        if self._kept is None or self._results is None:
            return
        self._kept = self._results.kept(self._kept.quiz)
        if self._kept is None:
            self._show_note()
        elif self._row is not None:
            answers = self._results.answers(self._kept, self._row)
            self.marking.show_marks(answers, self._results.marks_of(self._kept, self._row))
        else:
            self.table.show_attempts(self._kept, self._results.attempts(self._kept))

    def _list_quizzes(self) -> None:
        assert self._results is not None
        self.list.show_quizzes(self._results.quizzes())
        self._show_unsent()

    def _show_unsent(self) -> None:
        marks, given = (self._results.unsent, self._results.unsent_given) if self._results is not None else (0, 0)
        self.send.setVisible(marks + given > 0)
        both = message("Send 1 change", plural="Send {count} changes", count=marks + given)
        only = message("Send 1 mark", plural="Send {count} marks", count=marks)
        self.send.setText(words(both if given else only))
        self.send.setEnabled(not self.busy)

    def _show_note(self, text: str = "") -> None:
        self.note.setText(text or self.tr("Choose a quiz: who took it, scores, and answers that wait for your marks."))
        self.fetch.setVisible(bool(text))
        self._turn(self.note)

    def _fetch(self) -> None:
        quiz = self.list.chosen
        if quiz is not None and self._results is not None:
            self._start(self._fetched(quiz), self.tr("Bring results here"))

    async def _fetched(self, quiz: QuizThere) -> None:
        assert self._results is not None
        await self._results.fetch(quiz)
        if self.list.chosen == quiz and self._row is None:
            self.show_quiz(quiz)

    def _send(self) -> None:
        if self._results is not None:
            self._start(self._sent(), self.tr("Send marks"))

    async def _sent(self) -> None:
        assert self._results is not None
        self._notices.tell(sent_words(*await self._results.send()))

    def _start(self, work: Coroutine[Any, Any, None], title: str) -> None:
        async def guarded() -> None:
            self.step.setText(f"{title}…")
            for button in (self.fetch, self.send):
                button.setEnabled(False)
            try:
                await work
            except UserError as error:
                self._notices.tell(said(error))
            finally:
                self.step.setText("")
                for button in (self.fetch, self.send):
                    button.setEnabled(True)

        if self.busy:
            work.close()
            return
        self._task = self._tasks.start(guarded(), title)

    def _ask_file(self) -> None:
        assert self._kept is not None
        dialog = save_dialog(self, self.tr("Save the table"), self.tr("Table"), f"{self._kept.title}.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.write(Path(path)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the rows that are shown as CSV."""
        try:
            with files_told(path):
                write_durably(path, csv_text(self._rows()).encode())
        except UserError as error:
            self._notices.tell(said(error))
        else:
            self._notices.tell(message("The table is in {file}.", file=path.name))

    def _rows(self) -> Sequence[Sequence[Cell]]:
        """The table that is shown."""
        if self.stack.currentWidget() is self.analysis:
            return self.analysis.rows()
        if self.stack.currentWidget() is self.report:
            return self.report.rows()
        return table_of(self.table.model.shown)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Gap.MEDIUM, Gap.SMALL, Gap.PAGE, Gap.SMALL)
        head.setSpacing(Gap.SMALL)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        for part in (self.step, self.fetch, self.send):
            head.addWidget(part)
        for page in (self.note, self.table, self.marking, self.students, self.analysis, self.report):
            self.stack.addWidget(page)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        body = QHBoxLayout()
        body.setContentsMargins(Gap.PAGE, Gap.LARGE, Gap.PAGE, Gap.PAGE)
        body.setSpacing(Gap.LARGE)
        body.addWidget(self.list)
        body.addWidget(self.stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(Rule(self))
        layout.addLayout(body, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the table."""
        if event.key() == Qt.Key.Key_Escape and self.stack.currentWidget() in (
            self.marking,
            self.analysis,
            self.report,
        ):
            self._back_to_table()
        else:
            super().keyPressEvent(event)

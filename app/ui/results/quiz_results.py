"""The results of one quiz: its attempts, one attempt with its marks, its questions, what students answered."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QUndoStack
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.durable_file import write_durably
from app.errors import UserError
from app.library.errors import files_told
from app.library.results.attempt_figures import attempt_table
from app.library.results.row import AttemptRow, Mark, QuizThere, ResultSet
from app.message import message
from app.models.results.safe_csv import Cell, csv_text
from app.session.results import CourseResults
from app.ui.fields.quiet import QuietLabel
from app.ui.library.library_commands import said
from app.ui.results.analysis_page import AnalysisPage
from app.ui.results.asking import Asking
from app.ui.results.attempt_page import AttemptPage
from app.ui.results.mark_step import MarkStep
from app.ui.results.marking_page import MarkingPage
from app.ui.results.preview_dialog import PreviewDialog
from app.ui.results.report_page import ReportPage
from app.ui.save_dialog import save_dialog


class QuizResults(QStackedWidget):
    """`turned` comes with every other page of it; `question_wanted` carries a quiz here and an item in it."""

    turned = Signal()
    question_wanted = Signal(str, str)

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asking = asking
        self._results: CourseResults | None = None
        self._kept: ResultSet | None = None
        self._row: AttemptRow | None = None
        self._marks: dict[str, Mark] = {}
        self.undo_stack = QUndoStack(self)
        self.note = QuietLabel("", self)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.table = AttemptPage(self)
        self.marking = MarkingPage(self)
        self.analysis = AnalysisPage(self)
        self.report = ReportPage(self)
        for page in (self.note, self.table, self.marking, self.analysis, self.report):
            self.addWidget(page)
        self._listen()

    @property
    def shows_attempt(self) -> bool:
        """Whether one attempt is shown, so that there may be a next student."""
        return self.currentWidget() is self.marking

    @property
    def kept(self) -> ResultSet | None:
        """What is here of the quiz that is shown."""
        return self._kept

    def show_quiz(self, results: CourseResults, quiz: QuizThere) -> None:
        """Show the attempts at a quiz, as far as they are here."""
        if results is not self._results or self._kept is None or self._kept.quiz != quiz:
            self.undo_stack.clear()
        self._results, self._kept, self._row = results, results.kept(quiz), None
        if self._kept is None:
            self.show_note(self.tr("The results of this quiz are not here yet. Bring them here to read and mark."))
            return
        self.table.show_attempts(self._kept, results.attempts(self._kept), results.zone)
        self.turn(self.table)

    def show_note(self, text: str) -> None:
        """Say why there is nothing to show."""
        self.undo_stack.clear()
        self._kept = self._row = None
        self.note.setText(text)
        self.turn(self.note)

    def refresh(self) -> None:
        """Show table and marks as they are kept now."""
        if self._kept is None or self._results is None:
            return
        self._kept = self._results.kept(self._kept.quiz)
        if self._kept is None:
            self.show_note(self.tr("The results of this quiz are not here any more."))
        elif self._row is not None:
            answers = self._results.answers(self._kept, self._row)
            self._marks = self._results.marks_of(self._kept, self._row)
            self.marking.show_marks(answers, self._marks)
        else:
            self.table.show_attempts(self._kept, self._results.attempts(self._kept), self._results.zone)

    async def fetch(self, results: CourseResults, quiz: QuizThere) -> None:
        """Bring the results here, and show them unless one attempt is shown or the person went elsewhere."""
        await results.fetch(quiz)
        if self._results is results and self._row is None and (self._kept is None or self._kept.quiz == quiz):
            self.show_quiz(results, quiz)

    def next_student(self, step: int) -> None:
        """Show the attempt below this one in the table, or the one above it."""
        if self._row is None:
            return
        place = self.table.model.place(self._row) + step
        if 0 <= place < len(self.table.model.shown):
            self._open(self.table.model.shown[place])

    def turn(self, page: QWidget) -> None:
        """Show one of the pages."""
        if page is not self.marking:
            self.marking.watch.end()
        if page is not self.report:
            self.report.forget()
        self.setCurrentWidget(page)
        self.turned.emit()

    def _listen(self) -> None:
        self.table.opened.connect(self._open)
        self.table.analysis_wanted.connect(self._analyse)
        self.table.preview_wanted.connect(self._preview)
        self.table.report_wanted.connect(self._ask_report)
        self.marking.time_wanted.connect(self._ask_time)
        self.marking.next_wanted.connect(self.next_student)
        self.marking.marked.connect(self._mark)
        self.marking.withdrawn.connect(self._withdraw)
        self.analysis.question_wanted.connect(self._open_question)
        for back in (self.marking.back_wanted, self.analysis.back_wanted, self.report.back_wanted):
            back.connect(self._back_to_table)
        for file in (self.table.file_wanted, self.analysis.file_wanted, self.report.file_wanted):
            file.connect(self._ask_file)

    def _open(self, row: AttemptRow) -> None:
        assert self._results is not None
        assert self._kept is not None
        if self._kept.quiz.kind == "new":
            self._asking.notices.tell(message("Canvas gives the answers in New Quizzes to nobody: mark them there."))
            return
        self._row = row
        answers, self._marks = self._results.answers(self._kept, row), self._results.marks_of(self._kept, row)
        self.turn(self.marking)
        self.marking.watch.use_zone(self._results.zone)
        self.marking.show_attempt(self._kept, row, answers, self._marks, self._results.shelf)
        place = self.table.model.place(row)
        self.marking.allow_next(before=place > 0, after=0 <= place < len(self.table.model.shown) - 1)

    def _mark(self, mark: Mark) -> None:
        """What was typed is one step more."""
        self._do(mark, self.tr("Mark"))

    def _withdraw(self, mark: Mark) -> None:
        """The keyboard leaves the answer, so that it shows what Canvas has."""
        self.marking.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._do(replace(mark, score=None, comment=None), self.tr("Withdraw a mark"))

    def _do(self, mark: Mark, what: str) -> None:
        if self._row is not None:
            before = self._marks.get(mark.question_id) or replace(mark, score=None, comment=None)
            self.undo_stack.push(MarkStep(self._put, self._row, before, mark, what))

    def _put(self, row: AttemptRow, mark: Mark, is_led: bool) -> None:
        """Keep a mark, shown where the person is led to it; one that changes nothing is forgotten."""
        if self._results is None:
            return
        if is_led and (self._row is None or self._row != row):
            self._open(row)
        self._marks[mark.question_id] = mark
        self._results.mark(mark)
        if is_led:
            self.marking.show_mark(mark)

    def _preview(self) -> None:
        if self._results is not None and self._kept is not None:
            PreviewDialog(self._results, self._kept, self._asking.tasks, self).open()

    def _analyse(self) -> None:
        if self._results is not None and self._kept is not None:
            self._asking.start(self._analysed(self._results, self._kept), self.tr("Look at the questions"))

    async def _analysed(self, results: CourseResults, kept: ResultSet) -> None:
        bars, found = await results.analysis(kept)
        if not self._is_still_at(kept):
            return
        if kept.quiz.kind == "classic":
            note = self.tr("Worked out on this computer from the answers that are here.")
        elif found:
            note = self.tr("From Canvas's report. Scores are those that are here.")
        else:
            note = self.tr("Canvas's report says nothing of its questions that is understood here.")
        self.analysis.show_analysis(bars, found, note)
        self.turn(self.analysis)

    def _ask_report(self) -> None:
        if self._results is not None and self._kept is not None:
            self._asking.start(self._reported(self._results, self._kept), self.tr("Ask for the answers"))

    async def _reported(self, results: CourseResults, kept: ResultSet) -> None:
        table = await results.student_report(kept)
        if self._is_still_at(kept):
            self.report.show_table(table, results.zone)
            self.turn(self.report)

    def _is_still_at(self, kept: ResultSet) -> bool:
        """Canvas takes its time: who has gone elsewhere meanwhile is not called back."""
        return self._kept is not None and self._kept.quiz == kept.quiz and self.currentWidget() is self.table

    def _open_question(self, canvas_id: str) -> None:
        found = self._results.question(self._kept, canvas_id) if self._results is not None and self._kept else None
        if found is None:
            self._asking.notices.tell(message("This question is not in a quiz on this computer."))
        else:
            self.question_wanted.emit(*found)

    def _back_to_table(self) -> None:
        row = self._row
        self._row = None
        self.refresh()
        self.turn(self.table)
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

        self._asking.tasks.start(ask(), self.tr("Ask for the time"))

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
            self._asking.notices.tell(said(error))
        else:
            self._asking.notices.tell(message("The table is in {file}.", file=path.name))

    def _rows(self) -> Sequence[Sequence[Cell]]:
        """The table that is shown."""
        if self.currentWidget() is self.analysis:
            return self.analysis.rows()
        if self.currentWidget() is self.report:
            return self.report.rows()
        return attempt_table(self.table.model.shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the table."""
        if event.key() == Qt.Key.Key_Escape and self.currentWidget() in (self.marking, self.analysis, self.report):
            self._back_to_table()
        else:
            super().keyPressEvent(event)

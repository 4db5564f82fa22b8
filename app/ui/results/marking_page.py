"""One attempt, question by question, with points and comments; the next student is a key away."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.library.results.row import Answer, AskedQuestion, AttemptRow, Mark, ResultSet
from app.message import message
from app.ui.fields.line import LineField
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.text_button import TextButton
from app.ui.fields.wrapping_row import WrappingRow
from app.ui.icons import icon
from app.ui.library.number_text import number_text
from app.ui.results.answer_mark import AnswerMark
from app.ui.results.state_words import state_words
from app.ui.results.time_watch import TimeWatch
from app.ui.theme import PAGE_WIDTH, Gap
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class MarkingPage(QWidget):
    """`marked` and `withdrawn` carry a mark; `next_wanted` goes to the next student (1) or the one before (-1)."""

    marked = Signal(object)
    withdrawn = Signal(object)
    next_wanted = Signal(int)
    back_wanted = Signal()
    time_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers: list[AnswerMark] = []
        self._fudge: Mark | None = None
        self.back = TextButton(self.tr("All attempts"), self, icon=icon("chevron-left"))
        self.back.setFlat(True)
        self.back.setToolTip(self.tr("Back to the table (Esc)"))
        self.before = TextButton(self.tr("Previous student"), self)
        self.next = TextButton(self.tr("Next student"), self)
        self.name = QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        Toned(self.name, "text", "title")
        self.about = QuietLabel("", self)
        self.fudge = LineField(self.tr("Points added to the score"), self)
        self.fudge.setToolTip(self.tr("Added to the score of this attempt; below 0, too"))
        self.fudge_label = QLabel(self.tr("Points added"), self)
        self.fudge_label.setBuddy(self.fudge)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.watch = TimeWatch(self.time_wanted.emit, self)
        self._lay_out()
        self.back.clicked.connect(self.back_wanted)
        self.before.clicked.connect(lambda: self.next_wanted.emit(-1))
        self.next.clicked.connect(lambda: self.next_wanted.emit(1))
        self.fudge.edited.connect(self._take_fudge)

    def show_attempt(
        self,
        kept: ResultSet,
        row: AttemptRow,
        answers: Sequence[Answer],
        marks: Mapping[str, Mark],
        shelf: "PictureShelf",
    ) -> None:
        """Show an attempt; the cursor goes to the first answer that waits for points, else to the first."""
        self.name.setText(row.name)
        (self.watch.begin if row.state == "untaken" else self.watch.end)()
        self.about.setText(_about(kept, row))
        asked = {one.id: one for one in kept.questions}
        page = QWidget(self.area)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, Gap.SMALL, Gap.LARGE)
        column.setSpacing(Gap.PAGE)
        self.answers = []
        for number, answer in enumerate(answers, start=1):
            question = asked.get(answer.question_id) or AskedQuestion(answer.question_id, "", "", "", 0)
            empty = Mark(
                kept.key, row.submission_id, row.attempt, answer.question_id, None, None, answer.points, answer.comment
            )
            one = AnswerMark(number, question, answer, empty, shelf, page)
            one.show_mark(marks.get(answer.question_id))
            one.edited.connect(self.marked)
            one.withdrawn.connect(self.withdrawn)
            one.done.connect(self._go_on)
            column.addWidget(one)
            self.answers.append(one)
        if not answers:
            column.addWidget(QuietLabel(self.tr("Nothing was handed in yet: there is nothing to mark."), page))
        column.addStretch(1)
        page.setMaximumWidth(PAGE_WIDTH)
        self.area.setWidget(page)
        self._show_fudge(kept, row, marks.get(""), can_mark=bool(answers))
        waiting = next((n for n, one in enumerate(answers) if one.points is None and one.question_id not in marks), 0)
        if self.answers:
            self.focus_answer(waiting)
        else:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_marks(self, answers: Sequence[Answer], marks: Mapping[str, Mark]) -> None:
        """What is kept has changed: marks were kept, sent, refused."""
        for one, answer in zip(self.answers, answers, strict=False):
            if not (one.points.hasFocus() or one.comment.hasFocus()):
                one.show_mark(marks.get(answer.question_id))

    def show_mark(self, mark: Mark) -> None:
        """One mark is another by undo: it is shown where it is written, whatever has the keyboard."""
        if not mark.question_id:
            self._fudge = mark
            points = mark.score if mark.score is not None else mark.base_score
            self.fudge.show_text("" if points is None else number_text(points))
        for one in self.answers:
            if one.question_id == mark.question_id:
                one.show_mark(mark if mark.changes else None)
                one.points.setFocus(Qt.FocusReason.OtherFocusReason)
                self.area.ensureWidgetVisible(one)

    def focus_answer(self, number: int) -> None:
        """Put the cursor into the points of an answer, 0-based."""
        one = self.answers[number]
        one.points.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, self, lambda: self._bring_in(one))

    def _bring_in(self, one: AnswerMark) -> None:
        """A page that was just filled has its places only now."""
        if one in self.answers:
            self.area.ensureWidgetVisible(one)

    def allow_next(self, *, before: bool, after: bool) -> None:
        """Whether there is a student on either side."""
        self.before.setEnabled(before)
        self.next.setEnabled(after)

    def _go_on(self) -> None:
        number = self.answers.index(self.sender())  # type: ignore[arg-type]
        if number + 1 < len(self.answers):
            self.focus_answer(number + 1)
        else:
            self.next_wanted.emit(1)

    def _show_fudge(self, kept: ResultSet, row: AttemptRow, mark: Mark | None, *, can_mark: bool) -> None:
        self._fudge = mark or Mark(kept.key, row.submission_id, row.attempt, "", None, None, row.fudge, "")
        points = self._fudge.score if self._fudge.score is not None else row.fudge
        self.fudge.show_text("" if points is None else number_text(points))
        for part in (self.fudge, self.fudge_label):
            part.setVisible(can_mark)

    def _take_fudge(self, text: str) -> None:
        try:
            points = float(text.replace(",", ".") or "0")
        except ValueError:
            return
        if self._fudge is not None and abs(points) < float("inf"):
            fudge = self._fudge
            self._fudge = Mark(fudge.set, fudge.submission_id, fudge.attempt, "", points, None, fudge.base_score, "")
            self.marked.emit(self._fudge)

    def _lay_out(self) -> None:
        head = WrappingRow()
        head.setSpacing(Gap.SMALL)
        head.addWidget(self.back)
        head.addWidget(self.before)
        head.addWidget(self.next)
        line = QHBoxLayout()
        line.setSpacing(Gap.SMALL)
        line.addWidget(self.about, 1)
        line.addWidget(self.fudge_label)
        line.addWidget(self.fudge)
        self.fudge.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addLayout(head)
        layout.addWidget(self.name)
        layout.addLayout(line)
        layout.addWidget(self.watch)
        layout.addWidget(self.area, 1)


def _about(kept: ResultSet, row: AttemptRow) -> str:
    parts = [words(message("Attempt {n}", n=row.attempt)), state_words(row)]
    if row.score is not None:
        possible = "" if kept.points is None else number_text(kept.points)
        parts.append(words(message("{score} of {points} points", score=number_text(row.score), points=possible)))
    return " · ".join(parts)

"""Students of a course and what they are given: time and a half, attempts, an open door, more time right now."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from app.library.results.given import Given
from app.message import message
from app.models.results.extra_time import shares
from app.models.results.limit import MOST_ATTEMPTS, MOST_EXTENSION, MOST_MINUTES
from app.session.results import CourseResults
from app.ui.fields.choice_box import ChoiceBox
from app.ui.fields.list_beside import ListBeside
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.text_button import TextButton
from app.ui.fields.whole_number import WholeNumberField
from app.ui.fields.wrapping_row import WrappingRow
from app.ui.results.attempts_form import AttemptsForm
from app.ui.results.fewer_form import FewerForm
from app.ui.results.given_list import GivenList
from app.ui.results.time_share import TimeShare
from app.ui.theme import Gap, control_height
from app.ui.two_line_delegate import NOTE, TwoLineDelegate
from app.ui.words import words

_STUDENT = Qt.ItemDataRole.UserRole


class StudentsPage(QWidget):
    """`given` carries what a student shall have; `withdrawn` the number of a note that is not wanted any more."""

    given = Signal(object)
    withdrawn = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results: CourseResults | None = None
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a student"))
        self.search.setAccessibleName(self.tr("Find a student"))
        self.search.setMinimumHeight(control_height())
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Students"))
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.name = QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        Toned(self.name, "text", "title")
        self.share = TimeShare(self)
        self.total = QuietLabel("", self)
        self.give_time = TextButton(self.tr("Give this time"), self)
        self.new_attempts = AttemptsForm(self)
        self.fewer = FewerForm(self)
        self.classic = ChoiceBox(self.tr("Classic quiz"), (), self)
        self.minutes = WholeNumberField(self.tr("Extra minutes"), self, least=0, most=MOST_MINUTES)
        self.attempts = WholeNumberField(self.tr("Extra attempts"), self, least=0, most=MOST_ATTEMPTS)
        self.unlock = QCheckBox(self.tr("Let in although the quiz is locked"), self)
        self.end = ChoiceBox(self.tr("An attempt under way"), _ends(self), self)
        self.end_minutes = WholeNumberField(self.tr("Minutes for the attempt under way"), self, most=MOST_EXTENSION)
        self.give_classic = TextButton(self.tr("Give this in Classic quizzes"), self)
        self.known = GivenList(self)
        self._form = QWidget(self)
        self._lay_out()
        self._listen()

    def show_course(self, results: CourseResults) -> None:
        """Show the students that are known, and what the one who is selected was given."""
        self._results = results
        self._list_students()
        quiz = self.classic.currentData()
        self.classic.clear()
        self.classic.addItem(self.tr("All Classic quizzes"), "")
        quizzes = results.quizzes()
        for one in quizzes:
            if one.quiz.kind == "classic":
                self.classic.addItem(one.title, one.quiz.quiz_id)
        self.classic.setCurrentIndex(max(self.classic.findData(quiz), 0))
        new = [(one.quiz.quiz_id, one.title) for one in quizzes if one.quiz.kind == "new"]
        self.new_attempts.show_quizzes(new)
        self.fewer.show_quizzes(new)
        self._show_student()

    @property
    def student_id(self) -> str:
        """Who is selected; "" for nobody."""
        item = self.list.currentItem()
        return str(item.data(_STUDENT)) if item is not None else ""

    def _listen(self) -> None:
        self.search.textChanged.connect(self._list_students)
        self.list.currentItemChanged.connect(self._show_student)
        self.share.changed.connect(self._show_total)
        self.give_time.clicked.connect(self._give_time)
        self.new_attempts.given.connect(self._give_attempts)
        self.fewer.given.connect(self._give_fewer)
        self.give_classic.clicked.connect(self._give_classic)
        self.known.withdrawn.connect(self.withdrawn)
        for field in (self.minutes, self.attempts, self.end_minutes):
            field.number_edited.connect(lambda *_: self._allow())
        self.unlock.toggled.connect(self._allow)
        self.end.currentIndexChanged.connect(self._allow)

    def _list_students(self) -> None:
        if self._results is None:
            return
        chosen, text = self.student_id, self.search.text().casefold().strip()
        given: dict[str, list[Given]] = {}
        for one in self._results.given:
            given.setdefault(one.student_id, []).append(one)
        self.list.blockSignals(True)
        self.list.clear()
        for student, name in self._results.students().items():
            if text and text not in name.casefold():
                continue
            item = QListWidgetItem(name or student, self.list)
            item.setData(_STUDENT, student)
            note = self._note(given.get(student, ()))
            item.setData(NOTE, note)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {note}")
            if student == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)

    def _note(self, known: Sequence[Given]) -> str:
        if not known:
            return self.tr("Nothing extra")
        waiting = sum(one.state != "sent" for one in known)
        if waiting:
            return words(message("1 not sent yet", plural="{count} not sent yet", count=waiting))
        return words(message("Given once", plural="Given {count} times", count=len(known)))

    def _show_student(self) -> None:
        student = self.student_id
        self._form.setEnabled(bool(student))
        if self._results is None or not student:
            self.name.setText(self.tr("No student is known yet"))
            self.known.show_given((), {})
            return
        self.name.setText(self._results.students().get(student, student))
        titles = {one.quiz.quiz_id: one.title for one in self._results.quizzes()}
        self.known.show_given([one for one in self._results.given if one.student_id == student], titles)
        self._show_total()
        self._allow()

    def _show_total(self) -> None:
        """The minutes of every quiz, as they will be."""
        if self._results is None:
            return
        limits = self._results.limits
        found = shares({quiz: seconds for quiz, (_, seconds) in limits.items()}, self.share.per_cent)
        lines = [
            self.tr("{quiz}: {limit} + {extra} = {total} minutes").format(
                quiz=title, limit=-(-seconds // 60), extra=found.of(quiz), total=-(-seconds // 60) + found.of(quiz)
            )
            for quiz, (title, seconds) in limits.items()
        ]
        self.give_time.setEnabled(found.course > 0)
        self.total.setText("\n".join(lines) or self.tr("No New Quiz of this course is known to have a time limit."))

    def _allow(self) -> None:
        self.end_minutes.setEnabled(bool(self.end.currentData()))
        self.give_classic.setEnabled(bool(self._classic_fields()))

    def _give_time(self) -> None:
        """The course first; what a longer quiz needs beyond that waits until the student has opened it.

        What a quiz got beyond an earlier share of the course is taken back: both would add up.
        """
        assert self._results is not None
        limits = {quiz: seconds for quiz, (_, seconds) in self._results.limits.items()}
        found = shares(limits, self.share.per_cent)
        self.given.emit(self._made("new", "", {"extra_time": found.course}))
        mine = [one for one in self._results.given if one.student_id == self.student_id and one.kind == "new"]
        earlier = {one.quiz_id: 0 for one in mine if one.quiz_id and one.fields.get("extra_time")}
        for quiz, minutes in {**earlier, **found.by_quiz}.items():
            self.given.emit(self._made("new", quiz, {"extra_time": minutes}))

    def _give_attempts(self, quiz: str, attempts: int) -> None:
        self.given.emit(self._made("new", quiz, {"extra_attempts": attempts}))

    def _give_fewer(self, quiz: str, is_fewer: bool) -> None:
        self.given.emit(self._made("new", quiz, {"reduce_choices_enabled": is_fewer}))

    def _give_classic(self) -> None:
        self.given.emit(self._made("classic", str(self.classic.currentData() or ""), self._classic_fields()))
        for field in (self.minutes, self.attempts, self.end_minutes):
            field.show_number(None)
        self.unlock.setChecked(False)
        self.end.setCurrentIndex(0)
        self._allow()

    def _classic_fields(self) -> dict[str, int | bool]:
        found: dict[str, int | bool] = {}
        if self.minutes.number:
            found["extra_time"] = self.minutes.number
        if self.attempts.number:
            found["extra_attempts"] = self.attempts.number
        if self.unlock.isChecked():
            found["manually_unlocked"] = True
        if self.end.currentData() and self.end_minutes.number:
            found[str(self.end.currentData())] = self.end_minutes.number
        return found

    def _made(self, kind: str, quiz: str, fields: dict[str, int | bool]) -> Given:
        assert self._results is not None
        place = (self._results.account_id, self._results.course_id)
        return Given(*place, quiz, kind, self.student_id, self.name.text(), fields)  # type: ignore[arg-type]  # of two words

    def _lay_out(self) -> None:
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, Gap.SMALL, 0)
        form.setSpacing(Gap.SMALL)
        form.addWidget(self.name)
        form.addWidget(_heading(self.tr("New Quizzes"), self))
        form.addLayout(_line(self.share, self.give_time))
        form.addWidget(self.total)
        form.addWidget(self.new_attempts)
        form.addWidget(self.fewer)
        form.addSpacing(Gap.LARGE)
        form.addWidget(_heading(self.tr("Classic quizzes"), self))
        form.addWidget(self.classic)
        form.addLayout(_line(QLabel(self.tr("Extra minutes"), self), self.minutes))
        form.addLayout(_line(QLabel(self.tr("Extra attempts"), self), self.attempts))
        form.addWidget(self.unlock)
        form.addLayout(_line(self.end, self.end_minutes, QLabel(self.tr("minutes"), self)))
        form.addLayout(_line(self.give_classic))
        form.addSpacing(Gap.LARGE)
        form.addWidget(_heading(self.tr("What was given, as far as this computer knows"), self))
        form.addWidget(QuietLabel(self.tr("Canvas has no way to ask for it."), self))
        form.addWidget(self.known)
        form.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self._form)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ListBeside(self.list, area, self, above=self.search))


def _ends(page: QWidget) -> tuple[tuple[str, str], ...]:
    return (
        ("", page.tr("Leave the end of an attempt under way")),
        ("extend_from_now", page.tr("An attempt under way ends, from now, in")),
        ("extend_from_end_at", page.tr("An attempt under way ends later by")),
    )


def _heading(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    Toned(label, "text", "section")
    return label


def _line(*parts: QWidget) -> WrappingRow:
    line = WrappingRow()
    line.setSpacing(Gap.SMALL)
    for part in parts:
        line.addWidget(part)
    return line

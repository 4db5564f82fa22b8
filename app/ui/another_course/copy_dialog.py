"""Where quizzes are to be used as well: the course, the dates there, and what stays behind."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDateEdit, QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from app.library.row import Account, CourseRow
from app.message import message
from app.models.date_shift import days_until
from app.models.quiz_dates import dates_of
from app.models.wall_clock import day
from app.session.another_course import Candidate
from app.sync.another_course import NEVER_TRAVELS, Destination
from app.ui.account_words import account_names
from app.ui.another_course.date_table import DateTable
from app.ui.another_course.left_list import LeftList
from app.ui.dialogs.scrolled import ScrolledPart
from app.ui.fields.choice_box import ChoiceBox
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.text_button import TextButton
from app.ui.theme import Gap, control_height
from app.ui.words import words

_MOST_WEEKS = 1000


class CopyDialog(QDialog):
    """`course_chosen` carries the course that is shown, for what is told of it; `copy_wanted` says to go on."""

    course_chosen = Signal(object)
    copy_wanted = Signal()

    def __init__(self, titles: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Use in another course"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._quizzes: tuple[Candidate, ...] = ()
        self.there: Destination | None = None
        self._odd = 0
        self._courses: list[CourseRow] = []
        heading = _heading(self, titles)
        self.course = ChoiceBox(self.tr("Course"), (), self)
        self.weeks = QSpinBox(self)
        self.weeks.setRange(-_MOST_WEEKS, _MOST_WEEKS)
        self.first = QDateEdit(self)
        self.first.setCalendarPopup(True)
        self.dates = DateTable(self)
        self.part = ScrolledPart(self)
        self.left_title = QLabel(self.tr("Stays behind"), self)
        self.left = LeftList(self)
        self.note = QuietLabel("", self)
        self._name_parts()
        self._add_buttons(len(titles))
        self._lay_out(heading)
        self.course.currentIndexChanged.connect(self._choose)
        self.weeks.valueChanged.connect(self._move_by_weeks)
        self.first.dateChanged.connect(self._follow_first)

    def show_courses(self, accounts: Sequence[Account], courses: Sequence[CourseRow]) -> None:
        """Offer these courses, the address of each account beside its own."""
        origins = {account.id: account for account in accounts}
        self._courses = [course for course in courses if course.account_id in origins]
        self.course.blockSignals(True)
        names = account_names(accounts)
        for course in self._courses:
            account = origins[course.account_id]
            where = names[account.id]
            self.course.addItem(f"{course.name} — {where}")
        self.course.blockSignals(False)
        self.copy.setEnabled(False)
        if self._courses:
            self._choose(self.course.currentIndex())
        else:
            self._say_none()

    def show_quizzes(self, quizzes: tuple[Candidate, ...], there: Destination) -> None:
        """Show the dates of the quizzes in a course, and what cannot come into it, if it is still the one chosen."""
        course = self._courses[self.course.currentIndex()]
        if (course.account_id, course.id) != (there.account_id, there.course_id):
            return
        self._quizzes, self.there = quizzes, there
        dated = any(dates_of(quiz.fields) for quiz in quizzes)
        for part in (self.shift, self.dates):
            part.setVisible(dated)
        self.left.show_left(quizzes)
        for part in (self.left_title, self.left):
            part.setVisible(self.left.count() > 0)
        self.note.setText(f"{words(NEVER_TRAVELS)} {self.tr('You will see everything before it is sent.')}")
        self.copy.setEnabled(True)
        self._move()
        self.part.make_room()

    def _say_none(self) -> None:
        self.note.setText(self.tr("No course is known yet. Connect to Canvas first; your quizzes stay here meanwhile."))

    def _choose(self, row: int) -> None:
        """What was shown was about another course: nothing is copied until it is known what this one means."""
        if 0 <= row < len(self._courses):
            self.there = None
            self.copy.setEnabled(False)
            self.course_chosen.emit(self._courses[row])

    def _move(self) -> None:
        if self.there is None:
            return
        days = self._days()
        self.dates.show_dates(self._quizzes, days, self.there.zone)
        stamps = ((stamp, quiz.zone) for quiz in self._quizzes for stamp in dates_of(quiz.fields).values())
        known = [one for stamp, zone in stamps if (one := day(stamp, zone)) is not None]
        if known:
            self.first.blockSignals(True)
            self.first.setDate(QDate(*_parts(min(known))).addDays(days))
            self.first.blockSignals(False)

    def _move_by_weeks(self) -> None:
        self._odd = 0
        self._move()

    def _days(self) -> int:
        """Whole weeks, and the odd days where a first day was chosen."""
        return self.weeks.value() * 7 + self._odd

    def _follow_first(self) -> None:
        first = self.first.date()
        wanted = date(first.year(), first.month(), first.day())
        days = days_until(wanted, ((quiz.fields, quiz.zone) for quiz in self._quizzes))
        if days is None:
            return
        weeks = int(days / 7)
        self._odd = days - weeks * 7
        self.weeks.blockSignals(True)
        self.weeks.setValue(weeks)
        self.weeks.blockSignals(False)
        self._move()

    def _name_parts(self) -> None:
        for part, name in (
            (self.weeks, self.tr("Weeks later")),
            (self.first, self.tr("Day of the earliest date")),
        ):
            part.setAccessibleName(name)
            part.setToolTip(name)
            part.setMinimumHeight(control_height())

    def _add_buttons(self, count: int) -> None:
        self.buttons = QDialogButtonBox(self)
        verb = message("Copy this quiz", plural="Copy {count} quizzes", count=count)
        self.copy = TextButton(words(verb), self)
        self.copy.setDefault(True)
        cancel = TextButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        self.buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)

    def _accept(self) -> None:
        if self.copy.isEnabled():
            self.copy_wanted.emit()
            self.accept()

    def _lay_out(self, heading: QLabel) -> None:
        self.shift = QWidget(self)
        line = QHBoxLayout(self.shift)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Gap.SMALL)
        parts = ((self.tr("Move dates by"), self.weeks), (self.tr("weeks, so that the first is on"), self.first))
        for text, field in parts:
            label = QLabel(text, self)
            label.setBuddy(field)
            line.addWidget(label)
            line.addWidget(field)
        line.addStretch(1)
        for part in (heading, self.course, self.shift, self.dates, self.left_title, self.left, self.note):
            self.part.column.addWidget(part)
        self.part.column.addStretch(1)
        below = QHBoxLayout()
        below.setContentsMargins(Gap.PAGE, 0, Gap.PAGE, 0)
        below.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, Gap.LARGE)
        layout.setSpacing(Gap.MEDIUM)
        layout.addWidget(self.part, 1)
        layout.addLayout(below)
        self.setMinimumWidth(control_height() * 18)
        for part in (self.shift, self.dates, self.left_title, self.left):
            part.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Now the width is known."""
        super().showEvent(event)
        self.part.make_room()


def _heading(dialog: QDialog, titles: Sequence[str]) -> QLabel:
    text = dialog.tr("Use “{title}” in").format(title=titles[0]) if len(titles) == 1 else ""
    heading = QLabel(text or dialog.tr("Use {n} quizzes in").format(n=len(titles)), dialog)
    heading.setTextFormat(Qt.TextFormat.PlainText)
    heading.setWordWrap(True)
    Toned(heading, "text", "section")
    return heading


def _parts(one: date) -> tuple[int, int, int]:
    return one.year, one.month, one.day

"""The line above the quizzes of a course: what is ready for off-line, what is only on Canvas, what is on its way."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.library.row import CourseRow, Ready
from app.message import message
from app.ui.commands import Commands
from app.ui.fields.icon_label import IconLabel
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rule import Rule
from app.ui.fields.text_button import TextButton
from app.ui.fields.wrapping_row import WrappingRow
from app.ui.icons import icon
from app.ui.library.course_words import course_line, only_there, progress_line
from app.ui.theme import Gap, control_height
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.brought import Bringing

_WORDS = 30
"""In letters: so much of a line is left for what is said beside what can be done."""


class CourseBar(QWidget):
    """Hidden where no course is open and nothing is on its way. `kept` carries what the person wants of the course."""

    bring_wanted = Signal()
    kept = Signal(bool)
    cancelled = Signal()

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course: CourseRow | None = None
        self._selected = 0
        self._ready = Ready(0, 0, 0, 0, 0)
        self.mark = IconLabel(self)
        self.text = QuietLabel("", self)
        self.look = TextButton(self.tr("Look on Canvas"), self, icon=icon("refresh-cw"))
        self.look.setToolTip(commands["refresh_course"].toolTip())
        self.look.clicked.connect(commands["refresh_course"].trigger)
        self.bring = TextButton("", self, icon=icon("cloud-download"))
        self.bring.clicked.connect(self.bring_wanted)
        self.keep = QCheckBox(self.tr("Keep for off-line"), self)
        self.keep.setToolTip(commands["keep_course"].toolTip())
        self.keep.setMinimumHeight(control_height())
        self.keep.clicked.connect(self.kept)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.progress.setMaximumWidth(control_height() * 5)
        self.stop = TextButton(self.tr("Cancel"), self)
        self.stop.clicked.connect(self.cancelled)
        self._lay_out()
        self.show_progress(None)

    @property
    def is_busy(self) -> bool:
        """Whether quizzes are on their way here."""
        return self.stop.isVisibleTo(self)

    def show_course(self, course: CourseRow | None, ready: Ready) -> None:
        """Show what is here of a course; None where no course is open."""
        self._course, self._ready = course, ready
        if not self.is_busy:
            self._show_still()

    def follow_selection(self, count: int) -> None:
        """So many quizzes that are only on Canvas are selected."""
        self._selected = count
        if not self.is_busy:
            self._show_still()

    def show_progress(self, bringing: "Bringing | None") -> None:
        """Show what is on its way, whatever place is open; None when that has ended."""
        running = bringing is not None
        for part in (self.progress, self.stop):
            part.setVisible(running)
        if bringing is None:
            self._show_still()
            return
        self.setVisible(True)
        for control in (self.look, self.bring, self.keep):
            control.hide()
        left = bringing.seconds_left(time.monotonic())
        self._say("cloud-download", words(progress_line(bringing.title, bringing.done, bringing.total, left)))
        self.progress.setRange(0, bringing.total)
        self.progress.setValue(bringing.done)

    def _show_still(self) -> None:
        course = self._course
        self.setVisible(course is not None)
        if course is None:
            return
        is_ready = course.kept and self._ready.is_whole
        self._say("circle-check" if is_ready else "cloud", words(course_line(course, self._ready)))
        missing = only_there(self._ready)
        self.look.setVisible(course.listed_at is None and not course.kept)
        self.bring.setVisible(bool(missing))
        all_of_them = message("Bring it here", plural="Bring all here", count=missing)
        some = message("Bring it here", plural="Bring {count} here", count=self._selected)
        self.bring.setText(words(some if self._selected else all_of_them))
        self.keep.show()
        self.keep.setChecked(course.kept)

    def _say(self, mark: str, text: str) -> None:
        self._turn()
        self.mark.show_icon(icon(mark, "good" if mark == "circle-check" else "text_quiet"))
        self.text.setText(text)
        self.text.setAccessibleName(text)

    def _lay_out(self) -> None:
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setContentsMargins(Gap.MEDIUM, Gap.SMALL, Gap.MEDIUM, Gap.SMALL)
        row.setSpacing(Gap.SMALL)
        said = QHBoxLayout()
        said.setSpacing(Gap.SMALL)
        said.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self.text, 1)
        row.addLayout(said, 1)
        self._doing = QWidget(self)
        doing = WrappingRow(self._doing)
        doing.setSpacing(Gap.SMALL)
        for part in (self.progress, self.look, self.bring, self.keep, self.stop):
            doing.addWidget(part)
        row.addWidget(self._doing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(Rule(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the words had to be squeezed, what can be done stands below them."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        ways = QBoxLayout.Direction
        needed = self._doing.sizeHint().width() + _WORDS * self.fontMetrics().averageCharWidth()
        self._row.setDirection(ways.LeftToRight if needed < self.width() else ways.TopToBottom)

"""Where a quiz goes that is on no Canvas yet: one of the courses of the person's accounts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from app.library.row import Account, CourseRow, GroupRow
from app.ui.account_words import account_names
from app.ui.dialogs.entry_delegate import NOTE, EntryDelegate
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.sync.group_choice import GroupChoice
from app.ui.theme import Gap, control_height

_COURSE = Qt.ItemDataRole.UserRole
_MOST_ROWS = 12
"""A longer list scrolls."""
_FEWEST_ROWS = 2
"""As short as a small window makes it."""


class PlaceChoice(QWidget):
    """A list of courses; `chosen` gives account, course and assignment group, "" where Canvas takes its first.

    `groups_wanted` asks for the groups of the course that is selected. Without an account the one button connects.
    """

    chosen = Signal(str, str, str)
    groups_wanted = Signal(str, str)
    connect_wanted = Signal()
    practice_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QLabel(self.tr("Which course is this quiz for?"), self)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        Toned(self.heading, "text", "section")
        self.note = QuietLabel("", self)
        self.courses = QListWidget(self)
        self.courses.setAccessibleName(self.tr("Courses"))
        self.courses.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.courses.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.courses.setItemDelegate(EntryDelegate(self.courses))
        self.group = GroupChoice(self)
        self.go = TextButton(self.tr("Use this course"), self)
        self.connect_button = TextButton(self.tr("Connect to Canvas…"), self, icon=icon("cloud"))
        self.practice_button = TextButton(self.tr("Try with the Practice Canvas"), self, icon=icon("flask-conical"))
        self._lay_out()
        self.go.clicked.connect(self._choose)
        self.courses.itemActivated.connect(self._choose)
        self.courses.currentRowChanged.connect(self._turn)
        self.connect_button.clicked.connect(self.connect_wanted)
        self.practice_button.clicked.connect(self.practice_wanted)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Gap.SMALL)
        buttons.addWidget(self.go)
        buttons.addWidget(self.connect_button)
        buttons.addWidget(self.practice_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.MEDIUM)
        for widget in (self.heading, self.note, self.courses, self.group):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)  # what follows stands right below

    def show_courses(self, accounts: Sequence[Account], courses: Sequence[CourseRow]) -> None:
        """List the courses, those of an account together, with its address beside each."""
        chosen = self._place
        self.courses.blockSignals(True)
        self.courses.clear()
        names = account_names(accounts)
        for account in accounts:
            for course in courses:
                if course.account_id == account.id:
                    self._add(account, course, names[account.id])
        self._choose_again(chosen)
        self.courses.blockSignals(False)
        frame = 2 * self.courses.frameWidth()
        rows = min(self.courses.count(), _MOST_ROWS)
        self.courses.setMaximumHeight(rows * control_height() + frame)
        self.courses.setMinimumHeight(min(rows, _FEWEST_ROWS) * control_height() + frame)
        self.practice_button.setVisible(all(account.kind != "sandbox" for account in accounts))
        found = self.courses.count() > 0
        self.courses.setVisible(found)
        self.group.setVisible(found)
        self.go.setVisible(found)
        self.heading.setVisible(found)
        self.note.setText(
            self.tr("Nothing is sent before you have seen what will be.")
            if found
            else self.tr("You are not connected to a Canvas yet. Your quiz is safe on this computer meanwhile.")
        )
        self.setFocusProxy(self.courses if found else self.connect_button)

    def _choose_again(self, chosen: tuple[str, str] | None) -> None:
        """The course and the group that were chosen stay so; the first course where there was none."""
        places = [tuple(self.courses.item(row).data(_COURSE)) for row in range(self.courses.count())]
        self.courses.setCurrentRow(places.index(chosen) if chosen in places else 0)
        if self._place != chosen or not self.group.group_id:
            self._turn(self.courses.currentRow())

    def _add(self, account: Account, course: CourseRow, name: str) -> None:
        practice = account.kind == "sandbox"
        mark = icon("flask-conical" if practice else "cloud", "text_quiet")
        where = self.tr("Practice Canvas (on this computer)") if practice else name
        row = QListWidgetItem(mark, course.name, self.courses)
        row.setData(_COURSE, (account.id, course.id))
        row.setData(NOTE, where)
        row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{course.name}, {where}")

    def show_groups(self, account_id: str, course_id: str, groups: Sequence[GroupRow]) -> None:
        """Offer the groups of a course, if it is still the one that is selected."""
        if self._place == (account_id, course_id):
            self.group.show_groups(groups)

    @property
    def _place(self) -> tuple[str, str] | None:
        row = self.courses.currentItem()
        if row is None:
            return None
        account, course = row.data(_COURSE)
        return account, course

    def _turn(self, row: int) -> None:
        """Another course has other groups."""
        self.go.setEnabled(row >= 0)
        self.group.wait()
        if row >= 0 and (place := self._place) is not None:
            self.groups_wanted.emit(*place)

    def _choose(self) -> None:
        if (place := self._place) is not None:
            self.chosen.emit(*place, self.group.group_id)

"""The side of the library: this computer, the courses of every account, recently deleted."""

import time
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from app.library.row import Account, CourseRow, QuizRow
from app.ui.account_words import account_names
from app.ui.library.place import DELETED, HERE, Place, courses_of, place_of
from app.ui.library.place_delegate import COUNT, ICON_NAME, PlaceDelegate
from app.ui.theme import Gap

_PLACE: Final = int(Qt.ItemDataRole.UserRole)
_FOLD: Final = int(Qt.ItemDataRole.UserRole) + 8
"""The account whose past courses a row shows and hides."""


class PlaceList(QListWidget):
    """One row a place, with how many quizzes it has; the names of accounts are headings.

    Past courses are behind a row that unfolds them: by a click, Enter, Space, the arrows to the right and to the left.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, clock: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._clock = clock
        self._unfolded: set[str] = set()
        self._shown: tuple[Sequence[QuizRow], Sequence[QuizRow], Sequence[Account], Sequence[CourseRow]] = ((),) * 4
        self.setItemDelegate(PlaceDelegate(self))
        self.setAccessibleName(self.tr("Places"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setViewport(QWidget(self))  # a plain one lets the window show through
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._place = HERE
        self.currentItemChanged.connect(self._choose)
        self.itemClicked.connect(self._turn)

    @property
    def place(self) -> Place:
        """The place that is open."""
        return self._place

    @property
    def place_name(self) -> str:
        """What the open place is called."""
        item = self._item(self._place)
        return item.text() if item is not None else ""

    def show_places(
        self,
        rows: Sequence[QuizRow],
        deleted: Sequence[QuizRow],
        accounts: Sequence[Account],
        courses: Sequence[CourseRow],
    ) -> None:
        """Show every place with the number of its quizzes; the open one stays open, or this computer is."""
        self._shown = (rows, deleted, accounts, courses)
        with QSignalBlocker(self):
            self.clear()
            self._add(HERE, self.tr("This computer"), "laptop", rows)
            names = account_names(accounts)
            for account in accounts:
                self._add_heading(names[account.id])
                self._add_courses(account, courses_of(account, courses), rows)
            if deleted:
                self._add_heading("")
                self._add(DELETED, self.tr("Recently deleted"), "trash-2", deleted)
            self._reopen()
        if self.currentItem().data(_PLACE) != self._place:
            self._choose(self.currentItem())

    def open(self, place: Place) -> None:
        """Open a place that is shown."""
        item = self._item(place)
        if item is not None:
            self.setCurrentItem(item)

    def _add_courses(self, account: Account, courses: Sequence[CourseRow], rows: Sequence[QuizRow]) -> None:
        now = self._clock()
        past = [course for course in courses if course.is_past(now)]
        for course in courses:
            if course not in past:
                self._add(place_of(course), course.name, "", rows)
        if not past:
            return
        is_open = account.id in self._unfolded or any(place_of(course) == self._place for course in past)
        self._add_fold(account.id, len(past), is_open=is_open)
        for course in past if is_open else ():
            self._add(place_of(course), course.name, "", rows)

    def _add_fold(self, account_id: str, count: int, *, is_open: bool) -> None:
        name = self.tr("Past courses")
        item = QListWidgetItem(name, self)
        item.setData(_FOLD, account_id)
        item.setData(COUNT, count)
        item.setData(ICON_NAME, "chevron-down" if is_open else "chevron-right")
        state = self.tr("shown") if is_open else self.tr("hidden")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {count}, {state}")

    def _turn(self, item: QListWidgetItem | None, *, unfold: bool | None = None) -> None:
        """Show or hide the past courses of an account; hidden ones leave the person at this computer."""
        account_id = item.data(_FOLD) if item is not None else None
        if account_id is None:
            return
        courses = [course for course in self._shown[3] if course.account_id == account_id]
        here = [place_of(course) for course in courses if course.is_past(self._clock())]
        is_open = account_id in self._unfolded or self._place in here
        if unfold is is_open:
            return
        if is_open:
            self._unfolded.discard(account_id)
            self.open(HERE if self._place in here else self._place)
        else:
            self._unfolded.add(account_id)
        self.show_places(*self._shown)
        with QSignalBlocker(self):
            rows = (self.item(number) for number in range(self.count()))
            self.setCurrentItem(next(row for row in rows if row.data(_FOLD) == account_id))

    def _add(self, place: Place, name: str, icon_name: str, rows: Sequence[QuizRow]) -> None:
        item = QListWidgetItem(name, self)
        count = sum(place.holds(row) for row in rows)
        item.setData(_PLACE, place)
        item.setData(COUNT, count)
        item.setData(ICON_NAME, icon_name)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {count}")
        item.setToolTip(name)

    def _add_heading(self, name: str) -> None:
        item = QListWidgetItem(name, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _item(self, place: Place) -> QListWidgetItem | None:
        items = (self.item(number) for number in range(self.count()))
        return next((item for item in items if item.data(_PLACE) == place), None)

    def _reopen(self) -> None:
        self.setCurrentItem(self._item(self._place) or self.item(0))

    def _choose(self, item: QListWidgetItem | None) -> None:
        place = item.data(_PLACE) if item is not None else None
        if place is not None and place != self._place:
            self._place = place
            self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The row of past courses is turned by the keys that turn a branch of a tree."""
        item, arrows = self.currentItem(), {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}
        is_fold = item is not None and item.data(_FOLD) is not None
        if is_fold and event.key() in arrows:
            self._turn(item, unfold=arrows[Qt.Key(event.key())])
        elif is_fold and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._turn(item)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for the name of a course."""
        return QSize(self.fontMetrics().averageCharWidth() * 26 + Gap.PAGE, super().sizeHint().height())

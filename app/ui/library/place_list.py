"""The side of the library: this computer, the courses of every account, recently deleted."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from app.library.row import Account, CourseRow, QuizRow
from app.ui.account_words import account_names
from app.ui.library.place import DELETED, HERE, Place, courses_of, place_of
from app.ui.library.place_delegate import COUNT, ICON_NAME, PlaceDelegate
from app.ui.theme import Gap

_PLACE: Final = int(Qt.ItemDataRole.UserRole)


class PlaceList(QListWidget):
    """One row a place, with how many quizzes it has; the names of accounts are headings."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(PlaceDelegate(self))
        self.setAccessibleName(self.tr("Places"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setViewport(QWidget(self))  # a plain one lets the window show through
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._place = HERE
        self.currentItemChanged.connect(self._choose)

    @property
    def place(self) -> Place:
        """The place that is open."""
        return self._place

    @property
    def place_name(self) -> str:
        """What the open place is called."""
        item = self.currentItem()
        return item.text() if item is not None else ""

    def show_places(
        self,
        rows: Sequence[QuizRow],
        deleted: Sequence[QuizRow],
        accounts: Sequence[Account],
        courses: Sequence[CourseRow],
    ) -> None:
        """Show every place with the number of its quizzes; the open one stays open, or this computer is."""
        with QSignalBlocker(self):
            self.clear()
            self._add(HERE, self.tr("This computer"), "laptop", rows)
            names = account_names(accounts)
            for account in accounts:
                self._add_heading(names[account.id])
                for course in courses_of(account, courses):
                    self._add(place_of(course), course.name, "", rows)
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

    def sizeHint(self) -> QSize:
        """Room for the name of a course."""
        return QSize(self.fontMetrics().averageCharWidth() * 26 + Gap.PAGE, super().sizeHint().height())

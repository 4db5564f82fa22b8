"""The home of the window: places at the side, the quizzes of one of them, and the search over everything."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSettings, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.library.row import Account, CourseRow, QuizRow, Ready
from app.ui.commands import Commands
from app.ui.fields.rule import Rule
from app.ui.library.course_bar import CourseBar
from app.ui.library.empty_place import EmptyPlace
from app.ui.library.library_bar import LibraryBar, action_button
from app.ui.library.library_search import LibrarySearch
from app.ui.library.place import DELETED, HERE
from app.ui.library.place_list import PlaceList
from app.ui.library.quiz_table import QuizTable
from app.ui.screens import screen
from app.ui.theme import FIRST_WINDOW, Gap

if TYPE_CHECKING:
    from app.session.searching import Searching
    from app.ui.library.first_start import FirstStart

_QUIZ_MENU = (
    *("open", "open_on_canvas", "sync_quizzes", "publish", "unpublish", "", "duplicate_quiz", "export"),
    *("quiz_results", "use_in_course", "apply_template", "unlink", "", "delete_quiz"),
)
_SPLITTER = "library/splitter"
_DELETED_MENU = ("restore_quiz",)
_THERE_MENU = ("bring_quizzes", "open_on_canvas")


class LibraryScreen(QWidget):
    """Shows rows; what the person wants is an action of the table, or one of the signals."""

    open_wanted = Signal(str, str)
    selected = Signal()

    def __init__(
        self,
        commands: Commands,
        searching: "Callable[[QObject], Searching]",
        known_tags: Callable[[], Sequence[str]],
        ready: Callable[[str, str], Ready],
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._commands, self._ready = commands, ready
        self._rows: Sequence[QuizRow] = ()
        self._there: Sequence[QuizRow] = ()
        self._courses: Sequence[CourseRow] = ()
        self._deleted: Sequence[QuizRow] = ()
        self._has_nothing = False
        self.bar = LibraryBar(commands, self)
        self.search = LibrarySearch(self.bar, searching, known_tags, self)
        self.places = PlaceList(self, clock=clock)
        self.course_bar = CourseBar(commands, self)
        self.table = QuizTable(clock, self)
        self.empty = EmptyPlace(self)
        self._fill_button = action_button(commands["new_quiz"], self.empty)
        self._fill_button.hide()
        self._bring_button = action_button(commands["bring_course"], self)
        for button in (self._fill_button, self._bring_button):
            button.hide()  # until an empty place takes it
        self._lay_out()
        self._listen()

    @cached_property
    def first_start(self) -> "FirstStart":
        """The page of an empty library; made where it is empty."""
        made: FirstStart = screen("first_start")(self._commands, self)
        self.pages.addWidget(made)
        return made

    @property
    def is_fresh(self) -> bool:
        """Whether nothing was ever made or brought in here."""
        return self.pages.currentWidget() is not self.splitter

    @property
    def selected_ids(self) -> list[str]:
        """The quizzes that are selected in the table."""
        return self.table.selected_ids if self.side.currentWidget() is self.table else []

    @property
    def selected_there(self) -> list[QuizRow]:
        """The quizzes that are selected in the table and only on Canvas."""
        return self.table.selected_there if self.side.currentWidget() is self.table else []

    @property
    def course(self) -> CourseRow | None:
        """The course that is open."""
        place = (self.places.place.account_id, self.places.place.course_id)
        return next((course for course in self._courses if (course.account_id, course.id) == place), None)

    @property
    def shows_deleted(self) -> bool:
        """Whether what is selected is recently deleted."""
        return self.places.place == DELETED

    def show_lists(
        self,
        rows: Sequence[QuizRow],
        deleted: Sequence[QuizRow],
        accounts: Sequence[Account],
        courses: Sequence[CourseRow],
        there: Sequence[QuizRow] = (),
    ) -> None:
        """Show what the library holds now, and what of its courses is only `there`."""
        self._rows, self._deleted, self._there, self._courses = rows, deleted, there, courses
        self.bar.show_accounts(accounts)
        self.places.show_places(rows, deleted, accounts, courses)
        self._has_nothing = not rows and not deleted and not courses
        self.search.ask_again()

    def enter(self, quiz_id: str = "") -> None:
        """Put the keyboard where the person goes on: at a quiz, or at the first thing to do."""
        if quiz_id:
            self.select(quiz_id)
        (self.first_start if self.is_fresh else self._shown()).setFocus(Qt.FocusReason.OtherFocusReason)

    def select(self, quiz_id: str) -> None:
        """Select a quiz, in this computer's list where the open one has it not."""
        if self.table.rows.place(quiz_id) < 0:
            self.places.open(HERE)
        self.table.select(quiz_id)

    def start_search(self) -> None:
        """Put the cursor into the search."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def areas(self) -> list[QWidget]:
        """The areas that F6 walks."""
        if self.is_fresh:
            return [self.bar.search, self.first_start]
        return [self.bar.search, self.places, self._shown()]

    def _shown(self) -> QWidget:
        """What stands beside the places."""
        return self.side.currentWidget() or self.table

    def _listen(self) -> None:
        self.search.answered.connect(self._show_answer)
        self.search.ended.connect(self._show_quizzes)
        self.search.open_wanted.connect(self.open_wanted)
        self.bar.results_wanted.connect(self._enter_results)
        self.places.chosen.connect(self._open_place)
        self.table.open_wanted.connect(self._open_quiz)
        self.table.delete_wanted.connect(self._delete)
        self.table.menu_wanted.connect(self._pop_menu)
        self.table.selected.connect(self._follow_selection)
        self.table.bring_wanted.connect(self._commands["bring_quizzes"].trigger)
        self.course_bar.bring_wanted.connect(self._bring)

    def _open_place(self) -> None:
        self.search.end()

    def _enter_results(self) -> None:
        if self.search.is_waiting:
            self.search.enter_when_found()
        else:
            self._shown().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_quiz(self, quiz_id: str) -> None:
        if not self.shows_deleted:
            self.open_wanted.emit(quiz_id, "")

    def _follow_selection(self) -> None:
        self.course_bar.follow_selection(len(self.selected_there))
        self.selected.emit()

    def _bring(self) -> None:
        self._commands["bring_quizzes" if self.selected_there else "bring_course"].trigger()

    def _delete(self) -> None:
        if not self.shows_deleted:
            self._commands["delete_quiz"].trigger()

    def _pop_menu(self, place: QPoint) -> None:
        ids = _DELETED_MENU if self.shows_deleted else _QUIZ_MENU if self.selected_ids else _THERE_MENU
        menu = self._commands.menu(ids)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _show_answer(self, page: QWidget) -> None:
        """Show what was found beside the places."""
        if self.side.indexOf(page) < 0:
            self.side.addWidget(page)
        self.pages.setCurrentWidget(self.splitter)
        self.side.setCurrentWidget(page)
        self.selected.emit()

    def _show_quizzes(self) -> None:
        self.pages.setCurrentWidget(self.first_start if self._has_nothing else self.splitter)
        place = self.places.place
        held = [row for row in (*self._rows, *self._deleted) if place.holds(row)]
        held += [row for row in self._there if place.kind == "course" and place.holds(row)]
        self.table.show_rows(held, deleted=self.shows_deleted)
        if not held:
            self._say_empty()
        self.side.setCurrentWidget(self.table if held else self.empty)
        self._show_course()
        self._follow_selection()

    def _show_course(self) -> None:
        course = self.course
        nothing = Ready(0, 0, 0, 0, 0)
        self.course_bar.show_course(course, self._ready(course.account_id, course.id) if course else nothing)

    def _say_empty(self) -> None:
        if self.places.place == HERE:
            self.empty.say(self.tr("No quizzes yet"), self.tr("What you write is kept here."), self._fill_button)
        else:
            title = self.tr("No quizzes of {course} on this computer").format(course=self.places.place_name)
            note = self.tr("Bring here what is on Canvas, or open a quiz of yours and sync it to this course.")
            self.empty.say(title, note, self._bring_button)

    def _beside(self) -> QWidget:
        """What stands beside the places: of a course a line first."""
        beside = QWidget(self)
        layout = QVBoxLayout(beside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.course_bar)
        layout.addWidget(self.side, 1)
        return beside

    def _lay_out(self) -> None:
        self.side = QStackedWidget(self)
        for page in (self.table, self.empty):
            self.side.addWidget(page)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.places)
        self.splitter.addWidget(self._beside())
        self.splitter.setStretchFactor(1, 1)
        self.places.setMinimumWidth(self.fontMetrics().averageCharWidth() * 16 + Gap.PAGE)
        self.splitter.setSizes([self.places.sizeHint().width(), FIRST_WINDOW[0]])
        kept = QSettings().value(_SPLITTER)
        if kept is not None:
            self.splitter.restoreState(kept)
        self.splitter.splitterMoved.connect(lambda: QSettings().setValue(_SPLITTER, self.splitter.saveState()))
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(Rule(self))
        layout.addWidget(self.pages, 1)

"""What the window does with results: the page of a course's, and the tab of one quiz's."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.canvas.client import CanvasClient
from app.library.linked import LinkedCourse, linked_courses
from app.library.results.row import QuizThere
from app.message import message
from app.session.notice import Notices
from app.session.results import CourseResults
from app.session.tasks import Tasks
from app.session.workspace import Workspace
from app.ui.canvas_access import CanvasAccess
from app.ui.library.place import Place
from app.ui.results.results_screen import ResultsScreen
from app.ui.results.results_tab import ResultsTab


class ResultCommands(QObject):
    """`shown` carries the page when it is to be shown, `sync_wanted` a quiz; the others are the page's own."""

    shown = Signal(QWidget)
    left = Signal()
    turned = Signal()
    question_wanted = Signal(str, str)
    sync_wanted = Signal(str)

    def __init__(
        self, workspace: Workspace, access: CanvasAccess, tasks: Tasks, notices: Notices, window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace, self._access = workspace, access
        self._tasks, self._notices, self._window = tasks, notices, window

    @cached_property
    def page(self) -> ResultsScreen:
        """The page of a course's results, made at its first use."""
        page = ResultsScreen(self._tasks, self._notices, self._window)
        page.hide()
        page.back_wanted.connect(self.left)
        page.turned.connect(self.turned)
        page.question_wanted.connect(self.question_wanted)
        return page

    def tab(self, quiz_id: str) -> ResultsTab:
        """A page of the results of one quiz, for its screen; what asks Canvas is asked for when it is needed."""

        @asynccontextmanager
        async def client_of(account_id: str) -> AsyncIterator[CanvasClient]:
            await self._access.sign_in_to_account(account_id)
            async with self._access.session.client_of(account_id) as client:
                yield client

        def results_of(course: LinkedCourse) -> CourseResults:
            link = course.link
            return CourseResults(self._workspace, client_of, link.account_id, link.course_id, tab)

        def links() -> Sequence[LinkedCourse]:
            return linked_courses(self._workspace.reader.db, quiz_id)

        tab = ResultsTab(self._tasks, self._notices, links, results_of)
        tab.question_wanted.connect(self.question_wanted)
        tab.sync_wanted.connect(lambda: self.sync_wanted.emit(quiz_id))
        return tab

    def show(self, place: Place) -> None:
        """Show the results of a course: those that are here at once, more when Canvas is asked."""
        self._access.start(self._show(place), self.tr("Results"))

    def show_of(self, quiz_id: str) -> None:
        """Show the results of a quiz, in the first course where it is on Canvas."""
        link = next((one for one in self._workspace.reader.links(quiz_id) if one.canvas_id is not None), None)
        if link is None or link.canvas_id is None:
            self._notices.tell(message("This quiz is not on Canvas yet: nobody can have taken it."))
            return
        quiz = QuizThere(link.account_id, link.course_id, link.canvas_id, "new")
        self._access.start(self._show(Place("course", link.account_id, link.course_id), quiz), self.tr("Results"))

    async def _show(self, place: Place, quiz: QuizThere | None = None) -> None:
        """Who cannot be signed in is told so: there is much to do with what is here."""
        await self._access.guarded(self._access.sign_in_to_account(place.account_id))
        course = (place.account_id, place.course_id)
        names = (one.name for one in self._workspace.courses() if (one.account_id, one.id) == course)
        results = CourseResults(self._workspace, self._access.session.client_of, *course, self.page)
        self.page.show_course(results, next(names, place.course_id), quiz)
        self.shown.emit(self.page)

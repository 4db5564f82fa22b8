"""What the window does with Canvas: connect, practise, sync. Loaded when it is first wanted, with all it needs."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterable, Sequence
from contextlib import asynccontextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.canvas.client import CanvasClient
from app.canvas.page_address import quiz_page
from app.errors import UserError
from app.library.linked import LinkedCourse, linked_courses
from app.library.results.row import QuizThere
from app.library.row import Account
from app.library.unlinking import Unlinked, put_back, take_from_course
from app.message import Message, message
from app.session.many_syncs import OneOfMany, of_course, of_quizzes
from app.session.notice import SIGN_IN, UNDO, Notices
from app.session.practice_canvas import PracticeCanvas
from app.session.results import CourseResults
from app.session.signing_in import SigningIn
from app.session.sync_session import SyncSession, signed_out
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.session.workspace import Workspace
from app.ui.account_commands import AccountCommands
from app.ui.another_course.copy_commands import CopyCommands
from app.ui.browser import open_page
from app.ui.connecting import ConnectCommands
from app.ui.library.course_commands import CourseCommands
from app.ui.library.library_commands import said
from app.ui.library.place import Place
from app.ui.publishing import Publishing, Work
from app.ui.results.results_screen import ResultsScreen
from app.ui.results.results_tab import ResultsTab
from app.ui.sync.conflict_screen import ConflictScreen
from app.ui.sync.many_screen import ManyScreen
from app.ui.sync.sync_screen import SyncScreen

Again = Callable[[], object]
PRACTICE = "sandbox"
"""The kind of account that runs on this computer (decisions 1)."""


class CanvasCommands(QObject):
    """`sync_shown` carries the page of a sync, or of its conflicts, when it is to be shown."""

    sync_shown = Signal(QWidget)
    library_wanted = Signal()
    begun = Signal()
    question_wanted = Signal(str, str)

    def __init__(self, workspace: Workspace, tasks: Tasks, notices: Notices, tokens: Tokens, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._tasks, self._notices, self._tokens = workspace, tasks, notices, tokens
        self._window = window
        self.session = SyncSession(workspace, tokens.of, self)
        self.practice = PracticeCanvas(_practice_folder(workspace), self)
        signing_in = SigningIn(self.session, tokens)
        self.connecting = ConnectCommands(workspace, signing_in, tasks, self._start, notices, window)
        self.accounts = AccountCommands(
            workspace,
            signing_in,
            self.connecting,
            notices,
            window,
            start=self._start,
            is_busy=lambda: self.sync_page.busy or self._is_syncing_many or self.courses.is_busy,
        )
        self.connecting.practice_wanted.connect(self.practise)
        work = Work(lambda quiz_id: self._sign_in_to(self._needed(quiz_id)), self._start)
        self.publishing = Publishing(workspace, self.session, work, notices, window)
        self.sync_page = SyncScreen(workspace, self.session, tasks, window)
        self.conflict_page = ConflictScreen(workspace, notices, window)
        self.conflict_page.sync_wanted.connect(self.sync)
        self.sync_page.conflict_wanted.connect(self.compare)
        self.sync_page.page_wanted.connect(self.open_on_canvas)
        self.sync_page.link_wanted.connect(lambda quiz_id, link_id: self.sync(quiz_id, link_id=link_id))
        self.sync_page.another_wanted.connect(self.add_course)
        self.sync_page.unlink_wanted.connect(self.unlink)
        self.sync_page.sign_in_wanted.connect(self._sign_in_again)
        self.connecting.signed_in.connect(self.sync_page.follow_sign_in)
        for page in (self.sync_page, self.conflict_page):
            page.hide()

    @cached_property
    def courses(self) -> CourseCommands:
        """What is done with courses as a whole."""
        return CourseCommands(
            self._workspace,
            self.session,
            self._notices,
            self._window,
            sign_in=lambda account_id: self._sign_in_to(_account(self._workspace, account_id)),
            learn=self._learn,
            sign_in_again=self._sign_in_again,
            start=self._start,
        )

    def practise(self, then: Again | None = None) -> None:
        """Start the Practice Canvas and sign in to it; nothing has to be set up."""
        self._notices.tell(message("The Practice Canvas is starting…"))
        self._start(self._practise(then), self.tr("Start the Practice Canvas"))

    def sync(self, quiz_id: str, only: Collection[str] = (), link_id: str = "") -> None:
        """Show what a sync of the quiz would do, with `only` these questions ticked where any are named.

        It is about the course of `link_id`, else about the one that the page was about, else about the first.
        """
        if self._is_syncing_many:
            self.sync_shown.emit(self.many_page)
        else:
            self._start(self._sync(quiz_id, only, link_id), self.tr("Sync"))

    def sync_many(self, quiz_ids: Collection[str]) -> None:
        """Show what a sync of each of these quizzes would do; a single one has its own page."""
        if len(quiz_ids) == 1:
            self.sync(next(iter(quiz_ids)))
        else:
            self._start(self._sync_many(of_quizzes(self._workspace, quiz_ids)), self.tr("Sync"))

    def sync_course(self, place: Place) -> None:
        """Show what a sync of every quiz of a course would do."""
        many = of_course(self._workspace, place.account_id, place.course_id)
        if many:
            self._start(self._sync_many(many), self.tr("Sync"))
        else:
            self._notices.tell(message("No quiz on this computer is in this course yet."))

    @cached_property
    def many_page(self) -> ManyScreen:
        """The page of several quizzes, made at its first use."""
        page = ManyScreen(self._workspace, self.session, self._tasks, self._window)
        page.hide()
        page.back_wanted.connect(self.library_wanted)
        page.begun.connect(self.begun)
        page.quiz_wanted.connect(lambda quiz_id, link_id: self.sync(quiz_id, link_id=link_id))
        page.page_wanted.connect(self.open_on_canvas)
        page.connect_wanted.connect(self.connecting.connect_canvas)
        page.practice_wanted.connect(self.practise)
        page.sign_in_wanted.connect(self._sign_in_again)
        self.connecting.signed_in.connect(page.follow_sign_in)
        return page

    @cached_property
    def results_page(self) -> ResultsScreen:
        """The page of a course's results, made at its first use."""
        page = ResultsScreen(self._tasks, self._notices, self._window)
        page.hide()
        page.back_wanted.connect(self.library_wanted)
        page.turned.connect(self.begun)
        page.question_wanted.connect(self.question_wanted)
        return page

    def results_tab(self, quiz_id: str) -> ResultsTab:
        """A page of the results of one quiz, for its screen; what asks Canvas is asked for when it is needed."""

        @asynccontextmanager
        async def client_of(account_id: str) -> AsyncIterator[CanvasClient]:
            await self._sign_in_to(_account(self._workspace, account_id))
            async with self.session.client_of(account_id) as client:
                yield client

        def results_of(course: LinkedCourse) -> CourseResults:
            link = course.link
            return CourseResults(self._workspace, client_of, link.account_id, link.course_id, tab)

        def links() -> Sequence[LinkedCourse]:
            return linked_courses(self._workspace.reader.db, quiz_id)

        tab = ResultsTab(self._tasks, self._notices, links, results_of)
        tab.question_wanted.connect(self.question_wanted)
        tab.sync_wanted.connect(lambda: self.sync(quiz_id))
        return tab

    def show_results(self, place: Place) -> None:
        """Show the results of a course: those that are here at once, more when Canvas is asked."""
        self._start(self._show_results(place), self.tr("Results"))

    def show_results_of(self, quiz_id: str) -> None:
        """Show the results of a quiz, in the first course where it is on Canvas."""
        link = next((one for one in self._workspace.reader.links(quiz_id) if one.canvas_id is not None), None)
        if link is None or link.canvas_id is None:
            self._notices.tell(message("This quiz is not on Canvas yet: nobody can have taken it."))
            return
        quiz = QuizThere(link.account_id, link.course_id, link.canvas_id, "new")
        self._start(self._show_results(Place("course", link.account_id, link.course_id), quiz), self.tr("Results"))

    async def _show_results(self, place: Place, quiz: QuizThere | None = None) -> None:
        """Who cannot be signed in is told so: there is much to do with what is here."""
        await self._guarded(self._sign_in_to(_account(self._workspace, place.account_id)))
        courses = (one for one in self._workspace.courses() if (one.account_id, one.id) == _course(place))
        results = CourseResults(
            self._workspace, self.session.client_of, place.account_id, place.course_id, self.results_page
        )
        self.results_page.show_course(results, next((one.name for one in courses), place.course_id), quiz)
        self.sync_shown.emit(self.results_page)

    @cached_property
    def copies(self) -> CopyCommands:
        """Quizzes that are used in another course; their copies are synced like any quiz."""
        return CopyCommands(self._workspace, self._notices, self.sync_many, self._window)

    @property
    def _is_syncing_many(self) -> bool:
        """Two syncs of one quiz at a time would each take the writes of the other for somebody else's."""
        return "many_page" in self.__dict__ and self.many_page.busy

    def add_course(self, quiz_id: str) -> None:
        """Ask which course the quiz goes to as well, in any of the person's accounts."""
        self._start(self._add_course(quiz_id), self.tr("Also to another course"))

    def compare(self, quiz_id: str, item_id: str = "", unit: str = "") -> None:
        """Show what is to be decided in a quiz, at one question where one is named; no connection is needed."""
        self.conflict_page.show_quiz(quiz_id, item_id, unit)
        self.sync_shown.emit(self.conflict_page)
        self.conflict_page.enter()

    def open_on_canvas(self, quiz_id: str, link_id: str = "") -> None:
        """Show the quiz in the browser, in the course of `link_id`, else in the first where it is."""
        links = [link for link in self._workspace.reader.links(quiz_id) if link.canvas_id is not None]
        link = next((link for link in links if link.id == link_id), links[0] if links else None)
        if link is None or link.canvas_id is None:
            self._notices.tell(message("This quiz is not on Canvas yet. Choose “Sync” to send it there."))
            return
        account = next(account for account in self._workspace.accounts() if account.id == link.account_id)
        if account.kind == PRACTICE:
            self._notices.tell(message("The Practice Canvas has no pages: it keeps your quizzes and shows nothing."))
        elif not open_page(quiz_page(account.origin, link.course_id, link.canvas_id), account.origin):
            self._notices.tell(message("The browser could not be opened for {origin}.", origin=account.origin))

    def unlink(self, quiz_id: str, link_id: str = "") -> None:
        """Take a quiz from the course of `link_id`, else from its first one; on Canvas nothing changes."""
        found = linked_courses(self._workspace.reader.db, quiz_id)
        taken = next((one for one in found if one.link.id == link_id), found[0] if found else None)
        if taken is None:
            return
        library = self._workspace.library

        def tell(unlinked: Unlinked) -> None:
            self._workspace.rows_changed.emit()
            told = _unlinked(taken.course_name, [one.course_name for one in found if one is not taken])
            self._notices.tell(told, UNDO, lambda: self._write(lambda: put_back(library.db, unlinked)))

        def take() -> Unlinked:
            with library.transaction() as db:
                return take_from_course(db, taken.link.id)

        self._workspace.writer.submit(take, tell, self._workspace.failed.emit)

    def _write(self, work: Callable[[], None]) -> None:
        def in_transaction() -> None:
            with self._workspace.library.transaction():
                work()

        self._workspace.writer.submit(
            in_transaction, lambda _: self._workspace.rows_changed.emit(), self._workspace.failed.emit
        )

    def stop(self) -> None:
        """End the Practice Canvas: the window closes."""
        self.practice.stop()

    def _sign_in_again(self, account_id: str, again: Again | None = None) -> None:
        """Ask the person; `again` follows if the sign-in is done, and is forgotten where it is given up."""
        account = next((one for one in self._workspace.accounts() if one.id == account_id), None)
        if account is not None and account.kind == PRACTICE:
            self.practise(again)
        elif account is not None:
            self.connecting.sign_in_again(account, again)

    async def _practise(self, then: Again | None) -> None:
        await self._sign_in_to_practice()
        if then is not None:
            then()
        elif self.sync_page.isVisible():
            self._notices.tell(message("The Practice Canvas is ready. Choose a course of it."))
        else:
            self._notices.tell(message("The Practice Canvas is ready. Open a quiz and choose “Sync” to send it there."))

    async def _sign_in_to_practice(self) -> None:
        running = await self.practice.start()
        account = await self.session.sign_in(running.url, running.token, kind=PRACTICE, instance=running.instance)
        self._tokens.keep_for_this_run(account, running.token)
        self.connecting.signed_in.emit(account)

    async def _sign_in_to(self, accounts: Iterable[Account]) -> None:
        for account in accounts:
            if account.kind == PRACTICE:
                await self._sign_in_to_practice()
            else:
                await self._tokens.learn(account)

    async def _learn(self, account_id: str) -> None:
        for account in _account(self._workspace, account_id):
            if account.kind != PRACTICE:
                await self._tokens.learn(account)

    async def _sync(self, quiz_id: str, only: Collection[str], link_id: str) -> None:
        link_id = link_id or self.sync_page.link_of(quiz_id)
        await self._sign_in_to(self._needed(quiz_id, link_id))
        self.sync_shown.emit(self.sync_page)
        self.sync_page.show_quiz(quiz_id, only, link_id)

    async def _sync_many(self, many: Sequence[OneOfMany]) -> None:
        if self.sync_page.busy or self._is_syncing_many:
            self.sync_shown.emit(self.sync_page if self.sync_page.busy else self.many_page)
            return
        wanted = {one.link.account_id if one.link is not None else "" for one in many}
        for account in self._workspace.accounts():
            if account.id in wanted or "" in wanted:
                await self._guarded(self._sign_in_to([account]))  # the quizzes of others go on without it
        self.sync_shown.emit(self.many_page)
        self.many_page.show_quizzes(many)

    async def _add_course(self, quiz_id: str) -> None:
        await self._sign_in_to(self._workspace.accounts())
        self.sync_page.ask_another(quiz_id)

    def _needed(self, quiz_id: str, link_id: str = "") -> list[Account]:
        """The account of the link, else of the quiz's first one; all where it has none and one is to be chosen."""
        links = self._workspace.reader.links(quiz_id)
        link = next((link for link in links if link.id == link_id), links[0] if links else None)
        accounts = self._workspace.accounts()
        return [account for account in accounts if link is None or account.id == link.account_id]

    def _start(self, work: Awaitable[None], title: str, again: Again | None = None) -> "asyncio.Task[Any]":
        """`again` begins anew what a sign-in that was over has ended, once the person has signed in."""
        return self._tasks.start(self._guarded(work, again), title)

    async def _guarded(self, work: Awaitable[None], again: Again | None = None) -> None:
        try:
            await work
        except UserError as error:
            account_id = signed_out(error)
            if account_id:
                self._notices.tell(said(error), SIGN_IN, lambda: self._sign_in_again(account_id, again))
            else:
                self._notices.tell(said(error))


def _unlinked(course: str, others: Sequence[str]) -> Message:
    if not others:
        return message("The quiz is no longer linked to {course}. On Canvas nothing has changed.", course=course)
    return message(
        "The quiz is no longer linked to {course}, but still to {other}. On Canvas nothing has changed.",
        course=course,
        other=", ".join(others),
    )


def _account(workspace: Workspace, account_id: str) -> list[Account]:
    return [account for account in workspace.accounts() if account.id == account_id]


def _practice_folder(workspace: Workspace) -> Path:
    return workspace.library.folder / "practice"


def _course(place: Place) -> tuple[str, str]:
    return place.account_id, place.course_id

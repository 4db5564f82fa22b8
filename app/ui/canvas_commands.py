"""What the window does with Canvas, sync above all. Loaded when it is first wanted, with all it needs."""

from collections.abc import Collection, Sequence
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.message import message
from app.session.many_syncs import OneOfMany, of_course, of_quizzes
from app.session.notice import Notices
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.session.workspace import Workspace
from app.ui.account_commands import AccountCommands
from app.ui.another_course.copy_commands import CopyCommands
from app.ui.canvas_access import CanvasAccess
from app.ui.canvas_links import CanvasLinks
from app.ui.library.course_commands import CourseCommands
from app.ui.library.place import Place
from app.ui.publishing import Publishing, Work
from app.ui.results.result_commands import ResultCommands
from app.ui.sync.conflict_screen import ConflictScreen
from app.ui.sync.many_screen import ManyScreen
from app.ui.sync.sync_screen import SyncScreen


class CanvasCommands(QObject):
    """`shown` carries the page of a sync, of its conflicts or of results, when it is to be shown."""

    shown = Signal(QWidget)
    library_wanted = Signal()
    begun = Signal()
    question_wanted = Signal(str, str)

    def __init__(self, workspace: Workspace, tasks: Tasks, notices: Notices, tokens: Tokens, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._tasks, self._notices, self._window = workspace, tasks, notices, window
        self.access = CanvasAccess(workspace, tasks, notices, tokens, window)
        self.links = CanvasLinks(workspace, notices)
        self.accounts = AccountCommands(
            workspace,
            self.access.signing_in,
            self.access.connecting,
            notices,
            window,
            start=self.access.start,
            is_busy=lambda: self.sync_page.busy or self._is_syncing_many or self.courses.is_busy,
        )
        work = Work(self.access.sign_in_for, self.access.start)
        self.publishing = Publishing(workspace, self.access.session, work, notices, window)
        self.sync_page = SyncScreen(workspace, self.access.session, tasks, window)
        self.conflict_page = ConflictScreen(workspace, notices, window)
        for page in (self.sync_page, self.conflict_page):
            page.hide()
        self._listen()

    def _listen(self) -> None:
        self.access.practice_ready.connect(self._tell_practice)
        self.access.connecting.signed_in.connect(self.sync_page.follow_sign_in)
        self.conflict_page.sync_wanted.connect(self.sync)
        self.sync_page.conflict_wanted.connect(self.compare)
        self.sync_page.page_wanted.connect(self.links.open_page)
        self.sync_page.link_wanted.connect(lambda quiz_id, link_id: self.sync(quiz_id, link_id=link_id))
        self.sync_page.another_wanted.connect(self.add_course)
        self.sync_page.unlink_wanted.connect(self.links.unlink)
        self.sync_page.sign_in_wanted.connect(self.access.sign_in_again)

    @cached_property
    def courses(self) -> CourseCommands:
        """What is done with courses as a whole."""
        return CourseCommands(
            self._workspace,
            self.access.session,
            self._notices,
            self._window,
            sign_in=self.access.sign_in_to_account,
            learn=self.access.learn,
            sign_in_again=self.access.sign_in_again,
            start=self.access.start,
        )

    @cached_property
    def copies(self) -> CopyCommands:
        """Quizzes that are used in another course; their copies are synced like any quiz."""
        return CopyCommands(self._workspace, self._notices, self.sync_many, self._window)

    @cached_property
    def results(self) -> ResultCommands:
        """What students did."""
        made = ResultCommands(self._workspace, self.access, self._tasks, self._notices, self._window)
        made.shown.connect(self.shown)
        made.left.connect(self.library_wanted)
        made.turned.connect(self.begun)
        made.question_wanted.connect(self.question_wanted)
        made.sync_wanted.connect(self.sync)
        return made

    @cached_property
    def many_page(self) -> ManyScreen:
        """The page of several quizzes, made at its first use."""
        page = ManyScreen(self._workspace, self.access.session, self._tasks, self._window)
        page.hide()
        page.back_wanted.connect(self.library_wanted)
        page.begun.connect(self.begun)
        page.quiz_wanted.connect(lambda quiz_id, link_id: self.sync(quiz_id, link_id=link_id))
        page.page_wanted.connect(self.links.open_page)
        page.connect_wanted.connect(self.access.connecting.connect_canvas)
        page.practice_wanted.connect(self.access.practise)
        page.sign_in_wanted.connect(self.access.sign_in_again)
        self.access.connecting.signed_in.connect(page.follow_sign_in)
        return page

    @property
    def _is_syncing_many(self) -> bool:
        """Two syncs of one quiz at a time would each take the writes of the other for somebody else's."""
        return "many_page" in self.__dict__ and self.many_page.busy

    def sync(self, quiz_id: str, only: Collection[str] = (), link_id: str = "") -> None:
        """Show what a sync of the quiz would do, with `only` these questions ticked where any are named.

        It is about the course of `link_id`, else about the one that the page was about, else about the first.
        """
        if self._is_syncing_many:
            self.shown.emit(self.many_page)
        elif self.sync_page.is_syncing:
            self._show_running(quiz_id)
        else:
            self.access.start(self._sync(quiz_id, only, link_id), self.tr("Sync"))

    def _show_running(self, quiz_id: str) -> None:
        """A sync under way is not stopped by asking for another one."""
        self.shown.emit(self.sync_page)
        if not self.sync_page.shows(quiz_id):
            title = self.sync_page.quiz_title
            self._notices.tell(message("“{title}” is being synced. Wait for it, or cancel that first.", title=title))

    def sync_many(self, quiz_ids: Collection[str]) -> None:
        """Show what a sync of each of these quizzes would do; a single one has its own page."""
        if len(quiz_ids) == 1:
            self.sync(next(iter(quiz_ids)))
        else:
            self.access.start(self._sync_many(of_quizzes(self._workspace, quiz_ids)), self.tr("Sync"))

    def sync_course(self, place: Place) -> None:
        """Show what a sync of every quiz of a course would do."""
        many = of_course(self._workspace, place.account_id, place.course_id)
        if many:
            self.access.start(self._sync_many(many), self.tr("Sync"))
        else:
            self._notices.tell(message("No quiz on this computer is in this course yet."))

    def add_course(self, quiz_id: str) -> None:
        """Ask which course the quiz goes to as well, in any of the person's accounts."""
        self.access.start(self._add_course(quiz_id), self.tr("Also to another course"))

    def compare(self, quiz_id: str, item_id: str = "", unit: str = "") -> None:
        """Show what is to be decided in a quiz, at one question where one is named; no connection is needed."""
        self.conflict_page.show_quiz(quiz_id, item_id, unit)
        self.shown.emit(self.conflict_page)
        self.conflict_page.enter()

    def stop(self) -> None:
        """End what runs for Canvas: the window closes."""
        self.access.stop()

    def _tell_practice(self) -> None:
        many = vars(self).get("many_page")
        if self.sync_page.isVisible() or (many is not None and many.isVisible()):
            self._notices.tell(message("The Practice Canvas is ready. Choose a course of it."))
        else:
            self._notices.tell(message("The Practice Canvas is ready. Open a quiz and choose “Sync” to send it there."))

    async def _sync(self, quiz_id: str, only: Collection[str], link_id: str) -> None:
        link_id = link_id or self.sync_page.link_of(quiz_id)
        await self.access.sign_in_for(quiz_id, link_id)
        self.shown.emit(self.sync_page)
        self.sync_page.show_quiz(quiz_id, only, link_id)

    async def _sync_many(self, many: Sequence[OneOfMany]) -> None:
        if self.sync_page.busy or self._is_syncing_many:
            self.shown.emit(self.sync_page if self.sync_page.busy else self.many_page)
            return
        wanted = {one.link.account_id if one.link is not None else "" for one in many}
        for account in self._workspace.accounts():
            if account.id in wanted or "" in wanted:
                # The quizzes of others go on without it.
                await self.access.guarded(self.access.sign_in_to([account]))
        self.shown.emit(self.many_page)
        self.many_page.show_quizzes(many)

    async def _add_course(self, quiz_id: str) -> None:
        await self.access.sign_in_to(self._workspace.accounts())
        self.sync_page.ask_another(quiz_id)

"""What a person does with a course as a whole: bring its quizzes here, keep it for off-line, look what is new."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.canvas.page_address import quiz_page
from app.canvas.patience import Patience
from app.library.row import QuizRow
from app.message import message
from app.session.brought import Brought, CoursePlace
from app.session.course_session import NOTHING, CourseSession
from app.session.notice import SIGN_IN, UNDO, Notices
from app.session.sync_session import SyncSession, signed_out
from app.session.workspace import Workspace
from app.sync.copied import Copy
from app.ui.browser import open_page
from app.ui.library.brought_words import brought_line, copies_line, refreshed_line
from app.ui.library.copies_dialog import CopiesDialog
from app.ui.library.place import Place

SignIn = Callable[[str], Awaitable[None]]
"""Learns the token of an account by its id. Raises UserError."""
_AT_ONCE = Patience(tries=1, throttled_tries=1)
"""Who asks unasked gives up at once."""
Again = Callable[[], object]
Start = Callable[[Awaitable[None], str, Again], "asyncio.Task[Any]"]


class CourseCommands(QObject):
    """One run over a course at a time. What goes wrong is told in the notice, with what is here by then.

    `learn` is a `sign_in` that starts and asks nothing; `sign_in_again` asks a person who is signed out of an account,
    and begins again what that ended.
    """

    def __init__(
        self,
        workspace: Workspace,
        session: SyncSession,
        notices: Notices,
        window: QWidget,
        *,
        sign_in: SignIn,
        learn: SignIn,
        sign_in_again: Callable[[str, Again], None],
        start: Start,
    ) -> None:
        super().__init__(window)
        self._workspace, self._session, self._notices, self._window = workspace, session, notices, window
        self._sign_in, self._learn, self._start = sign_in, learn, start
        self._sign_in_again = sign_in_again
        self._task: asyncio.Task[Any] | None = None
        self.quizzes = CourseSession(workspace, session, self)

    @property
    def is_busy(self) -> bool:
        """Whether quizzes are on their way here, or a course is being looked at."""
        return self._task is not None and not self._task.done()

    def bring_quizzes(self, rows: Sequence[QuizRow]) -> None:
        """Bring these quizzes here, each into its course."""
        if rows:
            course = _course_of(rows[0])
            wanted = [str(row.canvas_id) for row in rows if _course_of(row) == course]
            self._bring_here(course, wanted)

    def bring_course(self, place: Place) -> None:
        """Bring every quiz of a course here; what was changed here stays."""
        self._bring_here(CoursePlace(place.account_id, place.course_id), None)

    def _bring_here(
        self, course: CoursePlace, wanted: Sequence[str] | None, *, as_own: bool = False, before: Brought = NOTHING
    ) -> None:
        again = partial(self._bring_here, course, wanted, as_own=as_own, before=before)
        self._run(self._bring(course, wanted, as_own=as_own, before=before), self.tr("Bring quizzes here"), again)

    def keep(self, place: Place, *, kept: bool) -> None:
        """Keep a course here for off-line, its quizzes and pictures at once; or no longer, and what is here stays."""
        course = CoursePlace(place.account_id, place.course_id)

        def again() -> None:
            self.keep(place, kept=kept)

        self._run(self._keep(course, kept=kept), self.tr("Keep a course for off-line"), again)

    def refresh(self, place: Place) -> None:
        """See what is new or changed in a course."""
        self._notices.tell(message("Looking at Canvas…"))
        course = CoursePlace(place.account_id, place.course_id)
        self._run(self._refresh(course), self.tr("Look for changes on Canvas"), lambda: self.refresh(place))

    async def look_quietly(self, course: CoursePlace, rest: Callable[[], Awaitable[None]]) -> None:
        """See what is new or changed in a course, asked by nobody. Raises UserError."""
        await self._learn(course.account_id)
        await CourseSession(self._workspace, self._session).refresh(course, patience=_AT_ONCE, rest=rest)

    def open_page(self, row: QuizRow) -> None:
        """Show a quiz that is only there in the browser."""
        account = next(account for account in self._workspace.accounts() if account.id == row.account_id)
        if account.kind == "sandbox":
            self._notices.tell(message("The Practice Canvas has no pages: it keeps your quizzes and shows nothing."))
        elif not open_page(quiz_page(account.origin, str(row.course_id), str(row.canvas_id)), account.origin):
            self._notices.tell(message("The browser could not be opened for {origin}.", origin=account.origin))

    def cancel(self) -> None:
        """Stop what is on its way; what is here stays."""
        if self._task is not None and not self._task.done():
            self._task.cancel()

    def _run(self, work: Awaitable[None], title: str, again: Again = lambda: None) -> None:
        if self.is_busy:
            self._notices.tell(message("Quizzes are on their way here already. Wait for them, or cancel that first."))
            assert asyncio.iscoroutine(work)
            work.close()
            return
        self._task = self._start(work, title, again)

    async def _bring(
        self, course: CoursePlace, wanted: Sequence[str] | None, *, as_own: bool = False, before: Brought = NOTHING
    ) -> None:
        """What is cut off by a sign-in that is over goes on from there after the next one."""
        await self._sign_in(course.account_id)
        try:
            brought = await self.quizzes.bring(course, wanted, as_own=as_own, before=before)
        except asyncio.CancelledError:
            self._notices.tell(brought_line(self.quizzes.result))
            raise
        account_id = signed_out(brought.stop) if brought.stop is not None else ""
        if account_id:
            again = partial(self._bring_here, course, wanted, as_own=as_own, before=brought)
            self._notices.tell(brought_line(brought), SIGN_IN, lambda: self._sign_in_again(account_id, again))
        else:
            self._notices.tell(brought_line(brought))
        if brought.copies:
            self._offer(course, brought.copies)

    async def _keep(self, course: CoursePlace, *, kept: bool) -> None:
        await self.quizzes.keep(course, kept=kept)
        if kept:
            await self._bring(course, None)
        else:
            self._notices.tell(message("What is here stays here. What is new on Canvas no longer comes by itself."))

    async def _refresh(self, course: CoursePlace) -> None:
        await self._sign_in(course.account_id)
        seen = await self.quizzes.refresh(course)
        self._notices.tell(refreshed_line(seen))
        if self.quizzes.result.copies:
            self._offer(course, self.quizzes.result.copies)

    def _offer(self, course: CoursePlace, copies: Sequence[Copy]) -> None:
        """Ask about copies; nothing is linked before the person says so."""
        dialog = CopiesDialog(copies, self._window)
        dialog.link_wanted.connect(lambda chosen: self._run(self._link(chosen), self.tr("Link copies")))
        dialog.own_wanted.connect(
            lambda chosen: self._bring_here(course, [str(copy.raw["id"]) for copy in chosen], as_own=True)
        )
        dialog.open()

    async def _link(self, copies: Sequence[Copy]) -> None:
        made = await self.quizzes.link_copies(copies)
        unlink = [link.id for link in made]
        self._notices.tell(copies_line(copies), UNDO, lambda: self._unlink(unlink))

    def _unlink(self, links: Sequence[str]) -> None:
        self._run(self.quizzes.unlink(links), self.tr("Undo"))


def _course_of(row: QuizRow) -> CoursePlace:
    return CoursePlace(str(row.account_id), str(row.course_id))

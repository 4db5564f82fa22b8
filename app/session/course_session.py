"""A course of Canvas as a whole: its quizzes listed, brought here, kept for off-line. Nothing is ever sent by it."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from contextlib import closing
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.canvas.client import CanvasClient
from app.canvas.errors import Gone
from app.canvas.patience import Patience
from app.errors import UserError
from app.library import linking, only_there
from app.library.linked import quizzes_in
from app.library.row import LinkRow
from app.session.account_trouble import STOPS_ALL
from app.session.brought import Bringing, Brought, CoursePlace, NotListed, QuizTrouble, Refreshed
from app.session.glance import glance, note_glance
from app.session.sync_session import SyncSession
from app.session.workspace import Workspace
from app.sync.copied import Copy, found_copy, link_copy
from app.sync.pull import brought_quiz
from app.sync.step import Raw

NOTHING = Brought()
"""Of a run that begins."""


async def no_rest() -> None:
    """Ask at once."""


class CourseSession(QObject):
    """`progressed` carries a `Bringing` while quizzes come here, and None when that has ended, however it did.

    `result` is what the last run did, also where it was cancelled.
    """

    progressed = Signal(object)

    def __init__(self, workspace: Workspace, session: SyncSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._session = workspace, session
        self.result = Brought()

    async def list_quizzes(self, course: CoursePlace) -> tuple[Raw, ...]:
        """Ask which quizzes the course has, and keep that for the library. Raises UserError."""
        async with self._session.client_of(course.account_id) as client:
            return await self.listed(client, course)

    async def listed(self, client: CanvasClient, course: CoursePlace) -> tuple[Raw, ...]:
        """The same with a client that is there already."""
        found = await client.quizzes.list(course.course_id)
        library = self._workspace.library
        await self._session.write(
            lambda: only_there.note_listed(library.db, course.account_id, course.course_id, found, library.now())
        )
        self._workspace.rows_changed.emit()
        return found

    async def bring(
        self,
        course: CoursePlace,
        canvas_ids: Collection[str] | None = None,
        *,
        as_own: bool = False,
        before: Brought = NOTHING,
    ) -> Brought:
        """Bring these quizzes here, or all of the course, pictures included; what was changed here stays.

        One that was deleted here comes back only where it is named (decisions 13). What seems to be a copy of a quiz
        here is left there, unless it shall come `as_own`. What goes wrong is told in the result, not raised. A run that
        was cut off goes on where it is given as `before`.
        """
        self.result = replace(before, stop=None, is_cancelled=False)
        try:
            async with self._session.client_of(course.account_id) as client:
                await self._bring(client, course, canvas_ids, as_own=as_own)
        except UserError as error:
            self.result = replace(self.result, stop=error)
        except asyncio.CancelledError:
            self.result = replace(self.result, is_cancelled=True)
            raise
        finally:
            self.progressed.emit(None)
            self._workspace.rows_changed.emit()
        return self.result

    async def _bring(
        self, client: CanvasClient, course: CoursePlace, canvas_ids: Collection[str] | None, *, as_own: bool
    ) -> None:
        listed = await self.listed(client, course)
        wanted = self._wanted(course, listed, canvas_ids)
        missing = set(canvas_ids or ()) - {str(raw["id"]) for raw in wanted}
        gone = tuple(QuizTrouble(self._title_there(course, one), NotListed()) for one in sorted(missing))
        self.result = replace(self.result, wanted=len(wanted) + len(gone), troubles=gone)
        began, seen = time.monotonic(), self.result.seen
        for place, raw in enumerate(wanted):
            if str(raw["id"]) in seen:
                continue
            title = str(raw.get("title") or "")
            self.progressed.emit(Bringing(course, title, place, len(wanted), began, len(seen)))
            try:
                await self._bring_one(client, course, raw, as_own=as_own)
            except STOPS_ALL:
                raise
            except UserError as error:
                self.result = replace(self.result, troubles=(*self.result.troubles, QuizTrouble(title, error)))

    def _wanted(self, course: CoursePlace, listed: Iterable[Raw], canvas_ids: Collection[str] | None) -> list[Raw]:
        if canvas_ids is not None:
            return [raw for raw in listed if str(raw["id"]) in canvas_ids]
        deleted = {row.id for row in self._workspace.rows(deleted=True)}
        return [raw for raw in listed if self._known(course, str(raw["id"])) not in deleted]

    def _title_there(self, course: CoursePlace, canvas_id: str) -> str:
        known = self._known(course, canvas_id)
        return next((row.title for row in self._workspace.rows() if row.id == known), canvas_id)

    def _known(self, course: CoursePlace, canvas_id: str) -> str | None:
        """The quiz here, also one that was deleted here."""
        return linking.quiz_linked_to(self._workspace.reader.db, course.account_id, course.course_id, canvas_id)

    async def _bring_one(self, client: CanvasClient, course: CoursePlace, raw: Raw, *, as_own: bool) -> None:
        known = self._known(course, str(raw["id"]))
        if known is None and not as_own and (copy := await self._copy(client, course, raw)) is not None:
            self.result = replace(self.result, copies=(*self.result.copies, copy))
            return
        library = self._workspace.library

        def make() -> LinkRow:
            if known is not None:
                library.restore_quiz(known)
            return brought_quiz(library, course.account_id, course.course_id, raw)

        link = await self._workspace.writer.run(make)
        outcome = await self._session.pull(client, link)
        here_now, pictures = self.result.here_now | {str(raw["id"])}, self.result.pictures + outcome.fetched
        self.result = replace(self.result, here_now=here_now, pictures=pictures)
        self._workspace.rows_changed.emit()

    async def _copy(self, client: CanvasClient, course: CoursePlace, raw: Raw) -> Copy | None:
        """The quiz here that a new one is like, looked for beside the window."""
        rows = await client.items.list(course.course_id, str(raw["id"]))
        for quiz_id in [row.id for row in self._workspace.rows() if self._workspace.is_open(row.id)]:
            self._workspace.finish(quiz_id)

        def look() -> Copy | None:
            with closing(self._workspace.library.reader()) as reader:
                return found_copy(reader, course.account_id, course.course_id, raw, rows)

        return await asyncio.to_thread(look)

    async def refresh(
        self, course: CoursePlace, *, patience: Patience | None = None, rest: Callable[[], Awaitable[None]] = no_rest
    ) -> Refreshed:
        """See what is new or changed on Canvas, one request after the other with a `rest` between; nothing is sent.

        Quizzes of a course that is kept for off-line are brought up to date. Raises UserError.
        """
        self.result = Brought()
        is_kept, changed = self._is_kept(course), 0
        async with self._session.client_of(course.account_id, patience) as client:
            raws = {str(raw["id"]): raw for raw in await self.listed(client, course)}
            for one in quizzes_in(self._workspace.reader.db, course.account_id, course.course_id):
                raw = raws.get(one.link.canvas_id or "")
                if raw is None:
                    continue
                await rest()
                if await self._glanced(client, one.link, raw):
                    changed += 1
                    if is_kept:
                        await self._session.pull(client, one.link)
                self._workspace.rows_changed.emit()
            new = [raw for key, raw in raws.items() if self._known(course, key) is None]
            for raw in new if is_kept else ():
                await rest()
                await self._bring_one(client, course, raw, as_own=False)
        here = self.result.here
        return Refreshed(len(new) - here, changed, here + (changed if is_kept else 0))

    def _is_kept(self, course: CoursePlace) -> bool:
        rows = self._workspace.courses()
        return any(row.kept for row in rows if (row.account_id, row.id) == (course.account_id, course.course_id))

    async def _glanced(self, client: CanvasClient, link: LinkRow, raw: Raw) -> bool:
        """Whether something waits on Canvas for a quiz; kept for the lists, with what is to be decided."""
        library, quiz_id = self._workspace.library, str(link.canvas_id)
        self._workspace.finish(link.quiz_id)
        rows = await client.items.list(link.course_id, quiz_id)
        await self._workspace.writer.run(lambda: None)  # what was typed until now is in the library
        seen = await asyncio.to_thread(glance, library, link, raw, rows)
        if seen is None or (seen.missing and not await self._is_gone(client, link, seen.missing)):
            return False
        await self._session.write(lambda: note_glance(library, link, raw, seen))
        return seen.waits

    async def _is_gone(self, client: CanvasClient, link: LinkRow, canvas_id: str) -> bool:
        """Whether a row that a list lacks is really gone: only a GET by its id tells (reliability.md, Decisions 4)."""
        try:
            await client.items.get(link.course_id, str(link.canvas_id), canvas_id)
        except Gone:
            return True
        return False

    async def keep(self, course: CoursePlace, *, kept: bool) -> None:
        """Mark the course as kept for off-line, or no longer; what is here stays here."""
        db = self._workspace.library.db
        await self._session.write(lambda: only_there.keep_course(db, course.account_id, course.course_id, kept=kept))
        self._workspace.rows_changed.emit()

    async def link_copies(self, copies: Sequence[Copy]) -> list[LinkRow]:
        """Link quizzes here to their copies, because the person said so; nothing is sent."""
        library = self._workspace.library
        for quiz_id in {copy.quiz_id for copy in copies}:
            self._workspace.finish(quiz_id)
        made = await self._session.write(lambda: [link_copy(library, copy) for copy in copies])
        assert isinstance(made, list)
        self._workspace.rows_changed.emit()
        return made

    async def unlink(self, links: Sequence[str]) -> None:
        """Take links away again; on Canvas nothing changes."""
        db = self._workspace.library.db

        def unlink() -> None:
            for link in links:
                linking.unlink(db, link)

        await self._session.write(unlink)
        self._workspace.rows_changed.emit()

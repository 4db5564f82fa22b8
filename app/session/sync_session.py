"""Syncs from the window: the client of an account, the ledger over the writer's thread, plan, run and cancel."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import replace
from uuid import uuid4
from weakref import WeakValueDictionary

from PySide6.QtCore import QObject, Signal

from app.canvas.address import canvas_address
from app.canvas.authentication import Authentication, PersonalToken
from app.canvas.client import CanvasClient
from app.canvas.courses import Course
from app.canvas.errors import CanvasError, TokenRejected
from app.canvas.patience import Patience
from app.errors import UserError
from app.library import grouping, linking
from app.library.account import name_account, remove_account
from app.library.row import Account, GroupRow, LinkRow, SignInWay
from app.message import message
from app.session.open_quiz import OpenQuiz
from app.session.workspace import Workspace
from app.sync.choice import Selection
from app.sync.ledger import CANVAS_GRACE, SANDBOX_GRACE, Ledger
from app.sync.look import Known, assignment_of
from app.sync.outcome import Outcome, Progress
from app.sync.publish import published_or_not
from app.sync.run import Seams, Sync
from app.sync.seen_course import course_row
from app.sync.step import Plan, Raw
from app.sync.stopped import SyncStopped

LoginOf = Callable[[Account], Authentication | None]
"""How requests of an account say who asks: from the keychain, or from this run's memory."""


class NoToken(UserError):
    """Nobody is signed in to the account any more."""

    account_id = ""

    def __init__(self, account: Account) -> None:
        super().__init__(
            message("You are not signed in to {origin}.", origin=account.origin),
            message("Connect to it again. Your quizzes are kept here."),
        )
        self.account_id = account.id


def signed_out(error: UserError) -> str:
    """The id of the account that has to be signed in again after an error; "" where that would not help."""
    cause = _cause(error)
    return cause.account_id if isinstance(cause, (NoToken, TokenRejected)) else ""


def _cause(error: UserError) -> UserError:
    return error.cause if isinstance(error, SyncStopped) else error


class SyncSession(QObject):
    """What the sync screen and the connect dialog ask for; every coroutine raises UserError with words for a person."""

    progressed = Signal(object)

    def __init__(self, workspace: Workspace, login_of: LoginOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._login_of = workspace, login_of
        self._seen: dict[str, Known] = {}
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def sign_in(
        self, origin: str, token: str, *, kind: str = "canvas", instance: str = "", ends_at: float | None = None
    ) -> Account:
        """Check a pasted token and make or renew its account; its courses are kept for the list.

        `ends_at` is when it ends as the person says, in epoch seconds; what Canvas says goes before it.
        """
        login = PersonalToken(token)
        async with CanvasClient(canvas_address(origin), login) as client:
            told = await client.access_tokens.expiry(token.strip()) if kind == "canvas" else None
            return await self._account_of(client, SignInWay.TOKEN, told or ends_at, kind=kind, instance=instance)

    async def sign_in_by(self, origin: str, login: Authentication) -> Account:
        """Make or renew the account of somebody who signed in through the browser."""
        async with CanvasClient(canvas_address(origin), login) as client:
            return await self._account_of(client, SignInWay.BROWSER, None)

    async def name(self, account: Account, label: str) -> None:
        """Call an account by a name of the person's own; "" for the address of its Canvas."""
        await self._write(lambda: name_account(self._workspace.library.db, account.id, label))
        self._workspace.rows_changed.emit()

    async def remove(self, account: Account) -> None:
        """Forget an account, and where quizzes are in its courses. The quizzes stay."""
        await self._write(lambda: remove_account(self._workspace.library.db, account.id))
        self._workspace.rows_changed.emit()

    async def sign_out(self, account: Account) -> None:
        """Note that nobody is signed in there any more. Where quizzes are is kept, for the next sign-in."""
        await self._write(lambda: linking.note_sign_in(self._workspace.library.db, account.id, SignInWay.NONE))
        self._workspace.rows_changed.emit()

    async def _account_of(
        self, client: CanvasClient, way: SignInWay, ends_at: float | None, *, kind: str = "canvas", instance: str = ""
    ) -> Account:
        user = await client.users.me()
        courses = await client.courses.list()

        def note() -> Account:
            db = self._workspace.library.db
            name, origin = user.name, client.origin
            made = linking.account_for(db, kind=kind, origin=origin, user_id=user.id, user_name=name, instance=instance)
            linking.note_sign_in(db, made.id, way, ends_at)
            return replace(made, way=way, ends_at=ends_at)

        account = await self._write(note)
        assert isinstance(account, Account)
        await self._keep_courses(account, courses)
        return account

    async def link(self, quiz_id: str, account_id: str, course_id: str, group_id: str | None = None) -> LinkRow:
        """Say where a quiz goes, and in which assignment group it is made; nothing is sent yet."""

        def link() -> LinkRow:
            made = linking.link_to(self._workspace.library.db, quiz_id, account_id, course_id)
            grouping.choose_group(self._workspace.library.db, made.id, group_id)
            return made

        made = await self._write(link)
        assert isinstance(made, LinkRow)
        return made

    async def groups(self, account_id: str, course_id: str) -> list[GroupRow]:
        """The assignment groups of a course in Canvas's order; their names are kept."""
        account = next(row for row in self._workspace.accounts() if row.id == account_id)
        async with self._client(account) as client:
            return await self._learn_groups(client, account_id, course_id)

    async def _learn_groups(self, client: CanvasClient, account_id: str, course_id: str) -> list[GroupRow]:
        raw = await client.assignment_groups.list(course_id)
        rows = [GroupRow(str(group["id"]), str(group.get("name") or group["id"])) for group in raw]
        await self._write(lambda: grouping.note_groups(self._workspace.library.db, account_id, course_id, rows))
        return rows

    async def _learn_group(self, client: CanvasClient, link: LinkRow) -> None:
        """Where the quiz is in a group whose name is not known, ask for the names; what fails is asked again later."""
        there = grouping.there(self._workspace.reader.db, link)
        if there.assignment.group_id is not None and not there.group:
            with suppress(CanvasError):
                await self._learn_groups(client, link.account_id, link.course_id)

    async def plan(self, link: LinkRow, selection: Selection | None = None) -> Plan:
        """What a sync would do now."""
        async with self._client(self._account(link)) as client, self._alone(link):
            sync = await self._sync(client, link, selection or Selection())
            plan = await sync.preview()
        if sync.seen is not None:
            self._seen[link.id] = sync.seen
        self._workspace.rows_changed.emit()
        return plan

    async def run(self, link: LinkRow, selection: Selection | None = None, outcome: Outcome | None = None) -> Outcome:
        """Sync. Cancelling the task stops it at once; the next sync finds what was under way.

        An `outcome` that is given is filled meanwhile, so that one who stops the sync can be told what was done.
        """
        async with self._client(self._account(link)) as client:
            known = self._seen.pop(link.id, None)
            async with self._alone(link):
                sync = await self._sync(client, link, selection or Selection(), known)
                sync.outcome = outcome = outcome or sync.outcome
                await _seen_through(sync)
            await self._learn_group(client, link)
        self._workspace.rows_changed.emit()
        return outcome

    async def assignment(self, link: LinkRow) -> Raw:
        """What Canvas says now of the assignment of a quiz that is there; kept for lists and headers."""
        async with self._client(self._account(link)) as client:
            told = await assignment_of(client, link.course_id, link.canvas_id or "")
        await self._keep_assignment(link, told)
        return told

    async def publish(self, link: LinkRow, *, published: bool) -> None:
        """Let students see the quiz, or no longer; a lost answer is looked for until it is sure what happened."""
        account = self._account(link)
        async with self._client(account) as client:
            told = await published_or_not(
                client, link.course_id, link.canvas_id or "", _seams(), _grace(account), published=published
            )
        await self._keep_assignment(link, told)

    async def _keep_assignment(self, link: LinkRow, told: Raw) -> None:
        await self._write(lambda: linking.note_assignment(self._workspace.library.db, link.id, told))
        self._workspace.rows_changed.emit()

    async def pull(self, client: CanvasClient, link: LinkRow) -> Outcome:
        """Bring in what Canvas has of one quiz, with the client of its account; nothing is sent."""
        async with self._alone(link):
            outcome = await (await self._sync(client, link, Selection(pull_only=True))).run()
        await self._learn_group(client, link)
        return outcome

    def client_of(self, account_id: str, patience: Patience | None = None) -> AbstractAsyncContextManager[CanvasClient]:
        """What asks Canvas for an account. Raises NoToken."""
        account = next(account for account in self._workspace.accounts() if account.id == account_id)
        return self._client(account, patience)

    def _alone(self, link: LinkRow) -> asyncio.Lock:
        """Two syncs of one quiz at a time would each take the writes of the other for somebody else's."""
        return self._locks.setdefault(link.id, asyncio.Lock())

    async def _sync(
        self, client: CanvasClient, link: LinkRow, selection: Selection, known: Known | None = None
    ) -> Sync:
        document = self._workspace.open(link.quiz_id)
        autosave = self._workspace.autosave(link.quiz_id)
        await autosave.flush()
        await self._workspace.writer.run(lambda: None)  # decisions of conflicts are kept by then
        grace = _grace(self._account(link))
        source = OpenQuiz(document, autosave)
        ledger = Ledger(self._workspace.library, link, source, self._carry, grace=grace, reader=self._workspace.reader)
        return Sync(client, ledger, _seams(), selection, self._progress, known)

    def _progress(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    async def _carry(self, work: Callable[[], object]) -> None:
        await self._workspace.writer.run(work)

    async def write(self, work: Callable[[], object]) -> object:
        """Let the writer do something in a transaction of its own."""
        return await self._write(work)

    async def _write(self, work: Callable[[], object]) -> object:
        return await self._workspace.writer.run(self._workspace.library.together(work))

    async def _keep_courses(self, account: Account, courses: tuple[Course, ...]) -> None:
        rows = [course_row(account.id, course) for course in courses]
        await self._write(lambda: linking.note_courses(self._workspace.library.db, rows))
        self._workspace.rows_changed.emit()

    def _account(self, link: LinkRow) -> Account:
        return next(account for account in self._workspace.accounts() if account.id == link.account_id)

    @asynccontextmanager
    async def _client(self, account: Account, patience: Patience | None = None) -> AsyncIterator[CanvasClient]:
        """What asks Canvas. Whether Canvas still accepts the sign-in is kept, for all that shows accounts."""
        login = self._login_of(account)
        if login is None:
            raise NoToken(account)
        try:
            async with CanvasClient(account.origin, login, patience=patience) as client:
                yield client
        except UserError as error:
            cause = _cause(error)
            if isinstance(cause, TokenRejected):
                cause.account_id = account.id
                await self._keep_over(account, over=True)
            raise
        await self._keep_over(account, over=False)

    async def _keep_over(self, account: Account, *, over: bool) -> None:
        if account.kind != "canvas" or account.is_over == over:
            return
        with suppress(UserError):  # of a library that cannot be written to; what Canvas said matters more
            await self._write(lambda: linking.note_over(self._workspace.library.db, account.id, over=over))
            self._workspace.rows_changed.emit()


async def _seen_through(sync: Sync) -> None:
    """Carry a sync out. Raises SyncStopped where it could not go on."""
    try:
        await sync.run()
    except UserError as error:
        raise SyncStopped(error, sync.outcome, sync.left) from error


def _seams() -> Seams:
    return Seams(time.time, asyncio.sleep, lambda: str(uuid4()))


def _grace(account: Account) -> float:
    return SANDBOX_GRACE if account.kind == "sandbox" else CANVAS_GRACE

"""The Canvas that a command works with: its account in the library, and a client with the token for it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from app.canvas.address import canvas_address, is_loopback
from app.canvas.answer import Json
from app.canvas.authentication import Authentication, PersonalToken
from app.canvas.client import CanvasClient
from app.canvas.errors import Gone
from app.canvas.login import login
from app.canvas.users import User
from app.cli.call import Call
from app.cli.exit_code import CanvasFailed, wrong_use
from app.library import linking
from app.library.library import Library
from app.library.row import Account
from app.message import Message, message
from app.secrets import Entry, secret_store
from app.sync.ledger import CANVAS_GRACE, SANDBOX_GRACE
from app.sync.seen_course import course_row


@dataclass(frozen=True)
class Connected:
    """One account and the client that asks in its name."""

    account: Account
    client: CanvasClient

    @property
    def grace(self) -> float:
        """Seconds within which a write whose outcome is unknown may still happen."""
        return SANDBOX_GRACE if self.account.kind == "sandbox" else CANVAS_GRACE

    async def quizzes(self, course_id: str) -> Sequence[Json]:
        """The quizzes of a course. Raises `CanvasFailed` where there is no such course, CanvasError."""
        try:
            return await self.client.quizzes.list(course_id)
        except Gone as error:
            words = message('There is no course "{course}" on {origin}.', course=course_id, origin=self.account.origin)
            raise CanvasFailed(words, message("“quizwright courses” lists your courses.")) from error

    async def quiz(self, course_id: str, quiz_id: str) -> Json:
        """One quiz of a course by its id on Canvas. Raises `CanvasFailed` where there is none, CanvasError."""
        try:
            return await self.client.quizzes.get(course_id, quiz_id)
        except Gone as error:
            words = message(
                'There is no quiz "{quiz}" in course "{course}" on {origin}.',
                quiz=quiz_id,
                course=course_id,
                origin=self.account.origin,
            )
            raise CanvasFailed(words, message("Its id stands in the address of the quiz on Canvas.")) from error

    async def note_courses(self, library: Library) -> None:
        """Keep the names of the courses, which lists show."""
        found = await self.client.courses.list()
        rows = [course_row(self.account.id, course) for course in found]
        with library.transaction() as db:
            linking.note_courses(db, rows)


@asynccontextmanager
async def connected(call: Call, library: Library, *, preferred: str | None = None) -> AsyncIterator[Connected]:
    """The account of `--canvas`, else the `preferred` one (its id), else the only one; closed at the end.

    With the variable the account of that address is made where it is new; its token is not kept. Raises `WrongUse`
    where no account or no token can be told, CanvasError.
    """
    if call.canvas is not None and call.token is not None:
        origin = canvas_address(call.canvas)
        async with CanvasClient(origin, PersonalToken(call.token)) as client:
            yield Connected(account_of(library, origin, await client.users.me()), client)
        return
    account = _chosen(call, library, preferred)
    async with CanvasClient(account.origin, _login(call, library, account)) as client:
        yield Connected(account, client)


def account_of(library: Library, origin: str, user: User) -> Account:
    """The account of this person there, made where it is new; what the window knows of it stays."""
    kind = "sandbox" if is_loopback(origin) else "canvas"
    person = (kind, origin, user.id)
    known = [one.instance for one in library.accounts() if (one.kind, one.origin, one.user_id) == person]
    instance = known[0] if known else ""
    with library.transaction() as db:
        return linking.account_for(
            db, kind=kind, origin=origin, user_id=user.id, user_name=user.name, instance=instance
        )


def _chosen(call: Call, library: Library, preferred: str | None) -> Account:
    accounts = library.accounts()
    if call.canvas is not None:
        origin = canvas_address(call.canvas)
        accounts = [account for account in accounts if account.origin == origin]
    elif preferred is not None:
        accounts = [account for account in accounts if account.id == preferred]
    if not accounts:
        raise wrong_use(message("No Canvas is connected."), _how(call.canvas or "URL"))
    if len(accounts) > 1 and call.token is None:
        store = secret_store()
        accounts = [account for account in accounts if store.get(account.id) is not None] or accounts
    if len(accounts) > 1:
        names = ", ".join(f"{account.origin} ({account.user_name})" for account in accounts)
        raise wrong_use(
            message("Several Canvases are connected: {names}.", names=names),
            message("Say which one with --canvas.")
            if len({account.origin for account in accounts}) > 1
            else message("Set QUIZWRIGHT_TOKEN to the token of the person who is meant, and say --canvas."),
        )
    return accounts[0]


def _login(call: Call, library: Library, account: Account) -> Authentication:
    """The variable's token is for the Canvas that it was set for: without `--canvas` that is clear with one account.

    Else what the keychain has: a token, or the sign-in through the browser that was made in the window.
    """
    if call.token is not None and (call.canvas is not None or len(library.accounts()) == 1):
        return PersonalToken(call.token)
    kept = login(account.origin, Entry(secret_store(), account.id))
    if kept is None:
        raise wrong_use(message("There is no access token for {origin}.", origin=account.origin), _how(account.origin))
    return kept


def _how(url: str) -> Message:
    return message("Run “quizwright connect {url}”, or set QUIZWRIGHT_TOKEN and say --canvas {url}.", url=url)

"""The way to Canvas for all that the window asks there: signed in before, told of afterwards."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.library.row import Account
from app.message import message
from app.session.notice import SIGN_IN, Notices
from app.session.practice_canvas import PracticeCanvas
from app.session.signing_in import SigningIn
from app.session.sync_session import SyncSession, signed_out
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.session.workspace import Workspace
from app.ui.connecting import ConnectCommands
from app.ui.library.library_commands import said

Again = Callable[[], object]
PRACTICE = "sandbox"
"""The kind of account that runs on this computer (decisions 1)."""


class CanvasAccess(QObject):
    """Starts what asks Canvas. Where a sign-in is over the person is asked, and what that ended begins again.

    `practice_ready` comes when the Practice Canvas was started for its own sake.
    """

    practice_ready = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, notices: Notices, tokens: Tokens, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._tasks, self._notices, self._tokens = workspace, tasks, notices, tokens
        self.session = SyncSession(workspace, tokens.of, self)
        self.practice = PracticeCanvas(_practice_folder(workspace), self)
        self.signing_in = SigningIn(self.session, tokens)
        self.connecting = ConnectCommands(workspace, self.signing_in, tasks, self.start, notices, window)
        self.connecting.practice_wanted.connect(self.practise)

    def start(self, work: Awaitable[None], title: str, again: Again | None = None) -> "asyncio.Task[Any]":
        """`again` begins anew what a sign-in that was over has ended, once the person has signed in."""
        return self._tasks.start(self.guarded(work, again), title)

    async def guarded(self, work: Awaitable[None], again: Again | None = None) -> None:
        """Do it, and tell what goes wrong."""
        try:
            await work
        except UserError as error:
            account_id = signed_out(error)
            if account_id:
                self._notices.tell(said(error), SIGN_IN, lambda: self.sign_in_again(account_id, again))
            else:
                self._notices.tell(said(error))

    async def sign_in_to(self, accounts: Iterable[Account]) -> None:
        """Learn the tokens of these; the Practice Canvas is started for it. Raises UserError."""
        for account in accounts:
            if account.kind == PRACTICE:
                await self._sign_in_to_practice()
            else:
                await self._tokens.learn(account)

    async def sign_in_to_account(self, account_id: str) -> None:
        """The same by its id; an account that is not known any more needs nothing."""
        await self.sign_in_to(self._account(account_id))

    async def learn(self, account_id: str) -> None:
        """Learn the token of an account and start nothing. Raises UserError."""
        await self.sign_in_to([one for one in self._account(account_id) if one.kind != PRACTICE])

    async def sign_in_for(self, quiz_id: str, link_id: str = "") -> None:
        """Sign in to the account of the link, else of the quiz's first one; to all where it has none yet."""
        links = self._workspace.reader.links(quiz_id)
        link = next((link for link in links if link.id == link_id), links[0] if links else None)
        accounts = self._workspace.accounts()
        await self.sign_in_to([account for account in accounts if link is None or account.id == link.account_id])

    def sign_in_again(self, account_id: str, again: Again | None = None) -> None:
        """Ask the person; `again` follows if the sign-in is done, and is forgotten where it is given up."""
        for account in self._account(account_id):
            if account.kind == PRACTICE:
                self.practise(again)
            else:
                self.connecting.sign_in_again(account, again)

    def practise(self, then: Again | None = None) -> None:
        """Start the Practice Canvas and sign in to it; nothing has to be set up."""
        self._notices.tell(message("The Practice Canvas is starting…"))
        self.start(self._practise(then), self.tr("Start the Practice Canvas"))

    def stop(self) -> None:
        """End the Practice Canvas: the window closes."""
        self.practice.stop()

    async def _practise(self, then: Again | None) -> None:
        await self._sign_in_to_practice()
        if then is not None:
            then()
        else:
            self.practice_ready.emit()

    async def _sign_in_to_practice(self) -> None:
        running = await self.practice.start()
        account = await self.session.sign_in(running.url, running.token, kind=PRACTICE, instance=running.instance)
        self._tokens.keep_for_this_run(account, running.token)
        self.connecting.signed_in.emit(account)

    def _account(self, account_id: str) -> list[Account]:
        return [account for account in self._workspace.accounts() if account.id == account_id]


def _practice_folder(workspace: Workspace) -> Path:
    return workspace.library.folder / "practice"

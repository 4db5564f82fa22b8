"""What the window does with accounts as they are: show them, name one, disconnect, forget one."""

import time
from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.library.account import users
from app.library.row import Account, SignInWay
from app.message import Message, message
from app.session.notice import Notices
from app.session.signing_in import SigningIn
from app.session.workspace import Workspace
from app.ui.account_words import account_name
from app.ui.connecting import ConnectCommands
from app.ui.dialogs.accounts_dialog import AccountsDialog
from app.ui.dialogs.asked import ask
from app.ui.words import words


class AccountCommands(QObject):
    """`clock` in epoch seconds."""

    def __init__(
        self,
        workspace: Workspace,
        signing_in: SigningIn,
        connecting: ConnectCommands,
        notices: Notices,
        window: QWidget,
        *,
        start: Callable[[Awaitable[None], str], object],
        is_busy: Callable[[], bool],
    ) -> None:
        """`start` runs what is asked of Canvas and tells what goes wrong; `is_busy` says whether a sync runs."""
        super().__init__(window)
        self._workspace, self._signing_in, self._connecting = workspace, signing_in, connecting
        self._notices, self._window, self._start, self._is_busy = notices, window, start, is_busy
        self.clock: Callable[[], float] = time.time

    def show(self) -> AccountsDialog:
        """Who is signed in where."""
        dialog = AccountsDialog(self._window)

        def show() -> None:
            dialog.show_accounts(self._workspace.accounts(), users(self._workspace.reader.db), self.clock())

        show()
        self._workspace.rows_changed.connect(show)
        dialog.finished.connect(lambda: self._workspace.rows_changed.disconnect(show))
        dialog.add_wanted.connect(self._connecting.connect_canvas)
        dialog.again_wanted.connect(self._connecting.sign_in_again)
        dialog.renamed.connect(self.name)
        dialog.disconnect_wanted.connect(lambda account: self._ask_disconnect(account, dialog))
        dialog.remove_wanted.connect(lambda account: self._ask_remove(account, dialog))
        dialog.open()
        return dialog

    def name(self, account: Account, label: str) -> None:
        """Call it so everywhere; an empty name, or its address, is none."""
        same = label.strip() in ("", account_name(account)) and not account.label
        if not same and label.strip() != account.label:
            self._start(self._signing_in.name(account, label), self.tr("Rename account"))

    def _ask_disconnect(self, account: Account, over: QWidget) -> None:
        """Say what stays, then do it."""
        question = self.tr("Disconnect from {account}?").format(account=account_name(account))
        note = self.tr(
            "{name} is signed out on this computer. Quizzes stay here and on Canvas; the next sign-in goes on from "
            "there."
        ).format(name=account.user_name)
        ask(over, question, note, self.tr("Disconnect"), lambda: self._disconnect(account))

    def _ask_remove(self, account: Account, over: QWidget) -> None:
        if self._is_busy():
            self._notices.tell(message("A sync is under way. Remove the account when it is done, or stop it first."))
            over.close()
            return
        count = len(users(self._workspace.reader.db).get(account.id, ()))
        question = self.tr("Remove {account}?").format(account=account_name(account))
        ask(over, question, words(_what_stays(count)), self.tr("Remove account"), lambda: self._remove(account))

    def _disconnect(self, account: Account) -> None:
        self._start(self._disconnected(account), self.tr("Disconnect"))

    def _remove(self, account: Account) -> None:
        self._start(self._removed(account), self.tr("Remove account"))

    async def _disconnected(self, account: Account) -> None:
        await self._signing_in.out(account)
        self._notices.tell(
            message(
                "Disconnected from {account}. {left}",
                account=account_name(account),
                left=message("Canvas has taken back its permission.")
                if account.way is SignInWay.BROWSER
                else _LEFT_TOKEN,
            )
        )

    async def _removed(self, account: Account) -> None:
        await self._signing_in.remove(account)
        told = message("{account} is removed. Its quizzes are kept here.", account=account_name(account))
        is_token = account.kind == "canvas" and account.way in (SignInWay.TOKEN, SignInWay.UNKNOWN)
        self._notices.tell(message("{told} {left}", told=told, left=_LEFT_TOKEN) if is_token else told)


_LEFT_TOKEN = message("If nothing else uses the access token, delete it on Canvas under Account › Settings.")


def _what_stays(count: int) -> Message:
    if not count:
        return message("No quiz of this computer is in a course of it. On Canvas nothing changes.")
    return message(
        "1 quiz stays on this computer and on Canvas, but is no longer linked: a sync would make it there once more.",
        plural="{count} quizzes stay on this computer and on Canvas, but are no longer linked: a sync would make them "
        "there once more.",
        count=count,
    )

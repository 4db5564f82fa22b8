"""What the window does to sign in: connect in three ways, sign in again, save the page for the school's IT."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.canvas.school_key import SchoolKey
from app.errors import UserError
from app.library.row import Account
from app.message import message
from app.session.files import write_file
from app.session.notice import Notices
from app.session.signing_in import SignedIn, SigningIn
from app.session.tasks import Tasks
from app.session.workspace import Workspace
from app.ui.application import come_forward
from app.ui.dialogs.connect_dialog import ConnectDialog
from app.ui.library.library_commands import said
from app.ui.save_dialog import save_dialog
from app.ui.words import words

Start = Callable[[Awaitable[None], str], object]
Then = Callable[[], object]


class ConnectCommands(QObject):
    """`signed_in` carries the account. `export` is the action that hands a quiz over as a file."""

    signed_in = Signal(object)
    practice_wanted = Signal()
    export_wanted = Signal()

    def __init__(
        self, workspace: Workspace, signing_in: SigningIn, tasks: Tasks, start: Start, notices: Notices, window: QWidget
    ) -> None:
        """`start` runs what is asked of the keychain and of Canvas, and tells what goes wrong."""
        super().__init__(window)
        self._workspace, self._signing_in, self._tasks = workspace, signing_in, tasks
        self._start, self._notices, self._window = start, notices, window
        self.export: QAction | None = None
        self._dialog: ConnectDialog | None = None

    def connect_canvas(self) -> ConnectDialog:
        """Ask for the way, and what it needs."""
        return self._open(None)

    def sign_in_again(self, account: Account, then: Then | None = None) -> None:
        """Begin with what the account had: the key of its school, or a new token. `then` follows if it is done."""
        self._start(self._sign_in_again(account, then), self.tr("Sign in again"))

    async def _sign_in_again(self, account: Account, then: Then | None) -> None:
        key = await self._signing_in.key_of(account)
        self._open(account, then).sign_in_again(account, key)

    def _open(self, wanted: Account | None, then: Then | None = None) -> ConnectDialog:
        """The dialog, in place of one that is open; `wanted` is the account that is to be signed in again."""
        if self._dialog is not None and isValid(self._dialog):
            self._dialog.close()

        async def paste(address: str, token: str, ends_at: float | None) -> None:
            self._tell(await self._signing_in.by_token(address, token, ends_at), wanted, then)

        async def browse(address: str, key: SchoolKey, show: Callable[[str], object]) -> None:
            signed = await self._signing_in.by_browser(address, key, show, words)
            come_forward(self._window)
            self._tell(signed, wanted, then)

        can_export = self.export is not None and self.export.isEnabled()
        dialog = ConnectDialog(paste, browse, self._tasks, self._window, can_export=can_export)
        dialog.practice_wanted.connect(self.practice_wanted)
        dialog.export_wanted.connect(self.export_wanted)
        dialog.save_wanted.connect(lambda text: self._ask_where(dialog, text))
        dialog.open()
        self._dialog = dialog
        return dialog

    def _tell(self, signed: SignedIn, wanted: Account | None, then: Then | None) -> None:
        account = signed.account
        if wanted is not None and wanted.id != account.id:
            told = message(
                "You are connected as {name}. The quizzes of {other} need a sign-in as {other}.",
                name=account.user_name,
                other=wanted.user_name,
            )
        elif signed.lasting:
            told = message("Connected to Canvas as {name}.", name=account.user_name)
        else:
            told = message(
                "Connected to Canvas as {name}. This computer has no keychain: you will be asked again after a "
                "restart.",
                name=account.user_name,
            )
        self._notices.tell(told)
        self.signed_in.emit(account)
        if then is not None and wanted is not None and wanted.id == account.id:
            then()

    def _ask_where(self, dialog: ConnectDialog, text: str) -> None:
        chooser = save_dialog(
            dialog, self.tr("Save the page for your school's IT"), self.tr("Text"), "quizwright-key.txt"
        )
        chooser.fileSelected.connect(lambda path: self.save(dialog, text, Path(path)))
        chooser.open()

    def save(self, dialog: ConnectDialog, text: str, path: Path) -> None:
        """Write the page for the school beside the window."""

        def done(_: object) -> None:
            if isValid(dialog):
                dialog.school.tell(self.tr("Saved as {name}.").format(name=path.name))

        def failed(error: UserError) -> None:
            if isValid(dialog):
                dialog.school.tell(words(said(error)))

        self._workspace.writer.submit(lambda: write_file(path, text.encode()), done, failed)

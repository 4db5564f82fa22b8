"""The accounts: who is signed in where and how, to sign in again and to disconnect."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.library.row import Account, SignInWay
from app.ui.account_words import account_name, sign_in_words
from app.ui.dialogs.entry_delegate import NOTE, EntryDelegate
from app.ui.dialogs.room import make_room
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.theme import Gap, control_height

_ACCOUNT: Final = int(Qt.ItemDataRole.UserRole)
_LINES: Final = 5


class AccountsDialog(QDialog):
    """`again_wanted` and `disconnect_wanted` carry the account."""

    add_wanted = Signal()
    again_wanted = Signal(object)
    disconnect_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Accounts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Accounts"))
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(control_height() * _LINES)
        self.none = QuietLabel(self.tr("There is no account yet. Your quizzes are on this computer alone."), self)
        note = self.tr("Each account is one Canvas and one person there. A quiz can be in courses of several.")
        self.add = TextButton(self.tr("Add an account…"), self, icon=icon("plus"))
        self.again = TextButton(self.tr("Sign in again…"), self, icon=icon("key-round"))
        self.disconnect_button = TextButton(self.tr("Disconnect…"), self, icon=icon("unlink"))
        self.shut = TextButton(self.tr("Close"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.LARGE)
        layout.setSpacing(Gap.MEDIUM)
        for part in (self.none, self.list, QuietLabel(note, self)):
            layout.addWidget(part)
        layout.addLayout(self._buttons())
        self.setMinimumWidth(control_height() * 20)
        self._listen()
        self.show_accounts((), 0)

    @property
    def account(self) -> Account | None:
        """The chosen one."""
        item = self.list.currentItem()
        account: Account | None = item.data(_ACCOUNT) if item is not None else None
        return account

    def show_accounts(self, accounts: Sequence[Account], now: float) -> None:
        """Show these; the chosen one stays, else the first one is. `now` in epoch seconds."""
        chosen = self.account.id if self.account is not None else ""
        self.list.clear()
        for account in accounts:
            name = f"{account_name(account)} · {account.user_name}"
            said = sign_in_words(account, now)
            item = QListWidgetItem(icon("flask-conical" if account.kind == "sandbox" else "cloud"), name, self.list)
            item.setData(NOTE, said)
            item.setData(_ACCOUNT, account)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {said}")
            item.setToolTip(f"{name}\n{said}")
        ids = [account.id for account in accounts]
        self.list.setCurrentRow(ids.index(chosen) if chosen in ids else 0)
        self.list.setVisible(bool(accounts))
        self.none.setHidden(bool(accounts))
        self._allow()

    def _allow(self) -> None:
        account = self.account
        real = account is not None and account.kind != "sandbox"
        self.again.setEnabled(real)
        self.disconnect_button.setEnabled(real and account is not None and account.way is not SignInWay.NONE)

    def _listen(self) -> None:
        self.list.currentItemChanged.connect(self._allow)
        self.list.itemActivated.connect(lambda: self.again.click())
        self.add.clicked.connect(self.add_wanted)
        self.again.clicked.connect(lambda: self.again_wanted.emit(self.account))
        self.disconnect_button.clicked.connect(lambda: self.disconnect_wanted.emit(self.account))
        self.shut.clicked.connect(self.reject)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Gap.SMALL)
        for button in (self.add, self.again, self.disconnect_button, self.shut):
            button.setAutoDefault(False)
            if button is self.shut:
                row.addStretch(1)
            row.addWidget(button)
        return row

    def showEvent(self, event: QShowEvent) -> None:
        """Now the width is known."""
        super().showEvent(event)
        make_room(self)

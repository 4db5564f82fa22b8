"""The accounts: who is signed in where and how, which quizzes each is used by; to rename, sign in, out, and remove."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.library.row import Account, SignInWay
from app.message import message
from app.ui.account_words import account_name, sign_in_words
from app.ui.dialogs.room import make_room
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.theme import Gap, control_height
from app.ui.two_line_delegate import NOTE, TwoLineDelegate
from app.ui.words import words

_ACCOUNT: Final = int(Qt.ItemDataRole.UserRole)
_LEAST_WIDTH: Final = 11
_TOLD_TITLES: Final = 5


class AccountsDialog(QDialog):
    """`again_wanted`, `disconnect_wanted` and `remove_wanted` carry the account, `renamed` its new name as well."""

    add_wanted = Signal()
    again_wanted = Signal(object)
    renamed = Signal(object, str)
    disconnect_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Accounts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._users: Mapping[str, tuple[str, ...]] = {}
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Accounts"))
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = QuietLabel(self.tr("There is no account yet. Your quizzes are on this computer alone."), self)
        self.used = QuietLabel("", self)
        for part in (self.list, self.none):
            part.setMinimumWidth(control_height() * _LEAST_WIDTH)
        self.add = TextButton(self.tr("Add an account…"), self, icon=icon("plus"))
        self.again = TextButton(self.tr("Sign in again…"), self, icon=icon("key-round"))
        self.rename = TextButton(self.tr("Rename…"), self, icon=icon("pencil"))
        self.disconnect_button = TextButton(self.tr("Disconnect…"), self, icon=icon("unlink"))
        self.remove = TextButton(self.tr("Remove…"), self, icon=icon("trash-2"))
        self.shut = TextButton(self.tr("Close"), self)
        self._lay_out()
        self._listen()
        self.show_accounts((), {}, 0)

    @property
    def account(self) -> Account | None:
        """The chosen one."""
        item = self.list.currentItem()
        account: Account | None = item.data(_ACCOUNT) if item is not None else None
        return account

    def show_accounts(self, accounts: Sequence[Account], users: Mapping[str, tuple[str, ...]], now: float) -> None:
        """Show these with the titles of the quizzes in their courses; the chosen one stays. `now` in epoch seconds."""
        chosen = self.account.id if self.account is not None else ""
        self._users = users
        self.list.clear()
        for account in accounts:
            name = f"{account_name(account)} · {account.user_name}"
            said = f"{sign_in_words(account, now)} · {_count(users.get(account.id, ()))}"
            item = QListWidgetItem(icon("flask-conical" if account.kind == "sandbox" else "cloud"), name, self.list)
            item.setData(NOTE, said)
            item.setData(_ACCOUNT, account)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {said}")
            item.setToolTip(f"{name}\n{account.origin}\n{said}")
        ids = [account.id for account in accounts]
        self.list.setCurrentRow(ids.index(chosen) if chosen in ids else 0)
        for part in (self.list, self.used, self.again, self.rename, self.disconnect_button, self.remove):
            part.setVisible(bool(accounts))
        self.none.setHidden(bool(accounts))
        self._show()

    def _show(self) -> None:
        """What can be done with the chosen one, and which quizzes use it."""
        account = self.account
        real = account is not None and account.kind != "sandbox"
        self.again.setEnabled(real)
        self.again.setText(
            self.tr("Sign in…") if account is not None and account.way is SignInWay.NONE else self.tr("Sign in again…")
        )
        self.disconnect_button.setEnabled(real and account is not None and account.way is not SignInWay.NONE)
        for button in (self.rename, self.remove):
            button.setEnabled(account is not None)
        titles = self._users.get(account.id, ()) if account is not None else ()
        self.used.setText(_used(titles))
        self.used.setToolTip("\n".join(titles))
        make_room(self)

    def _ask_name(self) -> None:
        account = self.account
        if account is None:
            return
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename account"))
        dialog.setLabelText(self.tr("Name of {account}; empty for its address").format(account=account.origin))
        dialog.setTextValue(account_name(account))
        dialog.setOkButtonText(self.tr("Rename"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        for line in dialog.findChildren(QLineEdit):
            line.setAccessibleName(self.tr("Name of the account"))
            line.setMaxLength(60)
        dialog.textValueSelected.connect(lambda name: self.renamed.emit(account, name))
        dialog.open()

    def _listen(self) -> None:
        self.list.currentItemChanged.connect(self._show)
        self.list.itemActivated.connect(lambda: self.again.click())
        self.add.clicked.connect(self.add_wanted)
        self.again.clicked.connect(lambda: self.again_wanted.emit(self.account))
        self.rename.clicked.connect(self._ask_name)
        self.disconnect_button.clicked.connect(lambda: self.disconnect_wanted.emit(self.account))
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self.account))
        self.shut.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        shown = QVBoxLayout()
        shown.setSpacing(Gap.SMALL)
        for part in (self.none, self.list, self.used):
            shown.addWidget(part)
        shown.setStretchFactor(self.list, 1)
        acts = QVBoxLayout()
        acts.setSpacing(Gap.SMALL)
        for button in (self.add, self.again, self.rename, self.disconnect_button, self.remove, self.shut):
            button.setAutoDefault(False)
            if button is self.shut:
                acts.addStretch(1)
                acts.addSpacing(Gap.SMALL)
            acts.addWidget(button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.LARGE)
        layout.setSpacing(Gap.LARGE)
        layout.addLayout(shown, 1)
        layout.addLayout(acts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames, Delete removes, each after a question."""
        if event.key() == Qt.Key.Key_F2:
            self.rename.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Now the width is known."""
        super().showEvent(event)
        make_room(self)


def _count(titles: Sequence[str]) -> str:
    return words(message("{count} quiz", plural="{count} quizzes", count=len(titles)))


def _used(titles: Sequence[str]) -> str:
    """The first titles, and how many more there are."""
    if not titles:
        return words(message("No quiz of this computer is in a course of it."))
    told, more = "; ".join(titles[:_TOLD_TITLES]), len(titles) - _TOLD_TITLES
    if more <= 0:
        return words(message("Used by {titles}", titles=told))
    return words(
        message(
            "Used by {titles} and {count} more", plural="Used by {titles} and {count} more", count=more, titles=told
        )
    )

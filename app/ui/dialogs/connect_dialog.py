"""Connect to Canvas: the address, a token in four steps, or the Practice Canvas. What goes wrong stands in place."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.canvas.address import canvas_address
from app.canvas.errors import AddressRefused
from app.errors import UserError
from app.message import message
from app.session.tasks import Tasks
from app.ui.browser import open_page
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rule import Rule
from app.ui.fields.text_button import TextButton
from app.ui.fields.trouble import Trouble
from app.ui.icons import icon
from app.ui.theme import Gap, control_height, font
from app.ui.words import words

TOKEN_PAGE: Final = "/profile/settings#access_tokens"
"""Where Canvas shows a person's own tokens (Canvas, Account, Settings, Approved Integrations)."""

STEPS: Final = (
    message("1.  Open your Canvas settings. Sign in there if you are asked to."),
    message("2.  Choose “New access token”, and write “Quizwright” as its purpose."),
    message("3.  Choose “Generate token” and copy what is shown."),
    message("4.  Paste it here."),
)

SignIn = Callable[[str, str], Awaitable[None]]
"""Checks an address and a token, and keeps them. Raises UserError."""


class ConnectDialog(QDialog):
    """Stays open until Canvas has answered; closing it gives up the attempt."""

    practice_wanted = Signal()

    def __init__(self, sign_in: SignIn, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Connect to Canvas"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._sign_in, self._tasks = sign_in, tasks
        self._trying: asyncio.Task[Any] | None = None
        self.address = _line(self.tr("Address of your school's Canvas"), "uni.instructure.com", self)
        self.token = _line(self.tr("Access token"), "", self)
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.open_page = TextButton(self.tr("Open your Canvas settings"), self, icon=icon("external-link"))
        self.trouble = Trouble(self)
        self.busy = QuietLabel(self.tr("Asking Canvas…"), self)
        self.busy.hide()
        self.join = TextButton(self.tr("Connect"), self)
        self.join.setDefault(True)
        self.later = TextButton(self.tr("Not now"), self)
        self.practice = TextButton(self.tr("Try with the Practice Canvas"), self, icon=icon("flask-conical"))
        self._lay_out()
        self._listen()
        self._allow()
        self.resize(self.sizeHint())  # else Qt takes two thirds of the screen at most

    def _listen(self) -> None:
        self.address.textEdited.connect(self._allow)
        self.token.textEdited.connect(self._allow)
        self.open_page.clicked.connect(self._open_page)
        self.join.clicked.connect(self._connect)
        self.later.clicked.connect(self.reject)
        self.practice.clicked.connect(self._practise)
        self.finished.connect(self._give_up)

    def _allow(self) -> None:
        """Only what can be done is enabled."""
        waiting = self._trying is not None and not self._trying.done()
        self.open_page.setEnabled(bool(self.address.text().strip()))
        self.join.setEnabled(bool(self.address.text().strip() and self.token.text().strip()) and not waiting)
        for field in (self.address, self.token):
            field.setReadOnly(waiting)
        self.busy.setVisible(waiting)
        self._grow()

    def _open_page(self) -> None:
        try:
            origin = canvas_address(self.address.text())
        except AddressRefused as error:
            self._show(error)
            return
        self._show(None)
        open_page(origin + TOKEN_PAGE, origin)
        self.token.setFocus()

    def _connect(self) -> None:
        self._show(None)
        self._trying = self._tasks.start(self._try(), self.tr("Connect to Canvas"))
        self._trying.add_done_callback(lambda _: self._allow() if not self._closed else None)
        self._allow()

    async def _try(self) -> None:
        try:
            await self._sign_in(self.address.text(), self.token.text().strip())
        except UserError as error:
            self._show(error)
            self.token.selectAll()
            self.token.setFocus()
        else:
            self.accept()

    def _practise(self) -> None:
        self.accept()
        self.practice_wanted.emit()

    def _give_up(self) -> None:
        self._closed = True
        if self._trying is not None:
            self._trying.cancel()

    _closed = False

    def _show(self, error: UserError | None) -> None:
        self.trouble.show_error(error)
        self._grow()

    def _scrolled(self) -> QVBoxLayout:
        """The layout of the page; with large text on a small screen it scrolls."""
        scroll = QScrollArea(self)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take it
        scroll.setWidgetResizable(True)
        page = QWidget(scroll)
        self._page = QVBoxLayout(page)
        scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        return self._page

    def _grow(self) -> None:
        """Make room for lines that were added, which a dialog does not see; never smaller under the mouse."""
        if not self.isVisible():
            return
        self._page.activate()
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))

    def _lay_out(self) -> None:
        layout = self._scrolled()
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.LARGE)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(self._heading(self.tr("With an access token")))
        layout.addWidget(self._label(self.address))
        layout.addWidget(self.address)
        layout.addSpacing(Gap.SMALL)
        for step in STEPS[:1]:
            layout.addWidget(self._text(words(step)))
        layout.addWidget(self.open_page, 0, Qt.AlignmentFlag.AlignLeft)
        for step in STEPS[1:]:
            layout.addWidget(self._text(words(step)))
        layout.addSpacing(Gap.SMALL)
        layout.addWidget(self._label(self.token))
        layout.addWidget(self.token)
        layout.addWidget(QuietLabel(self.tr("It is kept in the keychain of this computer, in no file."), self))
        for part in (self.trouble, self.busy):
            layout.addWidget(part)
        layout.addLayout(self._buttons())
        layout.addSpacing(Gap.MEDIUM)
        layout.addWidget(Rule(self))
        layout.addSpacing(Gap.SMALL)
        layout.addWidget(self._heading(self.tr("Just to try it out")))
        layout.addWidget(QuietLabel(self.tr("A Canvas that runs on this computer alone. Nothing leaves it."), self))
        layout.addWidget(self.practice, 0, Qt.AlignmentFlag.AlignLeft)
        self.setMinimumWidth(control_height() * 16)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Gap.SMALL)
        row.addStretch(1)
        row.addWidget(self.later)
        row.addWidget(self.join)
        for button in (self.later, self.join, self.practice, self.open_page):
            button.setAutoDefault(button is self.join)
        return row

    def _heading(self, text: str) -> QLabel:
        label = self._text(text)
        label.setFont(font("section"))
        return label

    def _text(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _label(self, field: QLineEdit) -> QLabel:
        label = self._text(field.accessibleName())
        label.setBuddy(field)
        return label

    def sizeHint(self) -> QSize:
        """As high as the page, where the screen has the room."""
        width = max(self.minimumWidth(), self.width() if self.isVisible() else 0)
        room = self.screen().availableGeometry().height() - 2 * Gap.PAGE
        return QSize(width, min(self._page.totalHeightForWidth(width), room))


def _line(name: str, example: str, parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    field.setMinimumHeight(control_height())
    field.setTextMargins(Gap.TIGHT, 0, Gap.TIGHT, 0)
    return field

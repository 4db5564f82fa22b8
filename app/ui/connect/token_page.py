"""With an access token: four steps, a button to the page of the school where it is made, and when it ends."""

from collections.abc import Awaitable, Callable
from typing import Final

from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QLineEdit, QWidget

from app.canvas.errors import AddressRefused
from app.message import message
from app.session.tasks import Tasks
from app.ui.browser import open_page
from app.ui.connect.page import line
from app.ui.connect.sign_in_page import SignInPage
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.theme import Gap, control_height
from app.ui.words import words

TOKEN_PAGE: Final = "/profile/settings#access_tokens"
"""Where Canvas shows a person's own tokens (Canvas, Account, Settings, Approved Integrations)."""

STEPS: Final = (
    message("1.  Open your Canvas settings. Sign in there if you are asked to."),
    message(
        "2.  Choose “New access token”, write “Quizwright” as its purpose, and an expiry date if Canvas wants one."
    ),
    message("3.  Choose “Generate token” and copy what is shown."),
    message("4.  Paste it here."),
)
_USUAL_DAYS: Final = 120

Paste = Callable[[str, str, float | None], Awaitable[object]]
"""Checks an address and a token, and keeps them with the end that was typed. Raises UserError."""


class TokenPage(SignInPage):
    """Canvas is asked when the token ends; the date is for those that do not say."""

    def __init__(self, paste: Paste, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("With an access token"), self.tr("Connect"), tasks, parent)
        self._paste = paste
        self.token = line(self.tr("Access token"), "", self, hidden=True)
        self.open_page = TextButton(self.tr("Open your Canvas settings"), self, icon=icon("external-link"))
        self.has_end = QCheckBox(self.tr("It has an expiry date"), self)
        self.has_end.setToolTip(self.tr("Only needed where Canvas does not tell; you are reminded some days before"))
        self.end = _EndEdit(self)
        self.end.setAccessibleName(self.tr("The day on which the token expires"))
        self._lay_out()
        self.address.textEdited.connect(self.allow)
        self.token.textEdited.connect(self.allow)
        self.has_end.toggled.connect(self.end.setVisible)
        self.open_page.clicked.connect(self._open_page)
        self.join.clicked.connect(self._connect)
        self.allow()

    @property
    def ends_at(self) -> float | None:
        """The last moment of the day that was chosen, in epoch seconds."""
        if not self.has_end.isChecked():
            return None
        return float(QDateTime(self.end.date(), QTime(23, 59)).toSecsSinceEpoch())

    def fields(self) -> tuple[QLineEdit, ...]:
        """Both."""
        return (self.address, self.token)

    def allow(self) -> None:
        """Only what can be done is enabled."""
        self.open_page.setEnabled(bool(self.address.text().strip()))
        filled = bool(self.address.text().strip() and self.token.text().strip())
        self.join.setEnabled(filled and not self.is_waiting)
        super().allow()

    def refused(self) -> None:
        """Another token can be pasted at once."""
        self.token.selectAll()
        self.token.setFocus()

    def _connect(self) -> None:
        self.ask(self._pasted)

    async def _pasted(self) -> object:
        return await self._paste(self.address.text(), self.token.text().strip(), self.ends_at)

    def _open_page(self) -> None:
        try:
            origin = self.origin()
        except AddressRefused as error:
            self.show_error(error)
            return
        self.show_error(None)
        open_page(origin + TOKEN_PAGE, origin)
        self.token.setFocus()

    def _lay_out(self) -> None:
        self.put_field(self.address)
        self.put_gap()
        self.say(words(STEPS[0]))
        self.put_button(self.open_page)
        for step in STEPS[1:]:
            self.say(words(step))
        self.put_gap()
        self.put_field(self.token)
        row = QHBoxLayout()
        row.setSpacing(Gap.SMALL)
        row.addWidget(self.has_end)
        row.addWidget(self.end)
        row.addStretch(1)
        self.column.addLayout(row)
        self.note(self.tr("The token is kept in the keychain of this computer, in no file."))
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.busy)
        self.put_buttons(self.join)


class _EndEdit(QDateEdit):
    """A day from today on; the wheel scrolls the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(QDate.currentDate().addDays(_USUAL_DAYS), parent)
        self.setMinimumDate(QDate.currentDate())
        self.setCalendarPopup(True)
        self.setMinimumHeight(control_height())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past must not change the day."""
        event.ignore()

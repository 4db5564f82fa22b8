"""Through the browser: the school's key, then the school's own page. While it is open there, it is waited for here."""

from collections.abc import Awaitable, Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.canvas.school_key import SchoolKey, school_key
from app.errors import UserError
from app.session.tasks import Tasks
from app.ui.browser import open_page
from app.ui.connect.page import line
from app.ui.connect.sign_in_page import SignInPage
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.theme import Gap

Browse = Callable[[str, SchoolKey, Callable[[str], object]], Awaitable[object]]
"""Signs in at an address with a key; is given what opens the page. Raises UserError."""


class BrowserPage(SignInPage):
    """`without_key` leads to the page for the school's IT."""

    def __init__(
        self,
        browse: Browse,
        tasks: Tasks,
        parent: QWidget | None = None,
        *,
        show: Callable[[str, str], bool] = open_page,
    ) -> None:
        """`show` opens a page of an origin in the browser; whether it did."""
        super().__init__(self.tr("Sign in through the browser"), self.tr("Sign in in the browser"), tasks, parent)
        self._browse, self._show = browse, show
        self._url = ""
        self.client_id = line(self.tr("Client ID of your school's key"), "170000000000123", self)
        self.secret = line(self.tr("Secret of the key, if there is one"), "", self, hidden=True)
        self.without_key = TextButton(
            self.tr("My school has given me no key…"), self, icon=icon("circle-question-mark")
        )
        self.again = TextButton(self.tr("Open the page again"), self, icon=icon("external-link"))
        self.copy = TextButton(self.tr("Copy its address"), self, icon=icon("copy"))
        self.stop_button = TextButton(self.tr("Stop waiting"), self)
        self._lay_out()
        for field in self.fields():
            field.textEdited.connect(self.allow)
        self.join.clicked.connect(self._sign_in)
        self.again.clicked.connect(self._open)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._url))
        self.stop_button.clicked.connect(self.stop)
        self.allow()

    def fields(self) -> tuple[QLineEdit, ...]:
        """Address and key."""
        return (self.address, self.client_id, self.secret)

    def show_key(self, key: SchoolKey) -> None:
        """The key that was used the last time."""
        self.client_id.setText(key.client_id)
        self.secret.setText(key.secret)
        self.allow()

    def allow(self) -> None:
        """Only what can be done is enabled."""
        filled = bool(self.address.text().strip() and self.client_id.text().strip())
        self.join.setEnabled(filled and not self.is_waiting)
        for part in (self.again, self.copy):
            part.setVisible(self.is_waiting and bool(self._url))
        self.stop_button.setVisible(self.is_waiting)
        self.join.setVisible(not self.is_waiting)
        super().allow()

    def refused(self) -> None:
        """The button has the cursor: most of what goes wrong here is a page that was closed."""
        self.join.setFocus()

    def _sign_in(self) -> None:
        try:
            origin, key = self.origin(), school_key(self.client_id.text(), self.secret.text())
        except UserError as error:
            self.show_error(error)
            return
        self._url = ""
        self.busy.setText(self.tr("Asking Canvas…"))
        self.ask(lambda: self._browse(origin, key, self._wait_for))

    def _wait_for(self, url: str) -> None:
        """The page is wanted: open it, and say what to do there."""
        self._url = url
        self._open()
        self.allow()
        self.again.setFocus()

    def _open(self) -> None:
        is_open = self._show(self._url, self.origin())
        self.busy.setText(
            self.tr("Your school's page is open in the browser. Sign in there and choose “Authorize”; this page waits.")
            if is_open
            else self.tr("The browser could not be opened. Copy the address, open it in a browser, and sign in there.")
        )

    def _lay_out(self) -> None:
        self.note(self.tr("You sign in on your school's own page. Quizwright never sees your password."))
        self.put_gap()
        for field in self.fields():
            self.put_field(field)
        self.note(self.tr("Your school's IT has both. They are kept in the keychain of this computer, in no file."))
        self.put_button(self.without_key)
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.busy)
        row = QHBoxLayout()
        row.setSpacing(Gap.SMALL)
        for button in (self.again, self.copy):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.put_buttons(self.stop_button, self.join)

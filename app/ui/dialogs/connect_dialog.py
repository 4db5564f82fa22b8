"""Connect to Canvas in three ways, or try the Practice Canvas; one page at a time."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from app.canvas.school_key import SchoolKey
from app.library.row import Account, SignInWay
from app.session.tasks import Tasks
from app.ui.connect.browser_page import Browse, BrowserPage
from app.ui.connect.file_page import FilePage
from app.ui.connect.page import Page
from app.ui.connect.school_page import SchoolPage
from app.ui.connect.sign_in_page import SignInPage
from app.ui.connect.token_page import Paste, TokenPage
from app.ui.connect.ways_page import WaysPage
from app.ui.theme import Gap, control_height


class ConnectDialog(QDialog):
    """Stays open until Canvas has answered; closing it gives up the attempt."""

    practice_wanted = Signal()
    export_wanted = Signal()
    save_wanted = Signal(str)

    def __init__(
        self, paste: Paste, browse: Browse, tasks: Tasks, parent: QWidget, *, can_export: bool = False
    ) -> None:
        """`can_export` tells whether there is a quiz that can be handed over as a file."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Connect to Canvas"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(control_height() * 18)
        self.ways = WaysPage(self)
        self.by_browser = BrowserPage(browse, tasks, self)
        self.by_token = TokenPage(paste, tasks, self)
        self.by_file = FilePage(self)
        self.school = SchoolPage(self)
        self.pages: tuple[Page, ...] = (self.ways, self.by_browser, self.by_token, self.by_file, self.school)
        self.page: Page = self.ways
        self.by_file.show_quiz(can_export=can_export)
        self._lay_out()
        self._listen()
        self.turn_to(self.ways)

    def turn_to(self, page: Page) -> None:
        """Show another page; an address that was typed is on it already."""
        if isinstance(self.page, SignInPage):
            self._take_address(self.page.address.text())
        if page is self.school:
            self.school.show_request(self.by_browser.address.text())
        self.page = page
        for one in self.pages:
            one.setVisible(one is page)
        page.enter()
        self.resize(self.sizeHint())  # else Qt takes two thirds of the screen at most

    def sign_in_again(self, account: Account, key: SchoolKey | None) -> None:
        """Begin where somebody was signed in before: in the same way, and with the same key where it is still known."""
        self._take_address(account.origin)
        if key is not None:
            self.by_browser.show_key(key)
        if account.way is SignInWay.BROWSER:
            self.turn_to(self.by_browser)
            (self.by_browser.client_id if key is None else self.by_browser.join).setFocus()
        elif account.way is not SignInWay.NONE:
            self.turn_to(self.by_token)
            self.by_token.token.setFocus()

    def _take_address(self, address: str) -> None:
        for page in (self.by_token, self.by_browser):
            page.address.setText(address)

    def _listen(self) -> None:
        ways = self.ways
        ways.browser.clicked.connect(lambda: self.turn_to(self.by_browser))
        ways.token.clicked.connect(lambda: self.turn_to(self.by_token))
        ways.file.clicked.connect(lambda: self.turn_to(self.by_file))
        ways.practice.clicked.connect(self._practise)
        ways.later.clicked.connect(self.reject)
        for one in (self.by_browser, self.by_token, self.by_file):
            one.back.clicked.connect(lambda: self.turn_to(self.ways))
        self.by_browser.without_key.clicked.connect(lambda: self.turn_to(self.school))
        self.school.back.clicked.connect(lambda: self.turn_to(self.by_browser))
        self.school.save.clicked.connect(lambda: self.save_wanted.emit(self.school.text.toPlainText()))
        self.by_file.export.clicked.connect(self._export)
        for shown in self.pages:
            shown.grown.connect(self._grow)
        for page in (self.by_browser, self.by_token):
            page.done.connect(self.accept)
            page.back.clicked.connect(page.stop)
            self.finished.connect(page.give_up)

    def _practise(self) -> None:
        self.accept()
        self.practice_wanted.emit()

    def _export(self) -> None:
        self.accept()
        self.export_wanted.emit()

    def _lay_out(self) -> None:
        """With large text on a small screen the page scrolls."""
        scroll = QScrollArea(self)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take it
        scroll.setWidgetResizable(True)
        inside = QWidget(scroll)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.LARGE)
        self._column.setSpacing(0)
        for page in self.pages:
            self._column.addWidget(page)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _grow(self) -> None:
        """Make room for lines that were added, which a dialog does not see; never smaller under the mouse."""
        if self.isVisible():
            for layout in (self.page.column, self._column):  # each would else learn of it one turn of the loop later
                layout.invalidate()
                layout.activate()
            self.resize(self.width(), max(self.height(), self.sizeHint().height()))

    def sizeHint(self) -> QSize:
        """As high as the page, where the screen has the room."""
        width = max(self.minimumWidth(), self.width() if self.isVisible() else 0)
        room = self.screen().availableGeometry().height() - 2 * Gap.PAGE
        return QSize(width, min(self._column.totalHeightForWidth(width), room))

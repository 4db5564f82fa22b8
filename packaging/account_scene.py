"""The scenes of signing in: the three ways, what goes wrong, the accounts, and a token that ends."""

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from stage import NOW, Stage, until

from app.library import linking
from app.library.row import SignInWay
from app.sandbox import developer_key
from app.ui.dialogs.accounts_dialog import AccountsDialog
from app.ui.dialogs.connect_dialog import ConnectDialog

SCHOOL = "canvas.uni.example.edu"
_DAY = 86_400


class _NoBrowser(QObject):
    """Takes the pages that would be opened on the screen of whoever draws the gallery."""

    @Slot(QUrl)
    def open(self, _url: QUrl) -> None:
        """Shown to nobody."""


_NO_BROWSER = _NoBrowser()


async def ways(stage: Stage) -> None:
    """How to begin."""
    _opened(stage)


async def browser(stage: Stage) -> None:
    """What the school's key is asked for."""
    dialog = _opened(stage)
    dialog.ways.browser.click()


async def browser_waiting(stage: Stage) -> None:
    """The page is open in the browser."""
    QDesktopServices.setUrlHandler("https", _NO_BROWSER, "open")  # type: ignore[arg-type]  # the stubs want bytes
    dialog = _opened(stage)
    dialog.ways.browser.click()
    page = dialog.by_browser
    page.address.setText(SCHOOL)
    page.client_id.setText(developer_key.PUBLIC.client_id)
    page.allow()
    page.join.click()
    await until(page.again.isVisible, "a page in the browser")
    QDesktopServices.unsetUrlHandler("https")


async def browser_refused(stage: Stage) -> None:
    """What was typed is no key."""
    dialog = _opened(stage)
    dialog.ways.browser.click()
    page = dialog.by_browser
    page.address.setText(SCHOOL)
    page.client_id.setText("Quizwright")
    page.allow()
    page.join.click()


async def school(stage: Stage) -> None:
    """What the school's IT is asked for, copied."""
    dialog = _opened(stage)
    dialog.ways.browser.click()
    dialog.by_browser.address.setText(SCHOOL)
    dialog.by_browser.without_key.click()
    dialog.school.copy.click()


async def token(stage: Stage) -> None:
    """Four steps."""
    dialog = _opened(stage)
    dialog.ways.token.click()


async def token_refused(stage: Stage) -> None:
    """Nobody answers there."""
    dialog = _opened(stage)
    dialog.ways.token.click()
    page = dialog.by_token
    page.address.setText("127.0.0.1:9")
    page.token.setText("wrong")
    page.allow()
    page.join.click()
    await until(page.trouble.isVisible, "a refusal")


async def file(stage: Stage) -> None:
    """A file in place of a connection."""
    stage.window.library.table.select(stage.id_of("Cell biology, week 3"))
    dialog = _opened(stage)
    dialog.ways.file.click()


async def accounts(stage: Stage) -> None:
    """Several, each signed in in its own way."""
    stage.window.show_home()
    library = stage.workspace.library
    ways = (
        ("https://canvas.uni.example.edu", "Kim Colleague", SignInWay.TOKEN, NOW + 5 * _DAY),
        ("https://college.example.org", "Robin Teacher", SignInWay.NONE, None),
    )

    def add() -> None:
        with library.transaction() as db:
            linking.note_sign_in(db, stage.workspace.accounts()[0].id, SignInWay.BROWSER)
            for number, (origin, name, way, ends_at) in enumerate(ways, 20):
                made = linking.account_for(db, kind="canvas", origin=origin, user_id=str(number), user_name=name)
                linking.note_sign_in(db, made.id, way, ends_at)

    await stage.workspace.writer.run(add)
    stage.workspace.rows_changed.emit()
    stage.window.canvas.accounts.show()
    dialog = next(one for one in stage.window.findChildren(AccountsDialog) if one.isVisible())
    await until(lambda: dialog.list.count() == len(stage.workspace.accounts()), "the accounts")


async def token_ends(stage: Stage) -> None:
    """The line at the bottom tells it."""
    stage.window.show_home()
    await until(lambda: bool(stage.window.status.token_text), "the end of a token")


async def no_accounts(stage: Stage) -> None:
    """Nobody has connected yet."""
    stage.window.canvas.accounts.show()


def _opened(stage: Stage) -> ConnectDialog:
    stage.window.show_home()
    stage.window.commands["connect"].trigger()
    return next(dialog for dialog in stage.window.findChildren(ConnectDialog) if dialog.isVisible())

"""The accounts of a person: shown with who and how and what for, named, disconnected, removed; two on one Canvas."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMessageBox, QPushButton, QWidget

from app.library.linked import linked_courses
from app.library.row import Account, SignInWay
from app.sandbox import developer_key
from app.sandbox.server import SandboxServer
from app.secrets import SessionStore
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.ui.dialogs.accounts_dialog import AccountsDialog
from app.ui.dialogs.connect_dialog import ConnectDialog
from app.ui.main_window import MainWindow
from app.ui.two_line_delegate import NOTE
from tests.support.browser import Browser
from tests.support.coroutine import run_in_loop, until
from tests.support.system_browser import system_browser

Make = Callable[..., str]
SECRET = developer_key.SECRET


@pytest.fixture
def sandbox() -> Iterator[SandboxServer]:
    with SandboxServer() as running:
        yield running


@pytest.fixture
def browser() -> Iterator[Browser]:
    with system_browser(Browser()) as opened:
        yield opened


def shown(window: MainWindow, kind: type[QWidget]) -> list[QWidget]:
    return [found for found in window.findChildren(kind) if found.isVisible()]


def accounts_of(window: MainWindow) -> AccountsDialog:
    window.commands["accounts"].trigger()
    (dialog,) = shown(window, AccountsDialog)
    assert isinstance(dialog, AccountsDialog)
    return dialog


def rows(dialog: AccountsDialog) -> list[tuple[str, str]]:
    items = (dialog.list.item(row) for row in range(dialog.list.count()))
    return [(item.text(), item.data(NOTE)) for item in items]


def press(window: MainWindow, verb: str) -> None:
    """Press a button of the question that is asked."""
    (box,) = shown(window, QMessageBox)
    next(button for button in box.findChildren(QPushButton) if button.text() == verb).click()


async def by_browser(window: MainWindow, sandbox: SandboxServer) -> Account:
    window.commands["connect"].trigger()
    (dialog,) = shown(window, ConnectDialog)
    assert isinstance(dialog, ConnectDialog)
    dialog.ways.browser.click()
    page = dialog.by_browser
    for field, text in ((page.address, sandbox.url), (page.client_id, SECRET.client_id), (page.secret, SECRET.secret)):
        field.setText(text)
    page.allow()
    page.join.click()
    await until(lambda: bool(window.workspace.accounts()) and not shown(window, ConnectDialog))
    return window.workspace.accounts()[-1]


def test_two_people_on_one_canvas_are_told_apart_and_each_with_its_quizzes(
    window: MainWindow, qapp: QApplication, quiz: Make, sandbox: SandboxServer, browser: Browser
) -> None:
    leaves = quiz("Leaves")
    quiz("Roots")

    async def scenario(tasks: Tasks) -> None:
        window.run_tasks(tasks, Tokens(SessionStore()))
        robin = await by_browser(window, sandbox)
        browser.person = "3"
        await by_browser(window, sandbox)
        await window.canvas.access.session.link(leaves, robin.id, sandbox.course_id)
        dialog = accounts_of(window)
        host = sandbox.url.removeprefix("http://")
        assert rows(dialog) == [
            (f"{host} · Robin Teacher", "Signed in through the browser · 1 quiz"),
            (f"{host} · Kim Colleague", "Signed in through the browser · 0 quizzes"),
        ]
        assert dialog.used.text() == "Used by Leaves"
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        assert dialog.used.text() == "No quiz of this computer is in a course of it."
        headings = [window.library.places.item(row).text() for row in range(window.library.places.count())]
        assert f"Robin Teacher · {host}" in headings
        assert f"Kim Colleague · {host}" in headings
        dialog.close()

    run_in_loop(qapp, scenario)


def test_a_name_of_the_persons_own_is_shown_everywhere_and_given_up_again(
    window: MainWindow, qapp: QApplication, quiz: Make, sandbox: SandboxServer, browser: Browser
) -> None:
    leaves = quiz("Leaves")

    async def scenario(tasks: Tasks) -> None:
        window.run_tasks(tasks, Tokens(SessionStore()))
        account = await by_browser(window, sandbox)
        link = await window.canvas.access.session.link(leaves, account.id, sandbox.course_id)
        dialog = accounts_of(window)
        QTest.keyClick(dialog, Qt.Key.Key_F2)
        (asked,) = shown(window, QInputDialog)
        line = asked.findChild(QLineEdit)
        assert line is not None
        line.selectAll()
        QTest.keyClicks(line, "My school")
        QTest.keyClick(line, Qt.Key.Key_Return)
        await until(lambda: rows(dialog)[0][0] == "My school · Robin Teacher")
        assert window.library.bar.account.toolTip() == "Canvas: My school"
        assert window.library.places.item(1).text() == "My school"
        (linked,) = linked_courses(window.workspace.reader.db, leaves)
        assert (linked.account.label, linked.link) == ("My school", link)
        again = await by_browser(window, sandbox)
        assert (again.id, again.label) == (account.id, "My school")
        dialog.renamed.emit(again, "  ")
        await until(lambda: "My school" not in rows(dialog)[0][0])
        dialog.close()

    run_in_loop(qapp, scenario)


def test_who_disconnects_is_asked_signed_out_on_canvas_and_can_sign_in_again(
    window: MainWindow, qapp: QApplication, quiz: Make, sandbox: SandboxServer, browser: Browser
) -> None:
    leaves = quiz("Leaves")

    async def scenario(tasks: Tasks) -> None:
        window.run_tasks(tasks, Tokens(SessionStore()))
        account = await by_browser(window, sandbox)
        await window.canvas.access.session.link(leaves, account.id, sandbox.course_id)
        dialog = accounts_of(window)
        dialog.disconnect_button.click()
        press(window, "Cancel")
        assert ("DELETE", "/login/oauth2/token", 200) not in sandbox.core.requests
        dialog.disconnect_button.click()
        press(window, "Disconnect")
        await until(lambda: rows(dialog)[0][1] == "Not signed in · 1 quiz")
        assert ("DELETE", "/login/oauth2/token", 200) in sandbox.core.requests
        assert "Canvas has taken back its permission" in window.notice_bar.text.text()
        assert not dialog.disconnect_button.isEnabled()
        assert dialog.again.text() == "Sign in…"
        dialog.again.click()
        await until(lambda: bool(shown(window, ConnectDialog)))
        (again,) = shown(window, ConnectDialog)
        assert isinstance(again, ConnectDialog)
        assert (again.page, again.by_token.address.text()) == (again.ways, sandbox.url)
        again.close()
        dialog.close()

    run_in_loop(qapp, scenario)
    assert window.workspace.accounts()[0].way is SignInWay.NONE


def test_a_removed_account_is_gone_on_both_sides_and_its_quizzes_stay(
    window: MainWindow, qapp: QApplication, quiz: Make, sandbox: SandboxServer, browser: Browser
) -> None:
    leaves = quiz("Leaves")
    store = SessionStore()

    async def scenario(tasks: Tasks) -> None:
        window.run_tasks(tasks, Tokens(store))
        account = await by_browser(window, sandbox)
        link = await window.canvas.access.session.link(leaves, account.id, sandbox.course_id)
        await window.canvas.access.session.run(link)
        dialog = accounts_of(window)
        QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
        (box,) = shown(window, QMessageBox)
        assert isinstance(box, QMessageBox)
        assert "1 quiz stays on this computer and on Canvas" in box.informativeText()
        press(window, "Remove account")
        await until(lambda: dialog.list.count() == 0)
        assert dialog.none.isVisible()
        assert store.get(account.id) is None
        await until(lambda: ("DELETE", "/login/oauth2/token", 200) in sandbox.core.requests)
        dialog.close()

    run_in_loop(qapp, scenario)
    (row,) = window.workspace.rows()
    assert (row.id, row.link_id, window.workspace.accounts()) == (leaves, None, [])
    assert "Leaves" in [one["title"] for one in sandbox.core.quizzes("1")]


def test_canvas_out_of_reach_is_told_and_the_account_goes_all_the_same(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer, browser: Browser
) -> None:
    async def scenario(tasks: Tasks) -> None:
        window.run_tasks(tasks, Tokens(SessionStore()))
        await by_browser(window, sandbox)
        sandbox.stop()
        dialog = accounts_of(window)
        dialog.remove.click()
        press(window, "Remove account")
        await until(lambda: dialog.list.count() == 0)
        await until(lambda: "could not be told" in window.notice_bar.text.text())
        assert "Approved Integrations" in window.notice_bar.text.text()
        dialog.close()

    run_in_loop(qapp, scenario)


def test_a_sign_in_that_ended_is_told_until_somebody_signs_in_again(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer, browser: Browser
) -> None:
    async def scenario(tasks: Tasks) -> None:
        window.run_tasks(tasks, Tokens(SessionStore()))
        account = await by_browser(window, sandbox)
        sandbox.core.end_access()
        sandbox.core.set_fault("refresh-revoked", 1)
        await until(lambda: bool(window.workspace.courses()))
        places, course = window.library.places, window.workspace.courses()[0].name
        row = next(row for row in range(places.count()) if places.item(row).text() == course)
        places.setCurrentRow(row)
        window.commands["refresh_course"].trigger()
        await until(lambda: "no longer signed in" in window.notice_bar.text.text())
        await until(lambda: "no longer signed in" in window.status.token_text)
        dialog = accounts_of(window)
        assert rows(dialog)[0][1].startswith("No longer signed in")
        dialog.close()
        sandbox.core.set_fault("refresh-revoked", 0)
        window.notice_bar.act.click()
        await until(lambda: bool(shown(window, ConnectDialog)))
        (again,) = shown(window, ConnectDialog)
        assert isinstance(again, ConnectDialog)
        again.by_browser.join.click()
        await until(lambda: window.status.token_text == "")
        assert [one.id for one in window.workspace.accounts()] == [account.id]

    run_in_loop(qapp, scenario)

"""Signing in through the browser from the window: its page is opened, a person answers it, the window goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from app.library.row import SignInWay
from app.sandbox import developer_key
from app.sandbox.server import SandboxServer
from app.secrets import SessionStore
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.ui.connect.browser_page import BrowserPage
from app.ui.dialogs.connect_dialog import ConnectDialog
from app.ui.main_window import MainWindow
from tests.support.browser import Browser
from tests.support.coroutine import run_in_loop, until
from tests.support.system_browser import system_browser

PUBLIC, SECRET = developer_key.PUBLIC, developer_key.SECRET


@pytest.fixture
def sandbox() -> Iterator[SandboxServer]:
    with SandboxServer() as running:
        yield running


@pytest.fixture
def browser() -> Iterator[Browser]:
    with system_browser(Browser()) as opened:
        yield opened


def opened(window: MainWindow, tasks: Tasks) -> BrowserPage:
    """The page of that way, reached with the keyboard."""
    window.run_tasks(tasks, Tokens(SessionStore()))
    window.commands["connect"].trigger()
    dialog = next(found for found in window.findChildren(ConnectDialog) if found.isVisible())
    QTest.keyClick(dialog.ways.browser, Qt.Key.Key_Return)
    return dialog.by_browser


def fill(page: BrowserPage, address: str, client_id: str, secret: str = "") -> None:
    """Type what the school gave, and press Enter."""
    QTest.keyClicks(page.address, address)
    QTest.keyClicks(page.client_id, client_id)
    QTest.keyClicks(page.secret, secret)
    QTest.keyClick(page.secret, Qt.Key.Key_Return)


@pytest.mark.parametrize("key", [PUBLIC, SECRET], ids=["public", "secret"])
def test_who_answers_in_the_browser_is_signed_in_and_sees_the_courses(
    window: MainWindow,
    qapp: QApplication,
    sandbox: SandboxServer,
    browser: Browser,
    key: developer_key.DeveloperKey,
) -> None:
    async def scenario(tasks: Tasks) -> None:
        page = opened(window, tasks)
        fill(page, sandbox.url, key.client_id, key.secret)
        await until(window.notice_bar.isVisible)
        assert window.notice_bar.text.text().startswith("Connected to Canvas as Robin Teacher.")
        await until(lambda: window.library.places.count() > 2)
        await until(lambda: not any(one.isVisible() for one in window.findChildren(ConnectDialog)))

    run_in_loop(qapp, scenario)
    (account,) = window.workspace.accounts()
    assert (account.origin, account.way) == (sandbox.url, SignInWay.BROWSER)
    assert "code_challenge_method=S256" in browser.opened[0]
    assert (key.secret or "no secret") not in browser.opened[0]
    assert "go back to Quizwright" in browser.seen[0].text


def test_who_says_no_in_the_browser_reads_that_nothing_has_changed_and_can_try_again(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer, browser: Browser
) -> None:
    async def scenario(tasks: Tasks) -> None:
        page = opened(window, tasks)
        browser.answer = "deny"
        fill(page, sandbox.url, PUBLIC.client_id)
        await until(page.trouble.isVisible)
        assert "You did not let Quizwright in" in page.trouble.words.text()
        assert page.client_id.text() == PUBLIC.client_id
        await until(page.join.isVisible)
        browser.answer = "accept"
        QTest.keyClick(page.join, Qt.Key.Key_Return)
        await until(lambda: len(window.workspace.accounts()) == 1)
        await until(window.notice_bar.isVisible)

    run_in_loop(qapp, scenario)


def test_while_the_page_is_open_it_can_be_opened_again_copied_and_given_up(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer, browser: Browser
) -> None:
    browser.answer = "nothing yet"

    async def scenario(tasks: Tasks) -> None:
        page = opened(window, tasks)
        fill(page, sandbox.url, PUBLIC.client_id)
        await until(page.again.isVisible)
        assert "open in the browser" in page.busy.text()
        assert (page.again.hasFocus(), page.address.isReadOnly(), page.join.isVisible()) == (True, True, False)
        page.copy.click()
        assert QGuiApplication.clipboard().text() == browser.opened[0]
        page.again.click()
        assert browser.opened[0] == browser.opened[1]
        page.stop_button.click()
        await until(page.join.isVisible)
        assert (page.busy.isVisible(), page.again.isVisible(), page.address.isReadOnly()) == (False, False, False)
        assert not tasks.titles
        page.window().close()

    run_in_loop(qapp, scenario)
    assert window.workspace.accounts() == []


def test_closing_the_dialog_gives_up_the_page_that_is_open(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer, browser: Browser
) -> None:
    browser.answer = "nothing yet"

    async def scenario(tasks: Tasks) -> None:
        page = opened(window, tasks)
        fill(page, sandbox.url, PUBLIC.client_id)
        await until(page.again.isVisible)
        QTest.keyClick(page, Qt.Key.Key_Escape)
        await until(lambda: tasks.titles == ())

    run_in_loop(qapp, scenario)
    assert window.workspace.accounts() == []


@pytest.mark.parametrize(
    ("client_id", "secret", "said"),
    [
        ("quizwright", "", "A client ID is a long number"),
        ("10000000000099", "", "does not accept your school's key"),
        (SECRET.client_id, "wrong", "does not accept your school's key"),
    ],
    ids=["no number", "unknown", "wrong secret"],
)
def test_a_key_that_is_none_is_said_in_place_and_stays_to_be_mended(
    window: MainWindow,
    qapp: QApplication,
    sandbox: SandboxServer,
    browser: Browser,
    client_id: str,
    secret: str,
    said: str,
) -> None:
    async def scenario(tasks: Tasks) -> None:
        page = opened(window, tasks)
        fill(page, sandbox.url, client_id, secret)
        if client_id == "10000000000099":  # Canvas says it on its own page: the person reads it there and goes back
            await until(lambda: bool(browser.seen))
            assert "unknown client" in browser.seen[0].text
            page.stop_button.click()
            await until(page.join.isVisible)
        else:
            await until(page.trouble.isVisible)
            assert said in page.trouble.words.text()
        assert page.client_id.text() == client_id
        page.window().close()

    run_in_loop(qapp, scenario)
    assert window.workspace.accounts() == []


def test_a_school_without_a_key_gets_a_page_for_its_it_that_names_its_canvas(
    window: MainWindow, qapp: QApplication
) -> None:
    async def scenario(tasks: Tasks) -> None:
        page = opened(window, tasks)
        QTest.keyClicks(page.address, "canvas.uni.example.edu")
        page.without_key.click()
        dialog = page.window()
        assert isinstance(dialog, ConnectDialog)
        dialog.school.copy.click()
        copied = QGuiApplication.clipboard().text()
        assert "Quizwright on https://canvas.uni.example.edu" in copied
        for address in developer_key.PUBLIC.addresses:
            assert address in copied
        assert dialog.school.copied.isVisible()
        dialog.school.back.click()
        assert (page.isVisible(), page.address.text()) == (True, "canvas.uni.example.edu")
        dialog.close()

    run_in_loop(qapp, scenario)


def test_an_address_that_was_typed_goes_along_to_the_other_way(window: MainWindow, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        page = opened(window, tasks)
        QTest.keyClicks(page.address, "canvas.uni.example.edu")
        page.back.click()
        dialog = page.window()
        assert isinstance(dialog, ConnectDialog)
        dialog.ways.token.click()
        assert dialog.by_token.address.text() == "canvas.uni.example.edu"
        assert dialog.by_token.open_page.isEnabled()
        dialog.close()

    run_in_loop(qapp, scenario)


def test_the_page_for_the_it_is_saved_as_a_text_and_a_place_that_cannot_be_written_is_told(
    window: MainWindow, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario(tasks: Tasks) -> None:
        page = opened(window, tasks)
        page.without_key.click()
        dialog = page.window()
        assert isinstance(dialog, ConnectDialog)
        text, file = dialog.school.text.toPlainText(), tmp_path / "key.txt"
        window.canvas.access.connecting.save(dialog, text, file)
        await until(lambda: dialog.school.copied.text() == "Saved as key.txt.")
        assert file.read_text(encoding="utf-8") == text
        window.canvas.access.connecting.save(dialog, text, file / "key.txt")
        await until(lambda: "Saved" not in dialog.school.copied.text())
        assert "key.txt" in dialog.school.copied.text()
        dialog.close()

    run_in_loop(qapp, scenario)


def test_what_went_wrong_is_read_without_scrolling(window: MainWindow, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        page = opened(window, tasks)
        fill(page, "canvas.uni.example.edu", "Quizwright")
        assert page.trouble.words.text().startswith("A client ID is a long number; “Quizwright” is none. It stands")
        (scroll,) = page.window().findChildren(QScrollArea)
        await until(page.isVisible)
        for _ in range(20):
            QApplication.processEvents()
        assert scroll.verticalScrollBar().maximum() == 0
        page.window().close()

    run_in_loop(qapp, scenario)

"""Connecting to a Canvas by its token, or not at all, against a real one on this computer."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QDateTime, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.sandbox.server import SandboxServer
from app.secrets import SessionStore
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.ui.connect.token_page import TokenPage
from app.ui.dialogs.connect_dialog import ConnectDialog
from app.ui.exporting.export_dialog import ExportDialog
from app.ui.main_window import MainWindow
from app.ui.token_watch import TokenWatch
from tests.support.browser import Browser
from tests.support.coroutine import run_in_loop, until
from tests.support.system_browser import system_browser

Make = Callable[..., str]


@pytest.fixture
def sandbox() -> Iterator[SandboxServer]:
    with SandboxServer() as server:
        yield server


def opened(window: MainWindow, tasks: Tasks) -> ConnectDialog:
    """The connect dialog, open at its first page."""
    window.run_tasks(tasks, Tokens(SessionStore()))
    window.commands["connect"].trigger()
    return next(found for found in window.findChildren(ConnectDialog))


def at_token(window: MainWindow, tasks: Tasks) -> TokenPage:
    """The same, with the way of the token chosen."""
    dialog = opened(window, tasks)
    dialog.ways.token.click()
    return dialog.by_token


def fill(page: TokenPage, address: str, token: str) -> None:
    """Type both, and press Enter."""
    QTest.keyClicks(page.address, address)
    QTest.keyClicks(page.token, token)
    QTest.keyClick(page.token, Qt.Key.Key_Return)


def test_a_good_token_connects_and_shows_the_courses(
    window: MainWindow, qapp: QApplication, quiz: Make, sandbox: SandboxServer
) -> None:
    quiz("Leaves")

    async def scenario(tasks: Tasks) -> None:
        fill(at_token(window, tasks), sandbox.url, sandbox.token)
        await until(lambda: window.notice_bar.isVisible())
        assert window.notice_bar.text.text().startswith("Connected to Canvas as")
        await until(lambda: window.library.places.count() > 2)

    run_in_loop(qapp, scenario)
    assert [account.origin for account in window.workspace.accounts()] == [sandbox.url]


def test_a_wrong_token_is_said_in_place_and_what_was_typed_stays(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer
) -> None:
    async def scenario(tasks: Tasks) -> None:
        page = at_token(window, tasks)
        fill(page, sandbox.url, "wrong")
        await until(page.trouble.isVisible)
        assert (page.address.text(), page.token.hasFocus()) == (sandbox.url, True)
        assert "token" in page.trouble.words.text().lower()
        page.window().close()

    run_in_loop(qapp, scenario)
    assert window.workspace.accounts() == []


def test_an_address_that_is_none_is_said_before_a_browser_opens(window: MainWindow, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        page = at_token(window, tasks)
        QTest.keyClicks(page.address, "http://uni.example.edu")
        page.open_page.click()
        assert "https" in page.trouble.words.text()
        page.window().close()

    run_in_loop(qapp, scenario)


def test_nothing_can_be_sent_before_both_are_filled(window: MainWindow, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        page = at_token(window, tasks)
        QTest.keyClicks(page.address, "uni.example.edu")
        assert not page.join.isEnabled()
        QTest.keyClicks(page.token, "x")
        assert page.join.isEnabled()
        page.window().close()

    run_in_loop(qapp, scenario)


def test_closing_gives_up_the_attempt(window: MainWindow, qapp: QApplication) -> None:
    with SandboxServer(latency_ms=60_000) as slow:

        async def scenario(tasks: Tasks) -> None:
            page = at_token(window, tasks)
            fill(page, slow.url, slow.token)
            await until(page.busy.isVisible)
            QTest.keyClick(page, Qt.Key.Key_Escape)
            await until(lambda: tasks.titles == ())

        run_in_loop(qapp, scenario)
    assert window.workspace.accounts() == []


def test_the_practice_canvas_needs_no_set_up(
    window: MainWindow, qapp: QApplication, quiz: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    quiz("Leaves")

    async def scenario(tasks: Tasks) -> None:
        opened(window, tasks).ways.practice.click()
        try:
            await until(lambda: window.library.bar.account.text() == "Practice Canvas")
            assert len(window.workspace.courses()) == 2
        finally:
            window.stop_canvas()

    run_in_loop(qapp, scenario)


def test_without_a_connection_the_open_quiz_is_handed_over_as_a_file_for_canvas(
    window: MainWindow, qapp: QApplication, quiz: Make
) -> None:
    chosen = quiz("Leaves")

    async def scenario(tasks: Tasks) -> None:
        window.open_quiz(chosen)
        dialog = opened(window, tasks)
        dialog.ways.file.click()
        assert dialog.by_file.none.isHidden()
        dialog.by_file.export.click()
        await until(lambda: any(one.isVisible() for one in window.findChildren(ExportDialog)))
        export = next(one for one in window.findChildren(ExportDialog) if one.isVisible())
        assert export.form.name == "qti"
        export.close()

    run_in_loop(qapp, scenario)


def test_without_a_quiz_the_page_says_what_to_select_first(window: MainWindow, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        dialog = opened(window, tasks)
        dialog.ways.file.click()
        assert dialog.by_file.none.isVisible()
        assert not dialog.by_file.export.isEnabled()
        dialog.close()

    run_in_loop(qapp, scenario)


def test_a_token_page_has_numbered_steps_and_opens_the_page_of_that_canvas(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer
) -> None:
    async def scenario(tasks: Tasks) -> None:
        page = at_token(window, tasks)
        said = [label.text() for label in page.findChildren(QLabel)]
        assert [text[0] for text in said if text[:2] in ("1.", "2.", "3.", "4.")] == ["1", "2", "3", "4"]
        QTest.keyClicks(page.address, sandbox.url)
        with system_browser(Browser()) as browser:
            page.open_page.click()
        assert browser.opened == [f"{sandbox.url}/profile/settings#access_tokens"]
        assert page.window().focusWidget() is page.token
        page.window().close()

    run_in_loop(qapp, scenario)


def test_the_end_that_was_typed_is_told_some_days_before(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer
) -> None:
    async def scenario(tasks: Tasks) -> None:
        page = at_token(window, tasks)
        page.has_end.setChecked(True)
        page.end.setDate(QDate.currentDate().addDays(5))
        fill(page, sandbox.url, sandbox.token)
        await until(lambda: len(window.workspace.accounts()) == 1)
        await until(lambda: not any(one.isVisible() for one in window.findChildren(ConnectDialog)))
        (account,) = window.workspace.accounts()
        assert account.ends_at is not None
        assert QDateTime.fromSecsSinceEpoch(int(account.ends_at)).date() == QDate.currentDate().addDays(5)
        watch = TokenWatch(window.workspace, lambda: QDateTime.currentSecsSinceEpoch(), window.status)
        assert "ends in 5 days" in window.status.token_text
        window.status.sign_in_wanted.emit(account)
        await until(lambda: any(one.isVisible() for one in window.findChildren(ConnectDialog)))
        again = next(one for one in window.findChildren(ConnectDialog) if one.isVisible())
        assert (again.page, again.by_token.token.hasFocus()) == (again.by_token, True)
        again.close()
        watch.deleteLater()

    run_in_loop(qapp, scenario)

"""Connecting to a Canvas by its token, against a real one on this computer."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.sandbox.server import SandboxServer
from app.secrets import SessionStore
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.ui.dialogs.connect_dialog import ConnectDialog
from app.ui.main_window import MainWindow
from tests.support.coroutine import run_in_loop, until

Make = Callable[..., str]


@pytest.fixture
def sandbox() -> Iterator[SandboxServer]:
    with SandboxServer() as server:
        yield server


def opened(window: MainWindow, tasks: Tasks) -> ConnectDialog:
    """The connect dialog, open."""
    window.run_tasks(tasks, Tokens(SessionStore()))
    window.commands["connect"].trigger()
    return next(found for found in window.findChildren(ConnectDialog))


def fill(dialog: ConnectDialog, address: str, token: str) -> None:
    """Type both, and press Enter."""
    QTest.keyClicks(dialog.address, address)
    QTest.keyClicks(dialog.token, token)
    QTest.keyClick(dialog.token, Qt.Key.Key_Return)


def test_a_good_token_connects_and_shows_the_courses(
    window: MainWindow, qapp: QApplication, quiz: Make, sandbox: SandboxServer
) -> None:
    quiz("Leaves")

    async def scenario(tasks: Tasks) -> None:
        fill(opened(window, tasks), sandbox.url, sandbox.token)
        await until(lambda: window.notice_bar.isVisible())
        assert window.notice_bar.text.text().startswith("Connected to Canvas as")
        await until(lambda: window.library.places.count() > 2)

    run_in_loop(qapp, scenario)
    assert [account.origin for account in window.workspace.accounts()] == [sandbox.url]


def test_a_wrong_token_is_said_in_place_and_what_was_typed_stays(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer
) -> None:
    async def scenario(tasks: Tasks) -> None:
        dialog = opened(window, tasks)
        fill(dialog, sandbox.url, "wrong")
        await until(dialog.trouble.isVisible)
        assert (dialog.address.text(), dialog.token.hasFocus()) == (sandbox.url, True)
        assert "token" in dialog.trouble.words.text().lower()
        dialog.reject()

    run_in_loop(qapp, scenario)
    assert window.workspace.accounts() == []


def test_an_address_that_is_none_is_said_before_a_browser_opens(window: MainWindow, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        dialog = opened(window, tasks)
        QTest.keyClicks(dialog.address, "http://uni.example.edu")
        dialog.open_page.click()
        assert "https" in dialog.trouble.words.text()
        dialog.reject()

    run_in_loop(qapp, scenario)


def test_nothing_can_be_sent_before_both_are_filled(window: MainWindow, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        dialog = opened(window, tasks)
        QTest.keyClicks(dialog.address, "uni.example.edu")
        assert not dialog.join.isEnabled()
        QTest.keyClicks(dialog.token, "x")
        assert dialog.join.isEnabled()
        dialog.reject()

    run_in_loop(qapp, scenario)


def test_closing_gives_up_the_attempt(window: MainWindow, qapp: QApplication) -> None:
    with SandboxServer(latency_ms=60_000) as slow:

        async def scenario(tasks: Tasks) -> None:
            dialog = opened(window, tasks)
            fill(dialog, slow.url, slow.token)
            await until(dialog.busy.isVisible)
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            await until(lambda: tasks.titles == ())

        run_in_loop(qapp, scenario)
    assert window.workspace.accounts() == []


def test_the_practice_canvas_needs_no_set_up(
    window: MainWindow, qapp: QApplication, quiz: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    quiz("Leaves")

    async def scenario(tasks: Tasks) -> None:
        opened(window, tasks).practice.click()
        try:
            await until(lambda: window.library.bar.account.text() == "Practice Canvas")
            assert len(window.workspace.courses()) == 2
        finally:
            window.stop_canvas()

    run_in_loop(qapp, scenario)

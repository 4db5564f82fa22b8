"""Coroutines beside the window: a slow request survives menus and drags (decisions 30)."""

import asyncio
import os
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
import qasync  # type: ignore[import-untyped]
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.session.tasks import Tasks

needs_a_screen = pytest.mark.skipif(
    os.environ.get("QT_QPA_PLATFORM") == "offscreen", reason="the offscreen platform keeps no popup and no drag open"
)

Scenario = Callable[[Tasks], Coroutine[Any, Any, None]]


@contextmanager
def slow_server(release: threading.Event) -> Iterator[str]:
    """Answers each request with "done" when it is released."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            release.wait(20)
            self.send_response(200)
            self.send_header("Content-Length", "4")
            self.end_headers()
            self.wfile.write(b"done")

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


async def until(condition: Callable[[], bool]) -> None:
    while not condition():  # noqa: ASYNC110  (the one helper that waits, decisions 30)
        await asyncio.sleep(0.005)


@pytest.fixture
def errors() -> list[tuple[str, BaseException]]:
    return []


@pytest.fixture
def run(qapp: QApplication, qtbot: QtBot, errors: list[tuple[str, BaseException]]) -> Callable[[Scenario], None]:
    def in_the_loop(scenario: Scenario) -> None:
        loop = qasync.QEventLoop(qapp)
        asyncio.set_event_loop(loop)
        tasks = Tasks(lambda title, error: errors.append((title, error)))

        async def whole() -> None:
            await scenario(tasks)
            await tasks.close()

        try:
            with loop:
                loop.run_until_complete(asyncio.wait_for(whole(), 20))
        finally:
            asyncio.set_event_loop(None)

    return in_the_loop


async def fetch(url: str, into: list[str]) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        into.append((await client.get(url)).text)


@needs_a_screen
def test_a_slow_request_ends_while_a_menu_is_open(run: Callable[[Scenario], None], qtbot: QtBot) -> None:
    button, menu, got, seen = QPushButton("More"), QMenu(), list[str](), list[bool]()
    menu.addAction("Duplicate")
    button.clicked.connect(lambda: menu.exec(button.mapToGlobal(QPoint(0, button.height()))))
    qtbot.addWidget(button)
    qtbot.addWidget(menu)
    button.show()

    async def scenario(tasks: Tasks) -> None:
        release = threading.Event()
        with slow_server(release) as url:
            tasks.start(fetch(url, got), "Fetch")
            QTimer.singleShot(0, lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton))
            await until(menu.isVisible)
            release.set()
            await until(lambda: bool(got))
            seen.append(menu.isVisible())
            menu.close()

    run(scenario)
    assert (got, seen) == (["done"], [True])


class DraggingList(QListWidget):
    """Starts a drag at the press of a key, as a row's grip does at the press of the mouse."""

    dragging = False

    def drag_row(self) -> None:
        drag, data = QDrag(self), QMimeData()
        data.setText("row")
        drag.setMimeData(data)
        self.dragging = True
        drag.exec(Qt.DropAction.MoveAction)
        self.dragging = False


@needs_a_screen
def test_a_slow_request_ends_while_a_row_is_dragged(run: Callable[[Scenario], None], qtbot: QtBot) -> None:
    rows, got, seen = DraggingList(), list[str](), list[bool]()
    rows.addItems(["one", "two"])
    qtbot.addWidget(rows)
    rows.show()

    async def scenario(tasks: Tasks) -> None:
        release = threading.Event()
        with slow_server(release) as url:
            tasks.start(fetch(url, got), "Fetch")
            QTimer.singleShot(0, rows.drag_row)
            await until(lambda: rows.dragging)
            release.set()
            await until(lambda: bool(got))
            seen.append(rows.dragging)
            QTest.keyClick(rows.window().windowHandle(), Qt.Key.Key_Escape)
            await until(lambda: not rows.dragging)

    run(scenario)
    assert (got, seen) == (["done"], [True])


def test_an_error_is_told_with_what_was_being_done(
    run: Callable[[Scenario], None], errors: list[tuple[str, BaseException]]
) -> None:
    async def fail() -> None:
        raise ValueError("broken")

    async def scenario(tasks: Tasks) -> None:
        await asyncio.gather(tasks.start(fail(), "Load courses"), return_exceptions=True)

    run(scenario)
    assert [(title, str(error)) for title, error in errors] == [("Load courses", "broken")]


def test_closing_cancels_and_waits(run: Callable[[Scenario], None], errors: list[tuple[str, BaseException]]) -> None:
    ended: list[str] = []

    async def forever(started: asyncio.Event) -> None:
        try:
            started.set()
            await asyncio.Event().wait()
        finally:
            ended.append("cleaned up")

    async def scenario(tasks: Tasks) -> None:
        started = asyncio.Event()
        tasks.start(forever(started), "Sync")
        await started.wait()
        await tasks.close()
        assert ended == ["cleaned up"]
        assert tasks.titles == ()

    run(scenario)
    assert errors == []


def test_nothing_starts_after_the_close(run: Callable[[Scenario], None]) -> None:
    async def late() -> None:
        raise AssertionError("must not run")

    async def scenario(tasks: Tasks) -> None:
        await tasks.close()
        with pytest.raises(RuntimeError, match="closing"):
            tasks.start(late(), "Late")

    run(scenario)

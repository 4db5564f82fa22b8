"""What goes wrong in the world is told in the window: the thing, what happened, what to do; and nothing is lost."""

import struct
import threading
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import apsw
import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.library.errors import LibraryError
from app.library.library import Library
from app.models.questions.hot_spot import HotSpotQuestion
from app.secrets import SessionStore
from app.session.save_status import SaveKind
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.ui.dialogs.asked import tell_not_opened
from tests.e2e.conftest import OpenWindow
from tests.support.coroutine import run_in_loop, until
from tests.support.failing_disk import FailingDisk, failing_disk


def text_named_png(path: Path) -> None:
    path.write_text("no picture at all")


def truncated(path: Path) -> None:
    Image.effect_noise((600, 400), 90).save(path, "PNG")
    path.write_bytes(path.read_bytes()[:20_000])


def forty_thousand_square(path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b""))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (text_named_png, "is a text, not a picture"),
        (truncated, "is damaged"),
        (forty_thousand_square, "40000 × 40000 pixels"),
    ],
)
def test_a_picture_that_cannot_be_used_is_told_by_its_name(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    file = tmp_path / "scan.png"
    make(file)
    person = open_window()
    person.new_quiz("Maps")
    editor = person.write_hot_spot("Click Oslo.", file)
    qtbot.waitUntil(editor.drawer.message.isVisible)
    assert "scan.png" in editor.drawer.message.words.text()
    assert said in editor.drawer.message.words.text()
    entry = person.quiz.items[0].entry
    assert isinstance(entry, HotSpotQuestion)
    assert (entry.picture, entry.item_body) == (None, "<p>Click Oslo.</p>")


@pytest.fixture
def disk() -> Iterator[FailingDisk]:
    with failing_disk() as disk:
        yield disk


def test_a_full_disk_is_told_and_the_last_change_waits_in_the_window(
    open_window: OpenWindow, qtbot: QtBot, disk: FailingDisk
) -> None:
    person = open_window()
    person.new_quiz("Maps")
    space = person.window.workspace
    qtbot.waitUntil(lambda: space.status.kind is SaveKind.SAVED)
    disk.fail_after(0)
    person.write_statement("Oslo is a capital.", right=True)
    qtbot.waitUntil(lambda: space.status.kind is SaveKind.FAILED)
    assert "no space left" in str(space.status.message)
    disk.heal()
    person.write_statement("Bergen is one too.", right=False)
    qtbot.waitUntil(lambda: space.status.kind is SaveKind.SAVED)
    person = open_window()
    person.open_quiz("Maps")
    assert [item.summary.first_words for item in person.quiz.items] == ["Oslo is a capital.", "Bergen is one too."]


def test_a_library_from_the_future_is_shown_and_not_written(open_window: OpenWindow, tmp_path: Path) -> None:
    person = open_window()
    person.new_quiz("Maps")
    person.close()
    db = apsw.Connection(str(tmp_path / "library" / "library.sqlite"))
    db.pragma("user_version", 99)
    db.close()
    person = open_window()
    assert [row.title for row in person.window.workspace.rows()] == ["Maps"]
    assert "newer version of Quizwright" in str(person.window.workspace.status.message)
    assert person.window.workspace.status.kind is SaveKind.READ_ONLY
    person.close()
    with Library.open(tmp_path / "library", writing=False) as library:
        assert [row.title for row in library.quizzes()] == ["Maps"]


def test_a_library_that_is_no_database_is_told_and_left_as_it_is(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "library" / "library.sqlite"
    file.parent.mkdir()
    file.write_text("My shopping list " * 100)
    with pytest.raises(LibraryError) as refused:
        Library.open(file.parent)
    said: list[str] = []

    def read_and_close() -> None:
        box = qapp.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.extend([box.text(), box.informativeText()])
        box.close()

    QTimer.singleShot(0, read_and_close)
    tell_not_opened(refused.value)
    assert said[0] == f'"{file}" is not a Quizwright library.'
    assert "Choose another folder" in said[1]
    assert file.read_text() == "My shopping list " * 100


@pytest.fixture
def web_page() -> Iterator[str]:
    """A server that answers everything with a page, as a school's website does."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = b"<!DOCTYPE html><title>Our school</title>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_an_address_that_is_a_web_page_is_told_in_place(
    open_window: OpenWindow, qapp: QApplication, web_page: str
) -> None:
    person = open_window()

    async def scenario(tasks: Tasks) -> None:
        person.window.run_tasks(tasks, Tokens(SessionStore()))
        person.window.commands["connect"].trigger()
        dialog = person.fill_in(web_page, "7~secret")
        said = dialog.by_token.trouble
        await until(said.isVisible)
        assert "127.0.0.1" in said.words.text()
        assert "Canvas" in said.words.text()
        assert "7~secret" not in said.words.text()
        dialog.reject()

    run_in_loop(qapp, scenario)
    assert person.window.workspace.accounts() == []

"""Pages of Canvas in the browser, and a quiz that is taken from its course."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.canvas.page_address import quiz_page
from app.library import linking
from app.secrets import SessionStore
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.ui.browser import open_page
from app.ui.main_window import MainWindow
from tests.support.opened_pages import OpenedPages

ORIGIN = "https://canvas.example.edu"


def _raise(_title: str, error: BaseException) -> None:
    raise error


def linked(window: MainWindow, quiz_id: str, *, kind: str = "canvas") -> None:
    window.run_tasks(Tasks(_raise), Tokens(SessionStore()))
    with window.workspace.library.transaction() as db:
        account = linking.account_for(db, kind=kind, origin=ORIGIN, user_id="1", user_name="T")
        link = linking.link_to(db, quiz_id, account.id, "7")
        linking.note_quiz_base(db, link.id, linking.QuizBase("42", {}, {}, {}, ()))
    window.workspace.rows_changed.emit()


def test_a_quiz_is_opened_where_its_course_is(
    window: MainWindow, quiz: Callable[..., str], opened_pages: OpenedPages
) -> None:
    quiz_id = quiz("Leaves")
    assert not window.commands["open_on_canvas"].isEnabled()
    linked(window, quiz_id)
    window.open_quiz(quiz_id)
    window.commands["open_on_canvas"].trigger()
    assert opened_pages.opened == [f"{ORIGIN}/courses/7/assignments/42"]


def test_a_quiz_that_was_never_sent_has_no_page_yet(
    window: MainWindow, quiz: Callable[..., str], opened_pages: OpenedPages
) -> None:
    quiz_id = quiz("Leaves")
    window.run_tasks(Tasks(_raise), Tokens(SessionStore()))
    with window.workspace.library.transaction() as db:
        account = linking.account_for(db, kind="canvas", origin=ORIGIN, user_id="1", user_name="T")
        linking.link_to(db, quiz_id, account.id, "7")
    window.workspace.rows_changed.emit()
    window.library.select(quiz_id)
    assert window.commands["unlink"].isEnabled()
    assert not window.commands["open_on_canvas"].isEnabled()
    window.open_quiz(quiz_id)
    assert not window.commands["open_on_canvas"].isEnabled()
    window.canvas.links.open_page(quiz_id)
    assert opened_pages.opened == []
    assert "is not on Canvas yet" in window.notice_bar.text.text()


def test_the_practice_canvas_says_that_it_has_no_pages(
    window: MainWindow, quiz: Callable[..., str], opened_pages: OpenedPages
) -> None:
    quiz_id = quiz("Leaves")
    linked(window, quiz_id, kind="sandbox")
    window.open_quiz(quiz_id)
    window.commands["open_on_canvas"].trigger()
    assert opened_pages.opened == []
    assert "has no pages" in window.notice_bar.text.text()


def test_a_quiz_is_taken_from_its_course_and_put_back_by_the_notice(
    window: MainWindow, quiz: Callable[..., str], qtbot: QtBot
) -> None:
    quiz_id = quiz("Leaves")
    linked(window, quiz_id)
    window.library.select(quiz_id)
    window.commands["unlink"].trigger()
    qtbot.waitUntil(lambda: window.workspace.rows()[0].link_id is None)
    qtbot.waitUntil(lambda: window.notice_bar.undoes)
    window.notice_bar.undo()
    qtbot.waitUntil(lambda: window.workspace.rows()[0].canvas_id == "42")


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/courses/7/assignments/42",
        "http://canvas.example.edu/courses/7",
        "https://canvas.example.edu@evil.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
    ],
)
def test_nothing_else_is_ever_opened(opened_pages: OpenedPages, url: str) -> None:
    assert not open_page(url, ORIGIN)
    assert opened_pages.opened == []


def test_an_id_cannot_lead_elsewhere() -> None:
    assert quiz_page(ORIGIN, "7", "../../x?y") == f"{ORIGIN}/courses/7/assignments/..%2F..%2Fx%3Fy"

"""What is typed in a search is answered beside the window, the newest question alone."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.library.library import Library
from app.library.row import Found
from app.library.sought import Sought
from app.message import message
from app.models.quiz import NewQuiz
from app.session.searching import Searching
from app.session.worker import Worker
from app.session.workspace import Workspace
from tests.support.quiz import three_items


@pytest.fixture
def thread(qtbot: QtBot) -> Iterator[Worker]:
    thread = Worker("search")
    yield thread
    thread.close()


class Slow:
    """A search that goes on when it may, and keeps what it was asked."""

    def __init__(self) -> None:
        self.may = Event()
        self.asked: list[str] = []

    def __call__(self, sought: Sought) -> Found:
        assert current_thread() is not main_thread()
        self.asked.append(sought.text)
        assert self.may.wait(10)
        if sought.text == "bad":
            raise UserError(message("The library is damaged."))
        return Found(questions=len(sought.text))


def test_only_the_newest_question_is_answered(qtbot: QtBot, thread: Worker) -> None:
    slow, answers = Slow(), list[int]()
    searching = Searching(slow, thread)
    searching.found.connect(lambda found: answers.append(found.questions))
    for text in ("g", "gr", "gre", "gree"):
        searching.ask(Sought(text))
    slow.may.set()
    qtbot.waitUntil(lambda: searching.sought is None)
    assert (answers, slow.asked) == ([4], ["g", "gree"])


def test_what_is_not_wanted_any_more_is_not_answered(qtbot: QtBot, thread: Worker) -> None:
    slow, answers = Slow(), list[int]()
    searching = Searching(slow, thread)
    searching.found.connect(lambda found: answers.append(found.questions))
    searching.ask(Sought("green"))
    searching.drop()
    slow.may.set()
    with qtbot.waitSignal(searching.found):
        searching.ask(Sought("tree"))
    assert answers == [4]


def test_a_search_that_fails_says_so_and_the_next_one_is_answered(qtbot: QtBot, thread: Worker) -> None:
    slow = Slow()
    slow.may.set()
    searching = Searching(slow, thread)
    with qtbot.waitSignal(searching.failed):
        searching.ask(Sought("bad"))
    with qtbot.waitSignal(searching.found):
        searching.ask(Sought("good"))


def test_the_workspace_searches_its_library(qtbot: QtBot, tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library")
    library.create_quiz(NewQuiz(title="Herbarium"), three_items())
    workspace = Workspace(library)
    searching = workspace.searching()
    with qtbot.waitSignal(searching.found) as answered:
        searching.ask(Sought("green"))
    assert [hit.item_id for hit in answered.args[0].hits] == ["a"]
    workspace.close()

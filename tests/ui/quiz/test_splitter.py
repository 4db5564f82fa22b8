"""The splitter between list and editor stays where the person put it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.ui.quiz.quiz_screen import QuizScreen
from tests.support.quiz import three_items

Open = Callable[..., QuizScreen]


def drag_to(screen: QuizScreen, place: int) -> None:
    """Move the handle, as a drag does."""
    handle = screen.splitter.handle(1)
    handle.moveSplitter(place)


@pytest.fixture
def moved(open_quiz: Open) -> int:
    screen = open_quiz(*three_items())
    drag_to(screen, 400)
    assert abs(screen.panel.width() - 400) <= 1
    return screen.panel.width()


def test_the_next_quiz_has_it_there_too(moved: int, open_quiz: Open, qtbot: QtBot) -> None:
    screen = open_quiz(*three_items())
    qtbot.waitUntil(lambda: abs(screen.panel.width() - moved) <= 1)


def test_it_comes_back_after_a_narrow_window(moved: int, open_quiz: Open, qtbot: QtBot) -> None:
    screen = open_quiz(*three_items())
    screen.resize(900, 600)
    qtbot.waitUntil(lambda: screen.panel.width() < 200)
    screen.resize(1280, 800)
    qtbot.waitUntil(lambda: abs(screen.panel.width() - moved) <= 1)


def test_a_narrow_window_does_not_forget_it(moved: int, open_quiz: Open, qtbot: QtBot) -> None:
    narrow = open_quiz(*three_items(), width=900)
    qtbot.waitUntil(lambda: narrow.panel.width() < 200)
    screen = open_quiz(*three_items())
    qtbot.waitUntil(lambda: abs(screen.panel.width() - moved) <= 1)


def test_a_window_that_was_narrow_from_the_start_has_it_when_it_grows(
    moved: int, open_quiz: Open, qtbot: QtBot
) -> None:
    screen = open_quiz(*three_items(), width=900)
    qtbot.waitUntil(lambda: screen.panel.width() < 200)
    screen.resize(1280, 800)
    qtbot.waitUntil(lambda: abs(screen.panel.width() - moved) <= 1)

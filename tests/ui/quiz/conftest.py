"""A quiz screen on a real document, in an active window."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from app.session.document import Document
from app.session.notice import Notices
from app.ui.quiz.quiz_screen import QuizScreen
from tests.support.quiz import NO_PAST, three_items
from tests.support.shelf import Shelf


@pytest.fixture
def open_quiz(qtbot: QtBot, shelf: Shelf) -> Callable[..., QuizScreen]:
    def open_one(*items: Item, width: int = 1280) -> QuizScreen:
        document = Document(Quiz("q", NewQuiz(title="Leaves"), items), {})
        made = QuizScreen(document, shelf.pictures, Notices(), NO_PAST)
        document.setParent(made)
        qtbot.addWidget(made)
        made.resize(width, 800)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        return made

    return open_one


@pytest.fixture
def screen(open_quiz: Callable[..., QuizScreen]) -> QuizScreen:
    return open_quiz(*three_items())

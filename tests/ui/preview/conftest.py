"""A preview of a real quiz, in an active window; a clock and luck that the test holds."""

from collections.abc import Callable
from io import BytesIO
from random import Random

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from app.grading.deal import deal
from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from app.models.settings import QuizSettings
from app.session.document import Document
from app.session.pictures import TakenPicture
from app.ui.preview.answer_view import AnswerView
from app.ui.preview.preview_screen import PreviewScreen
from app.ui.preview.table import new_view
from tests.support.clock import Clock
from tests.support.shelf import Shelf


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def play(qtbot: QtBot, shelf: Shelf, clock: Clock) -> Callable[..., PreviewScreen]:
    def open_one(*items: Item, settings: dict[str, object] | None = None, seed: int = 1) -> PreviewScreen:
        fields = NewQuiz(title="Leaves", quiz_settings=QuizSettings.model_validate(settings or {}))
        document = Document(Quiz("q", fields, items), {})
        made = PreviewScreen(document, shelf.pictures, clock=clock, now=clock, random=Random(seed))
        document.setParent(made)
        qtbot.addWidget(made)
        made.resize(900, 700)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        made.open()
        return made

    return open_one


@pytest.fixture
def view_of(qtbot: QtBot, shelf: Shelf) -> Callable[..., AnswerView]:
    def open_one(item: Item, seed: int = 1) -> AnswerView:
        made = new_view(item, deal(item, Random(seed)), shelf.pictures)
        qtbot.addWidget(made)
        made.resize(700, made.sizeHint().height())
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        return made

    return open_one


@pytest.fixture
def picture(qtbot: QtBot, shelf: Shelf) -> str:
    """The reference of a picture that is here, twice as wide as high."""
    file, taken = BytesIO(), list[object]()
    Image.new("RGB", (400, 200), "teal").save(file, "PNG")
    shelf.pictures.take(file.getvalue(), "leaf.png", taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    [found] = taken
    assert isinstance(found, TakenPicture)
    return found.reference

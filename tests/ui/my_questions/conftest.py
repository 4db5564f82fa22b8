"""A window on a library of three quizzes: two of last year and the one that is being written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.library.library import Library
from app.models.item import Item
from app.models.quiz import NewQuiz
from app.preferences import Preferences
from app.session.notice import Notices
from app.session.workspace import Workspace
from app.ui.main_window import MainWindow
from app.ui.my_questions.my_questions_pane import MyQuestionsPane
from app.ui.quiz.quiz_screen import QuizScreen
from tests.support.quiz import choice, three_items

LEAF = choice("Which is green?", "leaf", "bark")


@dataclass
class Search:
    """The panel in the quiz "New", and a person's hands."""

    window: MainWindow
    screen: QuizScreen
    qtbot: QtBot

    @property
    def pane(self) -> MyQuestionsPane:
        return self.screen.taking.pane

    def look_for(self, words: str, count: int) -> None:
        """Type words into the search, and wait for so many questions."""
        self.pane.search.clear()
        QTest.keyClicks(self.pane.search, words)
        rows = self.pane.list
        self.qtbot.waitUntil(
            lambda: [words in rows.item(row).text().casefold() for row in range(rows.count())] == [True] * count
        )
        self.qtbot.waitUntil(lambda: self.pane.view.item is not None and self._shown_id() == self.pane.view.item.id)

    def _shown_id(self) -> str:
        hit = self.pane.list.hit
        return hit.item_id if hit is not None else ""

    def press(self, key: Qt.Key) -> None:
        """Press a key in the list."""
        QTest.keyClick(self.pane.list, key)

    def texts(self) -> list[str]:
        """The first words of the questions of the open quiz."""
        return [item.summary.first_words for item in self.screen.document.quiz.items]

    def notes(self) -> list[str]:
        """The second line of each row."""
        return [
            str(self.pane.list.item(row).data(Qt.ItemDataRole.UserRole + 1)) for row in range(self.pane.list.count())
        ]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """An empty library; the window closes it."""
    return Library.open(tmp_path / "library")


@pytest.fixture
def open_panel(qtbot: QtBot, tmp_path: Path, library: Library) -> Iterator[Callable[..., Search]]:
    """Opens the panel in a new quiz that has these questions."""
    spaces: list[Workspace] = []

    def open_one(*items: Item) -> Search:
        library.create_quiz(NewQuiz(title="Midterm 2024"), three_items())
        library.create_quiz(NewQuiz(title="Final 2024"), [Item.of(LEAF, id="x", points=5)])
        quiz = library.create_quiz(NewQuiz(title="New"), items)
        space = Workspace(library)
        spaces.append(space)
        made = MainWindow(space, Notices(), Preferences(tmp_path / "preferences.json"), lambda: 1.7e9, lambda: None)
        qtbot.addWidget(made)
        made.resize(1280, 800)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        made.open_quiz(quiz.id)
        screen = made.pages.quiz
        assert screen is not None
        made.commands["from_my_questions"].trigger()
        return Search(made, screen, qtbot)

    yield open_one
    for space in spaces:
        space.close()

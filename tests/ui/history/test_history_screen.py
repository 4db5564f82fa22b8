"""The history of a quiz, over a real library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.library.library import Library
from app.models.quiz import NewQuiz
from app.session.document import Document
from app.session.edit import Edit
from app.session.workspace import Workspace
from app.ui.history.history_screen import HistoryScreen
from app.ui.two_line_delegate import NOTE
from tests.support.quiz import three_items


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace(Library.open(tmp_path / "library"))
    yield made
    made.close()


@pytest.fixture
def document(workspace: Workspace) -> Document:
    """A quiz of three questions, of which the second was deleted later."""
    quiz = workspace.library.create_quiz(NewQuiz(title="Leaves"), three_items())
    document = workspace.open(quiz.id)
    document.delete_items({"b"}, "Delete question")
    workspace.autosave(quiz.id).finish()
    return document


@pytest.fixture
def screen(document: Document, workspace: Workspace, qtbot: QtBot) -> HistoryScreen:
    made = HistoryScreen(document, workspace.past(document.id))
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.show_versions()
    return made


def lines(screen: HistoryScreen) -> list[str]:
    rows = [screen.differences.item(row) for row in range(screen.differences.count())]
    return [f"{row.text()} – {row.data(NOTE)}" for row in rows]


def test_every_version_is_listed_the_newest_first(screen: HistoryScreen) -> None:
    newest = screen.versions.item(0)
    assert (newest.text(), newest.data(NOTE)) == ("Delete question", "just now")
    assert screen.versions.count() == 2
    assert screen.heading.text() == "This is the quiz as it is now"


def test_an_older_version_says_what_differs(screen: HistoryScreen) -> None:
    screen.versions.setCurrentRow(1)
    assert lines(screen) == ["Leaves breathe. – Deleted since"]
    assert "Leaves breathe." in screen.before.words.text()
    assert screen.after.words.text() == "–"


def test_one_question_is_put_back_and_that_is_undone(screen: HistoryScreen, document: Document) -> None:
    screen.versions.setCurrentRow(1)
    screen.restore_one.click()
    assert [item.id for item in document.quiz.items] == ["a", "b", "c"]
    assert screen.heading.text() == "This is the quiz as it is now"
    document.undo_stack.undo()
    assert [item.id for item in document.quiz.items] == ["a", "c"]


def test_the_whole_quiz_is_put_back_in_one_step(screen: HistoryScreen, document: Document) -> None:
    document.edit_fields(document.quiz.fields.replaced(title="Roots"), Edit("Title"))
    screen.versions.setCurrentRow(1)
    assert lines(screen)[0] == "The quiz itself – Title, instructions, tags or settings are others now"
    screen.restore_all.click()
    assert (document.quiz.title, len(document.quiz.items)) == ("Leaves", 3)
    assert document.undo_stack.undoText() == "Put the quiz back"


def test_what_concerns_no_question_cannot_be_put_back_alone(screen: HistoryScreen, document: Document) -> None:
    document.edit_fields(document.quiz.fields.replaced(title="Roots"), Edit("Title"))
    screen.versions.setCurrentRow(1)
    screen.differences.setCurrentRow(0)
    assert not screen.restore_one.isEnabled()

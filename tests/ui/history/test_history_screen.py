"""The history of a quiz, over a real library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.library.library import Library
from app.models.local import QuizLocal
from app.models.questions.choice import ChoiceQuestion
from app.models.quiz import NewQuiz
from app.models.settings import QuizSettings
from app.session.document import Document
from app.session.edit import Edit
from app.session.workspace import Workspace
from app.ui.history.history_screen import HistoryScreen
from app.ui.two_line_delegate import NOTE
from tests.support.graded import hot_spot
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
    made = HistoryScreen(document, workspace.shelf, workspace.past(document.id))
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.show_versions()
    return made


def lines(screen: HistoryScreen) -> list[str]:
    rows = [screen.differences.item(row) for row in range(screen.differences.count())]
    return [f"{row.text()} – {row.data(NOTE)}" for row in rows]


def sides(screen: HistoryScreen) -> tuple[str, str]:
    return screen.detail.before.toPlainText(), screen.detail.after.toPlainText()


def test_every_version_is_listed_the_newest_first(screen: HistoryScreen) -> None:
    newest = screen.versions.item(0)
    assert (newest.text(), newest.data(NOTE)) == ("Delete question", "just now")
    assert screen.versions.count() == 2
    assert screen.heading.text() == "This is the quiz as it is now"


def test_an_older_version_says_what_differs(screen: HistoryScreen) -> None:
    screen.versions.setCurrentRow(1)
    assert lines(screen) == ["Leaves breathe. – Deleted since"]
    assert sides(screen) == ("Leaves breathe.\n✓ True\n○ False\nPoints\n2", "–")


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
    assert lines(screen)[0] == "The quiz itself – Changed since: title"
    screen.restore_all.click()
    assert (document.quiz.title, len(document.quiz.items)) == ("Leaves", 3)
    assert document.undo_stack.undoText() == "Put the quiz back"


def test_what_concerns_no_question_cannot_be_put_back_alone(screen: HistoryScreen, document: Document) -> None:
    document.edit_fields(document.quiz.fields.replaced(title="Roots"), Edit("Title"))
    screen.versions.setCurrentRow(1)
    screen.differences.setCurrentRow(0)
    assert not screen.restore_one.isEnabled()


def test_what_changed_of_a_question_is_named_and_marked(screen: HistoryScreen, document: Document) -> None:
    item = document.quiz.item("a")
    entry = item.entry
    assert isinstance(entry, ChoiceQuestion)
    document.edit_item(item.with_entry(entry.replaced(item_body="<p>Which is brown?</p>")).with_points(4), Edit("Text"))
    screen.versions.setCurrentRow(1)
    assert lines(screen)[0] == "Which is green? – Changed since: points, question text"
    assert sides(screen) == (
        "Which is green?\n✓ leaf\n○ bark\nPoints\n1",
        "Which is brown?\n✓ leaf\n○ bark\nPoints\n4",
    )
    assert screen.detail.before.marked == ["green", "1"]
    assert screen.detail.after.marked == ["brown", "4"]


def test_settings_and_another_order_are_shown_in_words(screen: HistoryScreen, document: Document) -> None:
    settings = QuizSettings(
        shuffle_questions=True, has_time_limit=True, session_time_limit_in_seconds=5400, result_view_settings=None
    )
    document.edit_fields(document.quiz.fields.replaced(quiz_settings=settings), Edit("Settings"))
    document.edit_local(QuizLocal(tags=("Botany",)), "Tags")
    document.move_items({"c"}, 0, "Move")
    screen.versions.setCurrentRow(1)
    assert lines(screen)[0] == "The quiz itself – Changed since: tags, shuffled questions, time limit"
    assert sides(screen)[1] == "Tags\nBotany\nShuffled questions\non\nTime limit\n1 h 30 min"
    screen.differences.setCurrentRow(1)
    assert sides(screen) == ("1. Which is green?\n2. Which is deep?", "1. Which is deep?\n2. Which is green?")


def test_a_hot_spot_shows_the_regions_of_then_and_now_on_one_picture(workspace: Workspace, qtbot: QtBot) -> None:
    quiz = workspace.library.create_quiz(
        NewQuiz(title="Leaves"), [hot_spot(("square", ((0.1, 0.1), (0.4, 0.4)))).with_id("h")]
    )
    document = workspace.open(quiz.id)
    moved = hot_spot(("square", ((0.5, 0.5), (0.9, 0.9))))
    document.edit_item(document.quiz.item("h").with_entry(moved.entry), Edit("Region"))
    workspace.autosave(quiz.id).finish()
    made = HistoryScreen(document, workspace.shelf, workspace.past(quiz.id))
    qtbot.addWidget(made)
    made.show()
    made.show_versions()
    made.versions.setCurrentRow(1)
    sides = made.detail.pictures.picture.sides
    assert [side.name for side in sides] == ["Then", "Now"]
    assert sides[0].regions != sides[1].regions
    assert not made.detail.pictures.isHidden()


def test_in_little_room_nothing_is_cut(screen: HistoryScreen) -> None:
    screen.resize(640, 320)
    screen.versions.setCurrentRow(1)
    assert screen.versions.width() >= screen.versions.minimumSizeHint().width()
    for button in (screen.restore_one, screen.restore_all):
        assert button.width() >= button.sizeHint().width()

"""After an update every list tells the problems that the new rules find, and no edit has to wait for that."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.checks.table import problems
from app.library.library import Library
from app.library.recounting import stale
from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.quiz import NewQuiz
from app.session.edit import Edit
from app.session.recounting import AT_ONCE
from app.session.workspace import Workspace
from tests.support.quiz import choice

COUNT = 5 * AT_ONCE
OLDER = 9
EMPTY = Item.of(ChoiceQuestion.new(), id="0")
WRITTEN = tuple(Item.of(choice(f"Question {number}?", "so"), id=str(number)) for number in range(1, COUNT))
WRONG, FEW = len(problems(EMPTY)), len(problems(WRITTEN[0]))


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    """A library as an older version with other rules left it; one of its questions is empty."""
    library = Library.open(tmp_path / "library")
    library.create_quiz(NewQuiz(title="Leaves"), (EMPTY, *WRITTEN), id="leaves")
    with library.transaction() as db:
        db.execute("UPDATE item SET problem_count = ?, rules = 'older'", (OLDER,))
        db.execute("UPDATE quiz SET problem_count = ?", (OLDER * COUNT,))
    workspace = Workspace(library)
    yield workspace
    workspace.close()


def counted(workspace: Workspace) -> bool:
    return not stale(workspace.reader.db)


def test_lists_and_open_quizzes_follow(workspace: Workspace, qtbot: QtBot) -> None:
    document = workspace.open("leaves")
    assert document.problem_count("5") == OLDER
    with qtbot.waitSignal(workspace.rows_changed):
        workspace.recount()
    assert counted(workspace)
    assert [row.problems for row in workspace.rows()] == [WRONG + FEW * (COUNT - 1)]
    assert (document.problem_count("0"), document.problem_count("5")) == (WRONG, FEW)


def test_an_edit_meanwhile_stands_with_its_own_count(workspace: Workspace, qtbot: QtBot) -> None:
    document = workspace.open("leaves")
    workspace.recount()
    last = document.quiz.items[-1]
    document.edit_item(Item.of(ChoiceQuestion.new(), id=last.id), Edit("Everything"))
    workspace.autosave("leaves").save_now()
    qtbot.waitUntil(lambda: counted(workspace))
    assert document.problem_count(last.id) == WRONG
    assert workspace.reader.open_quiz("leaves").problem_counts[last.id] == WRONG
    assert [row.problems for row in workspace.rows()] == [2 * WRONG + FEW * (COUNT - 2)]


def test_it_goes_on_after_the_window_was_closed_in_the_middle(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.recount()
    qtbot.waitUntil(lambda: len(stale(workspace.reader.db)) < COUNT)
    workspace.close()
    with Library.open(workspace.library.folder) as library:
        left = len(stale(library.db))
        assert 0 < left < COUNT
    again = Workspace(Library.open(workspace.library.folder))
    again.recount()
    qtbot.waitUntil(lambda: counted(again))
    again.close()


def test_a_library_that_is_only_read_is_left_alone(workspace: Workspace, qtbot: QtBot) -> None:
    other = Workspace(Library.open(workspace.library.folder, writing=False))
    other.recount()
    other.close()
    assert len(stale(workspace.reader.db)) == COUNT

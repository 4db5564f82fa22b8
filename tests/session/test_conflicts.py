"""Deciding conflicts in the window, while Canvas is out of reach."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.library.library import Library
from app.library.row import State
from app.session.conflicts import Conflicts
from app.session.document import Document
from app.session.workspace import Workspace
from app.sync.resolve import Keep
from tests.support.torn import CHOICE, SPOT, TEXT, torn_library


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    torn_library(tmp_path / "library")
    workspace = Workspace(Library.open(tmp_path / "library"))
    yield workspace
    workspace.close()


@pytest.fixture
def document(workspace: Workspace) -> Document:
    return workspace.open(workspace.rows()[0].id)


@pytest.fixture
def conflicts(workspace: Workspace) -> Conflicts:
    return Conflicts(workspace)


def units(conflicts: Conflicts, document: Document) -> list[tuple[str, str]]:
    return [(one.conflict.item_id, one.conflict.unit) for one in conflicts.of(document.id)]


def body(document: Document, item_id: str = TEXT) -> str:
    return str(document.quiz.item(item_id).entry.wire()["item_body"])


ALL = [("", "title"), (TEXT, "item_body"), (TEXT, "points"), (CHOICE, "answers"), (SPOT, "answers")]


def test_they_stand_in_the_order_of_the_quiz(conflicts: Conflicts, document: Document) -> None:
    assert units(conflicts, document) == [*ALL, (SPOT, "feedback/neutral")]


def test_a_decision_is_a_step_that_can_be_undone_and_done_again(
    conflicts: Conflicts, document: Document, qtbot: QtBot
) -> None:
    text = next(one for one in conflicts.of(document.id) if one.conflict.unit == "item_body")
    mine = body(document)
    conflicts.decide(document.id, [text], Keep.CANVAS, "Take Canvas's text")
    assert (body(document), document.undo_stack.undoText()) == ("<p>Leaves respire by day.</p>", "Take Canvas's text")
    assert text.key not in {one.key for one in conflicts.of(document.id)}
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: text.key in {one.key for one in conflicts.of(document.id)})
    assert body(document) == mine
    document.undo_stack.redo()
    assert text.key not in {one.key for one in conflicts.of(document.id)}


def test_all_are_decided_at_once_and_the_library_tells_it(
    conflicts: Conflicts, document: Document, workspace: Workspace, qtbot: QtBot
) -> None:
    assert workspace.rows()[0].state is State.CONFLICT
    conflicts.decide(document.id, conflicts.of(document.id), Keep.MINE, "Keep mine for all")
    qtbot.waitUntil(lambda: workspace.rows()[0].state is State.EDITED)
    assert conflicts.of(document.id) == ()
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: workspace.rows()[0].state is State.CONFLICT)


def test_a_decision_made_right_before_the_window_closes_is_kept(tmp_path: Path, qtbot: QtBot) -> None:
    quiz_id = torn_library(tmp_path / "other")
    first = Workspace(Library.open(tmp_path / "other"))
    conflicts = Conflicts(first)
    conflicts.decide(quiz_id, conflicts.of(quiz_id), Keep.CANVAS, "Take Canvas's for all")
    first.close()
    with Library.open(tmp_path / "other") as library:
        assert library.quizzes()[0].state is State.EDITED
        assert library.open_quiz(quiz_id).quiz.title == "Leaves and water"


def test_what_is_about_a_question_that_is_gone_is_not_asked(conflicts: Conflicts, document: Document) -> None:
    document.delete_items([TEXT], "Delete question")
    assert TEXT not in {item for item, _ in units(conflicts, document)}

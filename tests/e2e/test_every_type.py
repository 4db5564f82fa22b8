"""A question of every type with every option set by real events: to Canvas, and from there into an empty library."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.library.library import Library
from app.models.item import Item
from app.sandbox.server import SandboxServer
from app.session.brought import CoursePlace
from app.session.course_session import CourseSession
from app.session.tasks import Tasks
from app.session.workspace import Workspace
from app.ui.editors.question import QuestionEditor
from tests.e2e.conftest import OpenWindow
from tests.support.coroutine import run_in_loop
from tests.support.every_option import COMMON_SAYS, SAYS, WRITERS, write_common
from tests.support.person import Person
from tests.support.signed_in import said, signed_in

TITLE = "Every option"


@pytest.mark.parametrize("slug", WRITERS)
def test_a_question_with_every_option_comes_back_as_it_was_written(
    open_window: OpenWindow, sandbox: SandboxServer, tmp_path: Path, qapp: QApplication, slug: str
) -> None:
    person = open_window()
    write(person, slug)
    item = person.quiz.items[0]
    wire = json.dumps(item.entry.wire())
    assert [words for words in (*COMMON_SAYS, *SAYS[slug]) if words not in wire] == []
    assert [str(one.message) for one in person.screen.document.problems(item.id)] == []

    async def scenario(_tasks: Tasks) -> None:
        await sync(person.window.workspace, sandbox)
        assert said(await pulled(tmp_path / "second", sandbox)) == said(item)
        before = len(sandbox.core.requests)
        await sync(person.window.workspace, sandbox)
        assert {seen.method for seen in sandbox.core.requests[before:]} == {"GET"}

    run_in_loop(qapp, scenario)


def write(person: Person, slug: str) -> None:
    """A quiz of one question, of which nothing is left as it was given."""
    letters, text, write_own = WRITERS[slug]
    person.new_quiz(TITLE)
    person.add(letters, text)
    editor = person.screen.pane.editor
    assert isinstance(editor, QuestionEditor)
    write_common(person, editor)
    write_own(person, editor)
    person.screen.finish()


async def sync(workspace: Workspace, sandbox: SandboxServer) -> None:
    """Sign in, and bring the one quiz to the course."""
    session, account = await signed_in(workspace, sandbox)
    link = await session.link(workspace.rows()[0].id, account, sandbox.course_id)
    outcome = await session.run(link)
    assert (outcome.conflicts, outcome.held) == ([], [])


async def pulled(folder: Path, sandbox: SandboxServer) -> Item:
    """The question as it comes into a library that is empty."""
    workspace = Workspace(Library.open(folder))
    session, account = await signed_in(workspace, sandbox)
    await CourseSession(workspace, session).bring(CoursePlace(account, sandbox.course_id))
    quiz_id = next(row.id for row in workspace.rows() if row.title == TITLE)
    [item] = workspace.open(quiz_id).quiz.items
    workspace.close()
    return item

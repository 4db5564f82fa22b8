"""What is typed at any moment of a sync is told truly afterwards: as not on Canvas yet, or as there."""

import asyncio
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.models.question import Question
from app.sandbox.server import SandboxServer
from app.session.document import Document
from app.session.edit import Edit
from app.session.tasks import Tasks
from app.ui.main_window import MainWindow
from tests.support.campus import COURSES, FIRST, Campus
from tests.support.coroutine import run_in_loop, until

MOMENTS = range(1, 12)
"""A first sync of one question sends less requests than this."""


@pytest.fixture
def campus(window: MainWindow) -> Iterator[Campus]:
    """A Canvas that is slow enough to type while it answers."""
    with SandboxServer(latency_ms=20) as server:
        server.core.state.put("courses", COURSES[FIRST], {"id": COURSES[FIRST], "name": FIRST, "course_code": FIRST})
        yield Campus(window, server)


class Title:
    """The title of the quiz."""

    def type(self, document: Document, text: str) -> None:
        document.edit_fields(document.quiz.fields.replaced(title=text), Edit("Title"))

    def there(self, campus: Campus, canvas_id: str) -> str:
        [quiz] = [one for one in campus.server.core.quizzes(COURSES[FIRST]) if str(one["id"]) == canvas_id]
        return str(quiz["title"])


class Stem:
    """The text of the only question."""

    def type(self, document: Document, text: str) -> None:
        [item] = document.quiz.items
        assert isinstance(item.entry, Question)
        document.edit_item(item.with_entry(item.entry.replaced(item_body=text)), Edit("Text"))

    def there(self, campus: Campus, canvas_id: str) -> str:
        [row] = campus.server.core.items(COURSES[FIRST], canvas_id)
        return str(row["entry"]["item_body"])


async def type_when(ready: Callable[[], bool], typed: Callable[[], None]) -> None:
    await until(ready)
    typed()


@pytest.mark.parametrize("at_once", [False, True], ids=["saved later", "saved at once"])
@pytest.mark.parametrize("part", [Title(), Stem()], ids=lambda part: type(part).__name__)
def test_what_is_typed_while_a_sync_runs_is_counted_as_what_it_is(
    part: Title | Stem, at_once: bool, campus: Campus, qapp: QApplication
) -> None:
    workspace = campus.window.workspace
    sent = waiting = 0

    def type_into(quiz_id: str, text: str) -> None:
        part.type(workspace.open(quiz_id), text)
        if at_once:
            workspace.autosave(quiz_id).save_now()

    async def one(moment: int) -> bool:
        """Whether the sync was long enough for that moment."""
        nonlocal sent, waiting
        quiz_id = campus.add_quiz(f"Plants {moment}", "Algae swim.")
        link, text = await campus.link(quiz_id, FIRST), f"Typed {moment}"
        before = len(campus.server.core.requests)
        typing = asyncio.create_task(
            type_when(
                lambda: len(campus.server.core.requests) >= before + moment,
                lambda: type_into(quiz_id, text),
            )
        )
        await campus.window.canvas.access.session.run(link)
        if not typing.done():
            typing.cancel()
            return False
        await workspace.autosave(quiz_id).flush()
        row = next(row for row in workspace.rows() if row.id == quiz_id)
        is_there = part.there(campus, str(row.canvas_id)) == text
        assert (row.changes == 0) == is_there, f"at request {moment}: {row.changes} changes"
        sent, waiting = sent + is_there, waiting + (not is_there)
        return True

    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks, "sandbox")
        for moment in MOMENTS:
            if not await one(moment):
                break

    run_in_loop(qapp, scenario)
    assert waiting
    assert sent or isinstance(part, Title), "a question that waits for its turn goes as it is then"

"""An open quiz: its first questions, its problems, a question on its way in."""

from collections.abc import Awaitable, Callable

from collection import SAMPLE, THERE
from stage import Stage, until

from app.ui.fields.folded import FoldedSection


async def choice(stage: Stage) -> None:
    page = stage.open("Anatomy of the heart")
    for section in page.pane.findChildren(FoldedSection):
        section.set_open(False)


async def choice_unfolded(stage: Stage) -> None:
    page = stage.open("Anatomy of the heart")
    _unfold(stage)
    page.pane.page.verticalScrollBar().setValue(0)


async def choice_end(stage: Stage) -> None:
    bar = stage.quiz.pane.page.verticalScrollBar()
    bar.setValue(bar.maximum())


async def true_false(stage: Stage) -> None:
    stage.open(SAMPLE, 4)


async def problems(stage: Stage) -> None:
    page = stage.open("Blood and vessels (draft)")
    page.document.compare()
    page.pane.problems.section.set_open(True)


async def add_question(stage: Stage) -> None:
    page = stage.open(SAMPLE)
    page.add_question()


async def empty_quiz(stage: Stage) -> None:
    stage.window.show_home()
    stage.window.commands["new_quiz"].trigger()
    await until(lambda: stage.window.pages.quiz is not None, "a new quiz")


def read_only(number: int) -> Callable[[Stage], Awaitable[None]]:
    """What the API lets nobody write, as it came."""

    async def play(stage: Stage) -> None:
        stage.open(THERE, number)

    return play


def _unfold(stage: Stage) -> None:
    editor = stage.quiz.pane.editor
    assert editor is not None
    for section in editor.findChildren(FoldedSection):
        section.set_open(True)

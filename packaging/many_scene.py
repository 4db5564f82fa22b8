"""The scenes of several quizzes that are synced in one go."""

from collection import change_on_canvas, edit_title
from stage import Stage, until
from sync_scene import COURSE, SLOW_MS, Practice

from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz
from app.session.many_syncs import OneOfMany, of_quizzes
from app.ui.sync.many_screen import ManyScreen

EDITED, TORN, SAME, NEW, NOWHERE = (
    "Roots and stems",
    "The water cycle of a forest",
    "Seeds that travel by wind, water and animals",
    "Mosses",
    "Ferns",
)
_TEXTS = ("Roots drink water.", "Leaves breathe.", "Bark is alive.", "Seeds sleep in winter.")


class ManyQuizzes:
    """The quizzes are made with the first scene."""

    def __init__(self, practice: Practice) -> None:
        self._practice = practice
        self._many: tuple[OneOfMany, ...] = ()

    async def plan(self, stage: Stage) -> None:
        """A quiz in each state: edited, in conflict, the same, new in its course, in no course."""
        await self._practice.start(stage)
        session = stage.window.canvas.access.session
        for title in (EDITED, TORN, SAME, NEW, NOWHERE):
            quiz_id = await _made(stage, title)
            if title != NOWHERE:
                link = await session.link(quiz_id, self._practice.account.id, COURSE)
                if title != NEW:
                    await session.run(link)
        torn = stage.id_of(TORN)
        await edit_title(stage, stage.id_of(EDITED), 1, "Roots drink water and salts.")
        await edit_title(stage, torn, 2, "Leaves breathe by day and night.")
        await change_on_canvas(
            self._practice.server, stage.workspace.reader.links(torn)[0], 2, "Leaves breathe at night."
        )
        self._many = of_quizzes(stage.workspace, [stage.id_of(one) for one in (EDITED, TORN, SAME, NEW, NOWHERE)])
        _page(stage).show_quizzes(self._many)
        await _planned(stage)

    async def running(self, stage: Stage) -> None:
        """A slow server."""
        await self._practice.start(stage, SLOW_MS)
        page = _page(stage)
        page.start.click()
        await until(lambda: page.bar.isVisible() and page.bar.value() > 1, "progress")

    async def result(self, stage: Stage) -> None:
        """What was done, and what waits."""
        page = _page(stage)
        await until(lambda: page.again.isVisible() and not page.busy, "a result")


async def _made(stage: Stage, title: str) -> str:
    right = (TrueFalseQuestion.new().replaced(item_body=f"<p>{text}</p>").with_right(True) for text in _TEXTS)
    items = tuple(Item.of(question, points=1) for question in right)
    return await stage.workspace.writer.run(lambda: stage.workspace.library.create_quiz(NewQuiz(title=title), items).id)


def _page(stage: Stage) -> ManyScreen:
    page = stage.window.canvas.many_page
    stage.window.pages.turn_to(page)
    return page


async def _planned(stage: Stage) -> None:
    page = _page(stage)
    await until(lambda: page.start.isVisible() and not page.busy, "a plan")

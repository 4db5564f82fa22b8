"""The scenes of a plan that warns, each with a quiz of its own."""

from collection import edit_title
from school import School, choices, statements
from stage import Stage, until
from sync_scene import COURSE, SECOND_COURSE

from app.sandbox.exchange import JsonObject
from app.session.edit import Edit
from app.ui.dialogs.picker import Picker

PUBLISHED, HANDED_IN, DELETIONS, FEWER, PASSAGE = (
    "Roots and leaves",
    "Seeds and spores",
    "Mosses and ferns",
    "Parts of a plant",
    "A meadow in spring",
)
_STIMULUS: JsonObject = {
    "entry_type": "Stimulus",
    "points_possible": 0.0,
    "entry": {"title": "From a diary", "body": "<p>In spring the meadow was under water.</p>"},
}
_OWN_DATES: list[JsonObject] = [
    {"course_section_id": "1", "title": "Morning", "due_at": "2026-05-01T10:00:00Z"},
    {"student_ids": ["7"], "title": "1 student", "due_at": "2026-05-04T10:00:00Z"},
]


class Warnings:
    """One after the other; the first one opens the school."""

    def __init__(self, school: School) -> None:
        self._school = school

    async def published(self, stage: Stage) -> None:
        """Students see it, and some of them have other dates."""
        school = self._school
        await school.open(stage)
        link = await school.sent(stage, PUBLISHED, *statements())
        school.core.set_published(str(link.canvas_id), published=True)
        school.core.set_overrides(str(link.canvas_id), _OWN_DATES)
        await edit_title(stage, link.quiz_id, 1, "Roots drink water and salts.")
        document = stage.workspace.open(link.quiz_id)
        document.edit_fields(document.quiz.fields.replaced(due_at="2026-04-20T10:00:00Z"), Edit("Due date"))
        await school.planned(stage, link)

    async def handed_in(self, stage: Stage) -> None:
        """Students have handed it in: a text and points change, and a question of choices loses an answer."""
        school = self._school
        link = await school.sent(stage, HANDED_IN, *statements(), choices())
        school.core.set_published(str(link.canvas_id), published=True)
        school.core.set_submissions(str(link.canvas_id), count=23)
        await edit_title(stage, link.quiz_id, 1, "Roots drink water and salts.")
        document = stage.workspace.open(link.quiz_id)
        document.edit_item(document.quiz.items[1].with_points(3.0), Edit("Points"))
        school.cut(stage, link)
        await school.planned(stage, link)

    async def deletions(self, stage: Stage) -> None:
        """So many are deleted that it has to be confirmed."""
        link = await self._school.sent(stage, DELETIONS, *statements())
        document = stage.workspace.open(link.quiz_id)
        document.delete_items([item.id for item in document.quiz.items[1:]], "Delete questions")
        await self._school.planned(stage, link)

    async def replaced(self, stage: Stage) -> None:
        """An answer goes; nobody knows yet what this Canvas does with that."""
        link = await self._school.sent(stage, FEWER, *statements(2), choices())
        self._school.cut(stage, link)
        await self._school.planned(stage, link)

    async def replaced_result(self, stage: Stage) -> None:
        """After it: what has to be done on Canvas."""
        page = stage.window.canvas.sync_page
        page.start.click()
        await until(lambda: not page.busy and page.page.isVisible(), "a result")

    async def replaced_again(self, stage: Stage) -> None:
        """The next answer goes, and what this Canvas does with that is known."""
        link = stage.workspace.reader.links(stage.id_of(FEWER))[0]
        self._school.cut(stage, link)
        await self._school.planned(stage, link)

    async def only_there(self, stage: Stage) -> None:
        """Somebody put a stimulus among the questions on Canvas."""
        school = self._school
        link = await school.sent(stage, PASSAGE, *statements())
        school.core.add_item(COURSE, str(link.canvas_id), _STIMULUS, 2)
        await school.sync(stage, link)
        await edit_title(stage, link.quiz_id, 1, "Roots drink water and salts.")
        await school.planned(stage, link)

    async def elsewhere(self, stage: Stage) -> None:
        """The same quiz goes to a second course: neither stimulus nor outcomes travel."""
        await self._school.planned(stage, await self._school.link(stage, stage.id_of(PASSAGE), SECOND_COURSE))

    async def which_course(self, stage: Stage) -> None:
        """It is in both by now: in which of them is it published?"""
        quiz_id = stage.id_of(PASSAGE)
        await self._school.sync(stage, await self._school.link(stage, quiz_id, SECOND_COURSE))
        stage.window.open_quiz(quiz_id)
        stage.window.commands["publish"].trigger()
        await until(lambda: any(one.isVisible() for one in stage.window.findChildren(Picker)), "a choice of courses")

    async def many(self, stage: Stage) -> None:
        """Several of them at once, with a way to the page of the selected one on Canvas."""
        quiz_ids = [stage.id_of(title) for title in (PUBLISHED, HANDED_IN, DELETIONS, FEWER)]
        stage.window.canvas.sync_many(quiz_ids)
        page = stage.window.canvas.many_page
        await until(lambda: page.isVisible() and page.start.isVisible() and not page.busy, "a plan")

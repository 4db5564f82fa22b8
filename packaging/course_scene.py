"""The scenes of a course: what is only on Canvas, on its way here, kept for off-line, a copy of a quiz here."""

import asyncio
from typing import Any

from many_scene import EDITED, TORN
from stage import Stage, until
from sync_scene import COURSE, SECOND_COURSE, SLOW_MS, Practice

from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.session.brought import CoursePlace
from app.session.course_session import CourseSession
from app.ui.library.copies_dialog import CopiesDialog
from app.ui.library.place import Place

_THERE = ("Algae of the Baltic Sea", "Ferns and horsetails", "Lichens")
_OPEN = {"published": True, "lock_at": "2026-04-20T12:00:00Z"}


class Course:
    """The quizzes are made with the first scene, after those of several syncs."""

    def __init__(self, practice: Practice) -> None:
        self._practice = practice
        self._task: asyncio.Task[Any] | None = None

    async def only_there(self, stage: Stage) -> None:
        """Somebody made quizzes on Canvas; two of them are selected."""
        await self._practice.start(stage)
        core = self._practice.server.core
        for title in _THERE:
            quiz_id = str(core.add_quiz(COURSE, {"title": title, "points_possible": 2.0}))
            for text in ("Water carries spores.", "All of them are green."):
                question = TrueFalseQuestion.new().replaced(item_body=f"<p>{text}</p>").with_right(True)
                row = {"entry_type": "Item", "points_possible": 1, "entry": Item.of(question).entry.wire()}
                core.add_item(COURSE, quiz_id, row)
        core.edit_quiz(COURSE, quiz_id, _OPEN)
        await self._open(stage, COURSE)
        await self._quizzes(stage).refresh(self._place(COURSE))
        table = stage.window.library.table
        table.clearSelection()
        table.select(next(row.id for row in table.rows.rows if row.title in _THERE))

    async def bringing(self, stage: Stage) -> None:
        """A slow server."""
        await self._practice.start(stage, SLOW_MS)
        self._task = stage.loop.tasks.start(self._quizzes(stage).bring(self._place(COURSE)), "Bring quizzes here")
        bar = stage.window.library.course_bar
        await until(lambda: bar.is_busy and bar.progress.value() > 1, "progress")

    async def kept(self, stage: Stage) -> None:
        """All of it can be used on a train."""
        assert self._task is not None
        await until(self._task.done, "all quizzes")
        await self._quizzes(stage).keep(self._place(COURSE), kept=True)

    async def copies(self, stage: Stage) -> None:
        """Last term's quizzes were copied on Canvas into this term's course."""
        await self._practice.start(stage)
        core = self._practice.server.core
        for title in (EDITED, TORN):
            link = stage.workspace.reader.links(stage.id_of(title))[0]
            quiz_id = str(core.add_quiz(SECOND_COURSE, {"title": title}))
            for row in core.items(COURSE, str(link.canvas_id)):
                core.add_item(SECOND_COURSE, quiz_id, row)
        await self._open(stage, SECOND_COURSE)
        brought = await self._quizzes(stage).bring(self._place(SECOND_COURSE))
        CopiesDialog(brought.copies, stage.window).open()

    async def _open(self, stage: Stage, course: str) -> None:
        stage.window.show_home()
        stage.window.library.places.open(Place("course", self._practice.account.id, course))

    def _quizzes(self, stage: Stage) -> CourseSession:
        return stage.window.canvas.courses.quizzes

    def _place(self, course: str) -> CoursePlace:
        return CoursePlace(self._practice.account.id, course)

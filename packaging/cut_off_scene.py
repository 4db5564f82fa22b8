"""The scenes of a sync that the world cuts off in the middle."""

from collections.abc import Awaitable, Callable

from school import School, choices, statements
from stage import Stage, until
from sync_scene import COURSE

from app.library.row import LinkRow
from app.sync.outcome import Progress

Play = Callable[[Stage], Awaitable[None]]


class CutOff:
    """A course of the school, which is open."""

    def __init__(self, school: School) -> None:
        self._school = school

    def by(self, fault: str) -> Play:
        """Canvas, or the network, fails in the middle."""

        async def play(stage: Stage) -> None:
            title = {"login-page": "Algae", "maintenance": "Lichens", "session-deadline": "Horsetails"}[fault]
            await self._strike(stage, await self._school.made(stage, title, *statements()), fault, after=3)

        return play

    async def kept_beside(self, stage: Stage) -> None:
        """Somebody changed the row in whose place another one came; then Canvas goes down."""
        school = self._school
        link = await school.sent(stage, "Grasses", *statements(2), choices())
        school.cut(stage, link)
        school.core.set_fault("immutable", 1)
        await school.sync(stage, link)
        school.core.set_fault("immutable", 0)
        rows = school.core.items(COURSE, str(link.canvas_id))
        old = max(rows, key=lambda row: len(row["entry"]["interaction_data"].get("choices", ())))
        school.core.edit_item(COURSE, str(link.canvas_id), str(old["id"]), {"points_possible": 7.0})
        document = stage.workspace.open(link.quiz_id)
        document.insert_items(statements(4)[2:], 0, "Add question")
        await self._strike(stage, link, "maintenance", after=1)

    async def _strike(self, stage: Stage, link: LinkRow, fault: str, *, after: int) -> None:
        page, core = await self._school.planned(stage, link), self._school.core

        def strike(progress: Progress) -> None:
            if progress.done == after:
                core.set_fault(fault, 1)

        session = stage.window.canvas.access.session
        session.progressed.connect(strike)
        page.start.click()
        await until(page.trouble.isVisible, "trouble")
        session.progressed.disconnect(strike)
        core.set_fault(fault, 0)
        core.renew_token(self._school.token)  # the scenes that follow sign in with it

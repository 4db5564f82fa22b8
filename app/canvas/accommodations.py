"""More time and attempts in New Quizzes (`canvas-facts.md` 1.11). Canvas has no way to ask what was given."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.canvas.answer import Json
from app.canvas.connection import Connection
from app.canvas.errors import OutOfLimits
from app.canvas.path import new_quizzes_path
from app.canvas.quiz_submissions import without_null
from app.canvas.quizzes import quiz_lane, quizzes_path
from app.message import message
from app.models.results.limit import attempts_problem, time_problem

if TYPE_CHECKING:
    from app.models.results.extension import Accommodation


class Accommodations:
    """Raw outcomes: `successful` and `failed`, student by student. Every method raises CanvasError, and OutOfLimits."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def for_course(self, course_id: str, accommodations: Sequence["Accommodation"]) -> Json:
        """Give these students more in every New Quiz of the course; extra attempts are a matter of one quiz."""
        if any(one.extra_attempts is not None for one in accommodations):
            raise OutOfLimits(message("Extra attempts are given for one quiz, not for a whole course."))
        path = new_quizzes_path("courses", course_id, "accommodations")
        return await self._sent(path, accommodations, lane=f"course {course_id}")

    async def for_quiz(self, course_id: str, quiz_id: str, accommodations: Sequence["Accommodation"]) -> Json:
        """Give these students more in one New Quiz. Raises Gone where one of them has not opened it yet."""
        if any(one.apply_to_in_progress_quiz_sessions is not None for one in accommodations):
            raise OutOfLimits(message("Attempts under way are extended for a whole course, not for one quiz."))
        path = quizzes_path(course_id, quiz_id, "accommodations")
        return await self._sent(path, accommodations, lane=quiz_lane(course_id, quiz_id))

    async def _sent(self, path: str, accommodations: Sequence["Accommodation"], *, lane: str) -> Json:
        for one in accommodations:
            if problem := time_problem(one.extra_time) or attempts_problem(one.extra_attempts):
                raise OutOfLimits(problem)
        body = [without_null(one.wire()) for one in accommodations]
        return await self._connection.write("POST", path, body, lane=lane)

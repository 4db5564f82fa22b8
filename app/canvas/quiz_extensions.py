"""More time and attempts in classic quizzes (Course Quiz Extensions API). New Quizzes do not notice it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.canvas.answer import Json
from app.canvas.connection import Connection
from app.canvas.envelope import members
from app.canvas.errors import OutOfLimits
from app.canvas.path import core_path
from app.canvas.quiz_submissions import without_null
from app.models.results.limit import attempts_problem, end_problem, time_problem

if TYPE_CHECKING:
    from app.models.results.extension import QuizExtension

LIST = "quiz_extensions"


class QuizExtensions:
    """Raw extensions. Every method raises CanvasError, and OutOfLimits before anything is sent."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def extend(
        self, course_id: str, extensions: Sequence["QuizExtension"], *, quiz_id: str | None = None
    ) -> tuple[Json, ...]:
        """Give these students more in every classic quiz of the course, or in one; all of them or none.

        What comes back has an entry for each quiz and student, after Canvas's own limits.
        """
        for one in extensions:
            check_extension(one)
        path = core_path("courses", course_id, LIST)
        if quiz_id is not None:
            path = core_path("courses", course_id, "quizzes", quiz_id, "extensions")
        body = {LIST: [without_null(one.wire()) for one in extensions]}
        return members(
            self._connection, LIST, await self._connection.write("POST", path, body, lane=f"course {course_id}")
        )


def check_extension(extension: "QuizExtension") -> None:
    """Raise OutOfLimits for what Canvas would cut without a word."""
    problem = (
        attempts_problem(extension.extra_attempts)
        or time_problem(extension.extra_time)
        or end_problem(extension.extend_from_now, extension.extend_from_end_at)
    )
    if problem is not None:
        raise OutOfLimits(problem)

"""The students of a course, and what the gradebook has of their quizzes (Canvas, Courses and Submissions APIs)."""

from app.canvas.answer import Json
from app.canvas.assignments import assignments_path
from app.canvas.connection import Connection
from app.canvas.envelope import Include, included
from app.canvas.paging import whole_list
from app.canvas.path import core_path

STUDENTS = (("enrollment_type[]", "student"), ("enrollment_state[]", "active"))


class Students:
    """Raw students and gradebook rows. Every method raises CanvasError."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def list(self, course_id: str) -> tuple[Json, ...]:
        """Every student of the course with an active enrollment: `id`, `name`, `sortable_name`."""
        return await whole_list(self._connection, core_path("courses", course_id, "users"), STUDENTS)

    async def scores(self, course_id: str, assignment_id: str, include: Include = ()) -> tuple[Json, ...]:
        """What every student has for an assignment, a New Quiz or a classic one.

        `submission_history` brings the answers of every attempt at a classic quiz.
        """
        path = assignments_path(course_id, assignment_id, "submissions")
        return await whole_list(self._connection, path, included(include))

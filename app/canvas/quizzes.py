"""New Quizzes of a course: root `/api/quiz/v1`, quiz ids are assignment ids ("New Quizzes API")."""

from app.canvas.answer import Json
from app.canvas.connection import Connection
from app.canvas.paging import whole_list
from app.canvas.path import new_quizzes_path


class Quizzes:
    """Raw quizzes, as Canvas gives and takes them. Every method raises CanvasError."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def list(self, course_id: str) -> tuple[Json, ...]:
        """Every New Quiz of the course."""
        return await whole_list(self._connection, quizzes_path(course_id))

    async def get(self, course_id: str, quiz_id: str) -> Json:
        """One quiz; Gone for an id that is no New Quiz."""
        return self._connection.object(await self._connection.get(quizzes_path(course_id, quiz_id)))

    async def create(self, course_id: str, quiz: Json) -> Json:
        """Make a quiz with these fields; it comes back unpublished."""
        return await self._connection.write("POST", quizzes_path(course_id), {"quiz": quiz}, lane=f"course {course_id}")

    async def update(self, course_id: str, quiz_id: str, quiz: Json) -> Json:
        """Change the fields given; an inner block of the settings is replaced as a whole (canvas-facts, 2.3)."""
        path = quizzes_path(course_id, quiz_id)
        return await self._connection.write("PATCH", path, {"quiz": quiz}, lane=quiz_lane(course_id, quiz_id))

    async def delete(self, course_id: str, quiz_id: str) -> Json:
        """Delete the quiz with its column in the gradebook; gives the quiz that was."""
        path = quizzes_path(course_id, quiz_id)
        return await self._connection.write("DELETE", path, lane=quiz_lane(course_id, quiz_id))


def quizzes_path(course_id: str, *below: str) -> str:
    """The path of a course's quizzes, and below it."""
    return new_quizzes_path("courses", course_id, "quizzes", *below)


def quiz_lane(course_id: str, quiz_id: str) -> str:
    """The lane in which writes to one quiz, its items and its assignment stand."""
    return f"course {course_id} quiz {quiz_id}"

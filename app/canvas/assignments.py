"""The assignment that every New Quiz is: publishing it, and whether anybody has handed it in (canvas-facts, 1.8)."""

from app.canvas.answer import Json
from app.canvas.connection import Connection
from app.canvas.errors import OutcomeUnknown, Unchanged, Unreachable
from app.canvas.paging import whole_list
from app.canvas.path import core_path
from app.canvas.quizzes import quiz_lane

_WHOLE = (("include[]", "overrides"), ("override_assignment_dates", "false"))
"""The dates of everybody, and beside them those that single sections and students have (Canvas, Assignments API)."""


class Assignments:
    """Raw assignments; a quiz has the id of its assignment. Every method raises CanvasError."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def list(self, course_id: str) -> tuple[Json, ...]:
        """Every assignment of the course, of whatever kind."""
        return await whole_list(self._connection, assignments_path(course_id))

    async def get(self, course_id: str, assignment_id: str) -> Json:
        """One assignment, with `published`, `unpublishable`, `has_submitted_submissions` and `overrides`."""
        path = assignments_path(course_id, assignment_id)
        return self._connection.object(await self._connection.get(path, _WHOLE))

    async def submission_summary(self, course_id: str, assignment_id: str) -> Json:
        """How many students handed it in: `graded`, `ungraded`, `not_submitted` (Canvas, Submissions API)."""
        path = assignments_path(course_id, assignment_id, "submission_summary")
        return self._connection.object(await self._connection.get(path))

    async def publish(self, course_id: str, assignment_id: str, *, published: bool) -> Json:
        """Publish or unpublish, alone because Canvas refuses it beside other fields, and give what a GET then says.

        Raises Invalid where Canvas refuses, Unchanged where it takes the request and does nothing, OutcomeUnknown where
        it may have been done, or be done yet.
        """
        lost = await self._put(course_id, assignment_id, {"assignment": {"published": published}})
        try:
            assignment = await self.get(course_id, assignment_id)
        except Unreachable as error:
            raise OutcomeUnknown(self._connection.host) from error
        if assignment.get("published") is published:
            return assignment
        raise lost or Unchanged(published=published)

    async def _put(self, course_id: str, assignment_id: str, body: Json) -> OutcomeUnknown | None:
        """Send the change; an unknown outcome is given, not raised: the look that follows decides it."""
        path, lane = assignments_path(course_id, assignment_id), quiz_lane(course_id, assignment_id)
        try:
            await self._connection.write("PUT", path, body, lane=lane)
        except OutcomeUnknown as error:
            return error
        return None


def assignments_path(course_id: str, *below: str) -> str:
    """The path of a course's assignments, and below it."""
    return core_path("courses", course_id, "assignments", *below)

"""The groups in which a course's grades are counted (Canvas, Assignment Groups API)."""

from app.canvas.answer import Json
from app.canvas.connection import Connection
from app.canvas.paging import whole_list
from app.canvas.path import core_path


class AssignmentGroups:
    """Raw assignment groups. Every method raises CanvasError."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def list(self, course_id: str) -> tuple[Json, ...]:
        """Every group of the course."""
        return await whole_list(self._connection, groups_path(course_id))

    async def create(self, course_id: str, group: Json) -> Json:
        """Make a group. The body is flat: one wrapped in `assignment_group` is silently ignored (canvas-facts, 1.8)."""
        return await self._connection.write("POST", groups_path(course_id), group, lane=f"course {course_id}")


def groups_path(course_id: str) -> str:
    """The path of a course's groups."""
    return core_path("courses", course_id, "assignment_groups")

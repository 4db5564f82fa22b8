"""Reports of a New Quiz, which Canvas makes in its own time (`canvas-facts.md` 1.12)."""

from collections.abc import Mapping
from typing import Literal

from app.canvas.answer import Json
from app.canvas.connection import Connection
from app.canvas.path import core_path
from app.canvas.quizzes import quiz_lane, quizzes_path

ReportType = Literal["student_analysis", "item_analysis"]
ReportFormat = Literal["csv", "json"]


class Reports:
    """Raw progress of reports. Every method raises CanvasError."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def begin(self, course_id: str, quiz_id: str, report: ReportType, file: ReportFormat) -> Json:
        """Ask for a report. Raises Invalid where one of this type is being made already."""
        path = quizzes_path(course_id, quiz_id, "reports")
        body = {"quiz_report": {"report_type": report, "format": file}}
        answer = await self._connection.write("POST", path, body, lane=quiz_lane(course_id, quiz_id))
        return self._unwrapped(answer)

    async def progress(self, progress_id: str) -> Json:
        """How far it is; `results.url` where it is done, a signed address for the storage client."""
        return self._unwrapped(await self._connection.get(core_path("progress", progress_id)))

    def _unwrapped(self, answer: object) -> Json:
        """Documented bare, met wrapped in `progress`."""
        value = self._connection.object(answer)
        inner = value.get("progress")
        return inner if isinstance(inner, Mapping) else value

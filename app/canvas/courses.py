"""The courses in which the person may write quizzes (Canvas, Courses API)."""

from dataclasses import dataclass
from datetime import datetime

from app.canvas.answer import Json
from app.canvas.connection import Connection
from app.canvas.paging import whole_list
from app.canvas.path import core_path

AUTHORS = ("teacher", "ta", "designer")
"""Enrollments that can author quizzes; Canvas takes one in a request."""


@dataclass(frozen=True, slots=True)
class Course:
    """A course as lists show it; `time_zone` is an IANA name, "" where Canvas did not say.

    `ends_at`, in epoch seconds, is its own end, else that of its term; None where neither has one.
    """

    id: str
    name: str
    code: str = ""
    term: str | None = None
    published: bool = True
    time_zone: str = ""
    ends_at: float | None = None


class Courses:
    """The courses of the token's owner."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def list(self) -> tuple[Course, ...]:
        """Every course that the person teaches, assists in or designs, each once. Raises CanvasError."""
        found: dict[str, Course] = {}
        for author in AUTHORS:
            query = (("enrollment_type", author), ("include[]", "term"))
            raw = await whole_list(self._connection, core_path("courses"), query)
            found.update({course.id: course for course in map(read, raw) if course is not None})
        return tuple(found.values())


def read(raw: Json) -> Course | None:
    """The course of an answer; None for one that its dates have closed, which has an id and nothing else."""
    if raw.get("id") is None or raw.get("access_restricted_by_date") is True:
        return None
    term = raw.get("term")
    name = term.get("name") if isinstance(term, dict) else None
    return Course(
        id=str(raw["id"]),
        name=str(raw.get("name") or raw.get("course_code") or raw["id"]),
        code=str(raw.get("course_code") or ""),
        term=None if name is None else str(name),
        published=raw.get("workflow_state", "available") != "unpublished",
        time_zone=str(raw.get("time_zone") or ""),
        ends_at=_moment(raw.get("end_at")) or (_moment(term.get("end_at")) if isinstance(term, dict) else None),
    )


def _moment(stamp: object) -> float | None:
    try:
        return datetime.fromisoformat(str(stamp)).timestamp() if stamp else None
    except ValueError:
        return None

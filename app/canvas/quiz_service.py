"""The Quiz service behind New Quizzes: internal, hardly documented, may change any day (`canvas-facts.md` 5.5).

Nothing in the app depends on it; the command line offers it to who asks for it by name. Its document lost methods, most
paths and all bodies, so each operation says how sure it is. What comes back is raw.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import Self
from urllib.parse import quote

import httpx

from app.canvas.connection import Connection
from app.canvas.service_token import ServiceToken


class Confidence(StrEnum):
    """How sure it is that an operation is what it says."""

    KNOWN = "path and method known"
    PATH = "path known, method by its name"
    GUESSED = "path or method guessed"


@dataclass(frozen=True, slots=True)
class Operation:
    """One of the 18; `{names}` in its path are arguments, others go into the query or the body."""

    name: str
    method: str
    path: str
    confidence: Confidence


OPERATIONS = (
    Operation("banks", "GET", "/api/banks/batch_show", Confidence.KNOWN),
    Operation("content-export", "POST", "/api/content_exports", Confidence.KNOWN),
    Operation("create-course", "POST", "/api/courses", Confidence.KNOWN),
    Operation("delete-course", "DELETE", "/api/courses/{canvas_id}", Confidence.KNOWN),
    Operation("update-course", "PUT", "/api/courses/{canvas_id}", Confidence.KNOWN),
    Operation("associate-courses", "PATCH", "/api/courses/{canvas_id}/associate_courses", Confidence.KNOWN),
    Operation("associate-quizzes", "PATCH", "/api/courses/{canvas_id}/associate_quizzes", Confidence.PATH),
    Operation("items-shareable", "POST", "/api/items/check_shareability", Confidence.GUESSED),
    Operation("clone-quizzes", "POST", "/api/quiz_clone_jobs/create_batch", Confidence.PATH),
    Operation("sessions", "GET", "/api/quiz_sessions", Confidence.GUESSED),
    Operation("update-session", "PATCH", "/api/quiz_sessions/{id}", Confidence.GUESSED),
    Operation("session-time", "GET", "/api/quiz_sessions/{id}/time", Confidence.PATH),
    Operation(
        "response-events", "POST", "/api/quiz_sessions/{quiz_session_id}/quiz_session_response_events",
        Confidence.GUESSED,
    ),
    Operation(
        "item-responses", "GET", "/api/quiz_sessions/{quiz_session_id}/session_item_responses", Confidence.GUESSED
    ),
    Operation("sync-quizzes", "POST", "/api/quiz_sync_jobs/create_batch", Confidence.PATH),
    Operation("clone-quiz", "POST", "/api/quizzes/{quiz_id}/quiz_clone_jobs", Confidence.PATH),
    Operation("stimuli-shareable", "POST", "/api/stimuli/check_shareability", Confidence.GUESSED),
    Operation("stimuli", "GET", "/api/stimuli", Confidence.GUESSED),
)  # fmt: skip
"""In the order of the document."""
BY_NAME: Mapping[str, Operation] = {one.name: one for one in OPERATIONS}


class QuizService:
    """Typed functions for every operation. Every method raises CanvasError, and KeyError never."""

    def __init__(self, origin: str, token: ServiceToken, *, transport: httpx.AsyncBaseTransport | None = None) -> None:
        """`origin` is the service's own host, not Canvas's. Raises AddressRefused."""
        self._connection = Connection(origin, token, transport=transport)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._connection.aclose()

    async def call(self, operation: Operation, arguments: Mapping[str, object]) -> object:
        """Any operation; arguments that its path names go there, others into the query or the body.

        Raises KeyError where one that the path names is missing.
        """
        names = {name for name in arguments if f"{{{name}}}" in operation.path}
        path = operation.path.format_map({name: quote(str(arguments[name]), safe="") for name in names})
        rest = {name: value for name, value in arguments.items() if name not in names}
        if operation.method == "GET":
            return await self._connection.get(path, _query(rest))
        return await self._connection.write(operation.method, path, rest, lane="quiz service")

    async def banks(self, ids: Sequence[str]) -> object:
        """These banks, as far as they belong to the person."""
        return await self.call(BY_NAME["banks"], {"ids": tuple(ids)})

    async def content_export(self, export_settings: Mapping[str, object]) -> object:
        """Begin an export with these settings."""
        return await self.call(BY_NAME["content-export"], {"export_settings": dict(export_settings)})

    async def create_course(self, canvas_id: int) -> object:
        """Make the service's own record of a course."""
        return await self.call(BY_NAME["create-course"], {"canvas_id": canvas_id})

    async def update_course(self, canvas_id: int, fields: Mapping[str, object]) -> object:
        """Change that record."""
        return await self.call(BY_NAME["update-course"], {"canvas_id": canvas_id, **fields})

    async def delete_course(self, canvas_id: int) -> object:
        """Delete that record; the course itself stays."""
        return await self.call(BY_NAME["delete-course"], {"canvas_id": canvas_id})

    async def associate_courses(self, canvas_id: int, course_ids: Sequence[int]) -> object:
        """Link courses with one, also ones that were archived."""
        return await self.call(BY_NAME["associate-courses"], {"canvas_id": canvas_id, "course_ids": list(course_ids)})

    async def associate_quizzes(self, canvas_id: int, quiz_ids: Sequence[int]) -> object:
        """Link quizzes with a course under global ids."""
        return await self.call(BY_NAME["associate-quizzes"], {"canvas_id": canvas_id, "quiz_ids": list(quiz_ids)})

    async def items_shareable(self, ids: Sequence[str]) -> object:
        """Whether these items may be shared."""
        return await self.call(BY_NAME["items-shareable"], {"ids": list(ids)})

    async def clone_quizzes(self, quiz_ids: Sequence[str]) -> object:
        """Begin copies of several quizzes."""
        return await self.call(BY_NAME["clone-quizzes"], {"quiz_ids": list(quiz_ids)})

    async def sessions(self, quiz_id: int, ids: Sequence[str] = ()) -> object:
        """All sessions of a quiz, in one page however many there are."""
        return await self.call(BY_NAME["sessions"], {"quiz_id": quiz_id, "ids": tuple(ids)})

    async def update_session(self, session_id: int, *, disable_ac_invalidation: bool) -> object:
        """Change a session; the access code of its student may stay good."""
        return await self.call(
            BY_NAME["update-session"], {"id": session_id, "disable_ac_invalidation": disable_ac_invalidation}
        )

    async def session_time(self, session_id: int) -> object:
        """The time of a session; elapsed is that of the earlier attempt and this one."""
        return await self.call(BY_NAME["session-time"], {"id": session_id})

    async def response_events(self, session_id: int, events: Sequence[Mapping[str, object]]) -> object:
        """What a student did in a session."""
        arguments = {"quiz_session_id": session_id, "events": [dict(event) for event in events]}
        return await self.call(BY_NAME["response-events"], arguments)

    async def item_responses(self, session_id: int) -> object:
        """What a student answered in a session."""
        return await self.call(BY_NAME["item-responses"], {"quiz_session_id": session_id})

    async def sync_quizzes(self, context_id: int, quiz_ids: Sequence[str]) -> object:
        """Begin to sync quizzes of a blueprint; none where one of them is missing."""
        return await self.call(
            BY_NAME["sync-quizzes"], {"context_id": context_id, "quiz_ids": list(quiz_ids), "version": 1}
        )

    async def clone_quiz(self, quiz_id: int) -> object:
        """Begin a copy of one quiz."""
        return await self.call(BY_NAME["clone-quiz"], {"quiz_id": quiz_id})

    async def stimuli_shareable(self, ids: Sequence[str]) -> object:
        """Whether these stimuli may be shared."""
        return await self.call(BY_NAME["stimuli-shareable"], {"ids": list(ids)})

    async def stimuli(self, *, filter: str = "", page: int = 1, per_page: int = 50) -> object:
        """Stimuli whose title has this text, a page of them."""
        return await self.call(BY_NAME["stimuli"], {"filter": filter, "page": page, "per_page": per_page})


def _query(arguments: Mapping[str, object]) -> list[tuple[str, str]]:
    """Lists as the service's document writes them: `ids[]` for each."""
    found: list[tuple[str, str]] = []
    for name, value in arguments.items():
        if isinstance(value, (list, tuple)):
            found += [(f"{name}[]", str(one)) for one in value]
        else:
            found.append((name, str(value)))
    return found

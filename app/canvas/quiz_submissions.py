"""What students did with a classic quiz, and their marks (Quiz Submissions API).

A New Quiz has none of this: every method raises Gone for its id (`canvas-facts.md` 1.9).
"""

from typing import TYPE_CHECKING

from app.canvas.answer import Json
from app.canvas.connection import Connection, Query
from app.canvas.envelope import Include, included, members, whole_envelope
from app.canvas.errors import OutOfLimits
from app.canvas.paging import whole_list
from app.canvas.path import core_path
from app.canvas.quizzes import quiz_lane
from app.models.results.limit import score_problem

if TYPE_CHECKING:
    from app.models.results.mark import AttemptMark

LIST = "quiz_submissions"


class QuizSubmissions:
    """Raw submissions, as Canvas gives them. Every method raises CanvasError."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def list(self, course_id: str, quiz_id: str, include: Include = ()) -> dict[str, tuple[Json, ...]]:
        """Every student's, under `quiz_submissions`; beside it `submissions`, `quizzes`, `users` where included."""
        path = submissions_path(course_id, quiz_id)
        return {LIST: (), **await whole_envelope(self._connection, path, included(include))}

    async def own(self, course_id: str, quiz_id: str, include: Include = ()) -> tuple[Json, ...]:
        """The token's owner's own, one or none."""
        path = core_path("courses", course_id, "quizzes", quiz_id, "submission")
        return members(self._connection, LIST, await self._connection.get(path, included(include)))

    async def get(self, course_id: str, quiz_id: str, submission_id: str, *, attempt: int | None = None) -> Json:
        """One submission; an attempt before the last one where it is named."""
        query: Query = () if attempt is None else (("attempt", str(attempt)),)
        answer = await self._connection.get(submissions_path(course_id, quiz_id, submission_id), query)
        return self._one(answer)

    async def questions(self, course_id: str, quiz_id: str, submission_id: str, attempt: int) -> tuple[Json, ...]:
        """The questions that an attempt was asked (Canvas, Quiz Questions API)."""
        path = core_path("courses", course_id, "quizzes", quiz_id, "questions")
        asked = (("quiz_submission_id", submission_id), ("quiz_submission_attempt", str(attempt)))
        return await whole_list(self._connection, path, asked)

    async def start(self, course_id: str, quiz_id: str, *, access_code: str = "", preview: bool = False) -> Json:
        """Begin an attempt; a `preview` counts nowhere. What comes back has the `validation_token` to end it with."""
        body: dict[str, object] = {"preview": True} if preview else {}
        if access_code:
            body["access_code"] = access_code
        return await self._write("POST", course_id, quiz_id, submissions_path(course_id, quiz_id), body)

    async def update(self, course_id: str, quiz_id: str, submission_id: str, marks: "AttemptMark") -> Json:
        """Send points, comments and fudge points of one attempt that was handed in; what is None stays.

        Raises OutOfLimits before anything is sent.
        """
        sent = without_null(marks.wire())
        for question in (marks.questions or {}).values():
            if problem := score_problem(question.score):
                raise OutOfLimits(problem)
        path = submissions_path(course_id, quiz_id, submission_id)
        return await self._write("PUT", course_id, quiz_id, path, {LIST: [sent]})

    async def complete(
        self,
        course_id: str,
        quiz_id: str,
        submission_id: str,
        *,
        attempt: int,
        validation_token: str,
        access_code: str = "",
    ) -> Json:
        """Hand in the latest attempt with the token that came with its beginning."""
        body: dict[str, object] = {"attempt": attempt, "validation_token": validation_token}
        if access_code:
            body["access_code"] = access_code
        path = submissions_path(course_id, quiz_id, submission_id, "complete")
        return await self._write("POST", course_id, quiz_id, path, body)

    async def time(self, course_id: str, quiz_id: str, submission_id: str) -> Json:
        """When the attempt ends, and the seconds left: `end_at`, `time_left`."""
        path = submissions_path(course_id, quiz_id, submission_id, "time")
        return self._connection.object(await self._connection.get(path))

    async def _write(self, method: str, course_id: str, quiz_id: str, path: str, body: Json) -> Json:
        return self._one(await self._connection.write(method, path, body, lane=quiz_lane(course_id, quiz_id)))

    def _one(self, answer: object) -> Json:
        return next(iter(members(self._connection, LIST, answer)), {})


def submissions_path(course_id: str, quiz_id: str, *below: str) -> str:
    """The path of a classic quiz's submissions, and below it."""
    return core_path("courses", course_id, "quizzes", quiz_id, "submissions", *below)


def without_null(json: object) -> object:
    """The same without a single null, at any depth: to Canvas a null is "no change", and so is what is not there."""
    if isinstance(json, dict):
        return {key: without_null(value) for key, value in json.items() if value is not None}
    return [without_null(value) for value in json] if isinstance(json, list) else json

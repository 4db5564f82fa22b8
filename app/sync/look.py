"""Looking at Canvas: the quiz, all its rows, and a second witness for what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.canvas.client import CanvasClient
from app.canvas.errors import CanvasError, Gone, NotAllowed
from app.errors import UserError
from app.library.assignment import SUMMARY
from app.message import message
from app.sync.side import Raw, Theirs
from app.sync.together import both, together


class QuizGone(UserError):
    """The quiz is no longer on Canvas. Nothing here is touched."""

    def __init__(self, title: str) -> None:
        super().__init__(
            message("“{title}” is no longer in this course on Canvas.", title=title),
            message("Your quiz is kept here. To put it on Canvas again, remove its link and sync it as a new one."),
        )


LOOKS = 3
"""How often a list is read that lacks rows."""


FRESH = 30.0
"""Seconds for which the quiz itself and its assignment need not be read again, once a person looked at a plan."""


@dataclass(frozen=True, slots=True)
class Known:
    """The quiz without its rows and its assignment as they were at a moment, in epoch seconds.

    A sync that follows its plan at once goes by them: its rows are read again, its settings before they are written.
    """

    quiz: Raw
    assignment: Raw | None
    at: float

    def is_fresh(self, now: float) -> bool:
        """Whether it may stand for another look."""
        return 0 <= now - self.at <= FRESH


async def look(
    client: CanvasClient,
    course_id: str,
    quiz_id: str,
    expected: Iterable[str],
    title: str = "",
    known: Known | None = None,
) -> Theirs:
    """Read the rows of the quiz, and the quiz itself and its assignment where they are not `known`.

    A row of `expected` that the list lacks is asked for by its id: a list may be cut or shifted, and only a 404 proves
    that it is gone (reliability.md, Decisions 4), in two looks, because a course that is closed for a moment says the
    same. A list that lacks rows which are there is read again; if it stays so, nothing is concluded from its order.
    Raises CanvasError, `QuizGone`.
    """
    wanted = tuple(sorted(expected))
    if known is not None:
        theirs = await _whole(client, course_id, quiz_id, wanted, title, known.quiz)
        return replace(theirs, assignment=known.assignment)
    theirs, assignment = await both(
        _whole(client, course_id, quiz_id, wanted, title), assignment_or_none(client, course_id, quiz_id)
    )
    return replace(theirs, assignment=assignment)


async def assignment_or_none(client: CanvasClient, course_id: str, quiz_id: str) -> Raw | None:
    """The assignment of a quiz; None for a person who may not see it. Raises CanvasError."""
    try:
        return await assignment_of(client, course_id, quiz_id)
    except (Gone, NotAllowed):
        return None


async def assignment_of(client: CanvasClient, course_id: str, quiz_id: str) -> Raw:
    """The assignment, with the count of those who handed it in where there are any and Canvas tells it.

    Raises CanvasError, for the count never: it is good to know and nothing waits for it.
    """
    assignment = await client.assignments.get(course_id, quiz_id)
    if not assignment.get("has_submitted_submissions"):
        return assignment
    try:
        return {**assignment, SUMMARY: await client.assignments.submission_summary(course_id, quiz_id)}
    except CanvasError:
        return assignment


async def _whole(
    client: CanvasClient,
    course_id: str,
    quiz_id: str,
    expected: tuple[str, ...],
    title: str,
    known: Raw | None = None,
) -> Theirs:
    before = frozenset[str]()
    for _ in range(LOOKS):
        theirs = await _once(client, course_id, quiz_id, expected, title, known)
        sure = theirs.gone & before
        if theirs.order_known and sure == theirs.gone:
            break
        before = theirs.gone
    return replace(theirs, gone=sure, order_known=theirs.order_known and sure == theirs.gone)


async def _once(
    client: CanvasClient, course_id: str, quiz_id: str, expected: tuple[str, ...], title: str, known: Raw | None
) -> Theirs:
    try:
        quiz, rows = await both(
            _given(known) if known is not None else client.quizzes.get(course_id, quiz_id),
            client.items.list(course_id, quiz_id),
        )
    except Gone as error:
        raise QuizGone(title) from error
    listed = {str(row["id"]) for row in rows}
    missing = [canvas_id for canvas_id in expected if canvas_id not in listed]
    found = await together(*(_row_or_none(client, course_id, quiz_id, canvas_id) for canvas_id in missing))
    gone = frozenset(canvas_id for canvas_id, row in zip(missing, found, strict=True) if row is None)
    hidden = tuple(row for row in found if row is not None)
    return Theirs(quiz, (*rows, *hidden), gone, order_known=not hidden)


async def _given(quiz: Raw) -> Raw:
    return quiz


async def _row_or_none(client: CanvasClient, course_id: str, quiz_id: str, canvas_id: str) -> Raw | None:
    try:
        return await client.items.get(course_id, quiz_id, canvas_id)
    except Gone:
        return None

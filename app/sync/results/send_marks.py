"""Sends marks that were written off-line: attempt by attempt, each noted before it is sent, none sent twice.

Canvas is looked at first. What it has already is not sent, so that marks whose answer was lost go again only if they
did not arrive; what somebody else changed there since is left to the person. A refusal stops nothing but its attempt.
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import Any

from app.canvas.client import CanvasClient
from app.canvas.errors import CanvasError, Gone, Invalid, NotAllowed, OutcomeUnknown, OutOfLimits
from app.library.library import Library
from app.library.results.keeping import answers, note_marked, result_sets
from app.library.results.marks import forget_marks, marks, turn
from app.library.results.row import Answer, Mark, MarkState, ResultSet
from app.models.results.mark import AttemptMark, QuestionMark
from app.models.results.quiz_submission import QuizSubmission
from app.models.results.reading import read
from app.sync.results.fetch import one_attempt

Carry = Callable[[Callable[[], Any]], Awaitable[Any]]
"""Does something to the library where that is done: here and now, or in the writer's thread."""

REFUSALS = (Invalid, NotAllowed, Gone, OutOfLimits)
"""What is about one attempt; anything else would stop the next one as well."""


@dataclass(slots=True)
class Sent:
    """How many attempts were sent, found to be there already, refused, and changed there by somebody else."""

    sent: int = 0
    there: int = 0
    refused: int = 0
    changed_there: int = 0


async def send_marks(
    client: CanvasClient,
    library: Library,
    account_id: str,
    carry: Carry,
    on_step: Callable[[int, int], object],
    *,
    reader: Library | None = None,
) -> Sent:
    """Send every mark of an account that is not on Canvas. Raises CanvasError; what is not sent by then stays.

    `library` is written to by `carry`; what is read before is read from `reader`, where that is another thread's.
    """
    await carry(lambda: None)  # what was marked a moment ago is kept by then
    db = (reader or library).db
    sets = {one.key: one for one in result_sets(db) if one.quiz.account_id == account_id}
    waiting = [mark for mark in marks(db) if mark.set in sets and mark.state != MarkState.CHANGED_THERE]
    waiting.sort(key=attrgetter("set", "submission_id", "attempt"))
    groups = [list(group) for _, group in groupby(waiting, key=attrgetter("set", "submission_id", "attempt"))]
    sender = _Sender(client, library, reader or library, carry)
    for place, group in enumerate(groups):
        on_step(place, len(groups))
        await sender.send(sets[group[0].set], group)
    on_step(len(groups), len(groups))
    return sender.done


class _Sender:
    def __init__(self, client: CanvasClient, library: Library, reader: Library, carry: Carry) -> None:
        self._client, self._library, self._reader, self._carry = client, library, reader, carry
        self._rows: dict[int, dict[str, Any]] = {}
        self.done = Sent()

    async def send(self, kept: ResultSet, group: Sequence[Mark]) -> None:
        """Look, then send what is still ours to send."""
        try:
            there = await self._there(kept, group[0])
        except REFUSALS as error:
            await self._refuse(group, error)
            return
        if there is None:
            await self._turn(group, MarkState.REFUSED, "Canvas no longer has this attempt.")
            self.done.refused += 1
            return
        ours = await self._without_known(group, there)
        if ours:
            await self._put(kept, ours, there)

    async def _there(self, kept: ResultSet, mark: Mark) -> dict[str, tuple[float | None, str]] | None:
        """What Canvas has for each question of an attempt; under "" its fudge points. None where it is not there."""
        if kept.key not in self._rows:
            quiz = kept.quiz
            raw = await self._client.students.scores(quiz.course_id, kept.assignment_id, ("submission_history",))
            self._rows[kept.key] = {str(row.get("user_id")): row for row in raw}
        student = self._reader.db.execute(
            "SELECT student FROM attempt WHERE results = ? AND submission = ?", (kept.key, mark.submission_id)
        ).get
        row = self._rows[kept.key].get(str(student))
        given = one_attempt(row, mark.attempt) if row is not None else None
        if given is None:
            return None
        there: dict[str, tuple[float | None, str]] = {one.question_id: (one.points, one.comment) for one in given}
        there[""] = (await self._fudge(kept, mark), "")
        return there

    async def _fudge(self, kept: ResultSet, mark: Mark) -> float | None:
        raw = await self._client.quiz_submissions.get(
            kept.quiz.course_id, kept.quiz.quiz_id, mark.submission_id, attempt=mark.attempt
        )
        found = read(QuizSubmission, raw)
        return found.fudge_points if found is not None else None

    async def _without_known(self, group: Sequence[Mark], there: dict[str, tuple[float | None, str]]) -> list[Mark]:
        known = [mark for mark in group if _is_there(mark, there)]
        others = [mark for mark in group if mark not in known and _changed_there(mark, there)]
        ours = [mark for mark in group if mark not in known and mark not in others]
        if known:
            await self._write(lambda: forget_marks(self._library.db, known))
            self.done.there += not ours and not others
        for mark in others:
            score, comment = there.get(mark.question_id, (None, ""))
            told = f"{'' if score is None else f'{score:g}'}\n{comment}"
            await self._turn([mark], MarkState.CHANGED_THERE, told)
        self.done.changed_there += bool(others)
        return ours

    async def _put(self, kept: ResultSet, ours: Sequence[Mark], there: dict[str, tuple[float | None, str]]) -> None:
        first, quiz = ours[0], kept.quiz
        await self._turn(ours, MarkState.SENDING)
        try:
            raw = await self._client.quiz_submissions.update(
                quiz.course_id, quiz.quiz_id, first.submission_id, _wire(ours)
            )
        except OutcomeUnknown:
            raise  # they stay as being sent: the next time Canvas is asked first
        except REFUSALS as error:
            await self._refuse(ours, error)
            return
        except CanvasError:
            await self._turn(ours, MarkState.HERE)
            raise
        await self._write(lambda: self._settle(ours, read(QuizSubmission, raw)))
        self.done.sent += 1

    def _settle(self, ours: Sequence[Mark], seen: QuizSubmission | None) -> None:
        db, first = self._library.db, ours[0]
        given = [_marked(one, ours) for one in answers(db, first.set, first.submission_id, first.attempt)]
        columns: dict[str, float | str | None] = {}
        if seen is not None:
            columns = {"score": seen.score, "kept_score": seen.kept_score, "fudge": seen.fudge_points}
            columns["state"] = str(seen.workflow_state or "")
        note_marked(db, first.set, first.submission_id, first.attempt, given, **columns)
        forget_marks(db, ours)

    async def _refuse(self, group: Iterable[Mark], error: CanvasError) -> None:
        words = getattr(error, "words", "") or str(error.message)
        await self._turn(list(group), MarkState.REFUSED, words)
        self.done.refused += 1

    async def _turn(self, found: Sequence[Mark], state: str, told: str = "") -> None:
        await self._write(lambda: turn(self._library.db, found, state, told))

    async def _write(self, work: Callable[[], object]) -> None:
        def in_transaction() -> None:
            with self._library.transaction():
                work()

        await self._carry(in_transaction)


def _wire(ours: Sequence[Mark]) -> AttemptMark:
    """Only what changed: a score or a comment that Canvas has already is left out."""
    questions = {
        mark.question_id: QuestionMark(
            score=mark.score if mark.score != mark.base_score else None,
            comment=mark.comment if mark.comment != mark.base_comment else None,
        )
        for mark in ours
        if mark.question_id
    }
    fudge = next((mark.score for mark in ours if not mark.question_id), None)
    values = {"attempt": ours[0].attempt, "fudge_points": fudge, "questions": questions or None}
    return AttemptMark.model_validate(values)


def _is_there(mark: Mark, there: dict[str, tuple[float | None, str]]) -> bool:
    score, comment = there.get(mark.question_id, (None, ""))
    return mark.score in (None, score) and mark.comment in (None, comment)


def _changed_there(mark: Mark, there: dict[str, tuple[float | None, str]]) -> bool:
    """Whether somebody changed there what this mark is about. Fudge points that were not known are nobody's change."""
    score, comment = there.get(mark.question_id, (None, ""))
    if not mark.question_id:
        return mark.base_score is not None and score != mark.base_score
    by_score = mark.score is not None and score != mark.base_score
    return by_score or (mark.comment is not None and comment != mark.base_comment)


def _marked(answer: Answer, ours: Sequence[Mark]) -> Answer:
    mark = next((one for one in ours if one.question_id == answer.question_id), None)
    if mark is None:
        return answer
    if mark.score is not None:
        answer = replace(answer, points=mark.score, correct="defined")
    return answer if mark.comment is None else replace(answer, comment=mark.comment)

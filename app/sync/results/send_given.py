"""Sends more time and attempts that students are to be given; what Canvas said is kept student by student.

Many students go in one request. Canvas refuses all of it for one student whom it does not know, or who has not opened
the quiz: each of them is then sent alone, so that one stops nobody else.
Minutes and attempts are absolute: sending them again after a lost answer gives nobody more. Moving the end of an
attempt is not: where its answer is lost, nobody knows, and the person has to look at the time that is left.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.canvas.client import CanvasClient
from app.canvas.errors import CanvasError, Gone, Invalid, NotAllowed, OutcomeUnknown, OutOfLimits
from app.library.library import Library
from app.library.results.given import Given, GivenState, turn_given, unsent
from app.models.results.extension import Accommodation, AccommodationOutcome, QuizExtension
from app.models.results.limit import MOST_PEOPLE
from app.sync.results.send_marks import Carry

_REFUSALS = (Invalid, NotAllowed, Gone, OutOfLimits)
_NOT_OPENED = "are not participants in this assignment"
_MOVES_END = frozenset({"extend_from_now", "extend_from_end_at"})
UNSURE = "Canvas did not say whether it arrived. Look at the time that is left before you give it again."
"""Kept as what Canvas said: the window and the command line show it."""


@dataclass(slots=True)
class Gave:
    """How many students were given it, refused, and have to open the quiz first."""

    sent: int = 0
    refused: int = 0
    later: int = 0


async def send_given(
    client: CanvasClient,
    library: Library,
    account_id: str,
    carry: Carry,
    now: float,
    *,
    reader: Library | None = None,
) -> Gave:
    """Send all of an account that is to be sent; `reader` as for marks.

    Raises CanvasError; what is not sent by then stays.
    """
    sender = _Sender(client, library, carry, now)
    await carry(lambda: None)
    waiting = unsent((reader or library).db, account_id)
    waiting.sort(key=lambda one: (one.kind, one.course_id, one.quiz_id, one.id))
    for _, group in groupby(waiting, key=lambda one: (one.kind, one.course_id, one.quiz_id)):
        for batch in _batches(group):
            await sender.send(batch)
    return sender.done


def _batches(group: Iterable[Given]) -> Iterator[Sequence[Given]]:
    """What goes in one request: so many students at most, each of them once, what was wanted first before the rest."""
    rounds: list[list[Given]] = []
    met: Counter[str] = Counter()
    for one in group:
        if met[one.student_id] == len(rounds):
            rounds.append([])
        rounds[met[one.student_id]].append(one)
        met[one.student_id] += 1
    for rows in rounds:
        yield from (rows[first : first + MOST_PEOPLE] for first in range(0, len(rows), MOST_PEOPLE))


class _Sender:
    def __init__(self, client: CanvasClient, library: Library, carry: Carry, now: float) -> None:
        self._client, self._library, self._carry, self._now = client, library, carry, now
        self.done = Gave()

    async def send(self, batch: Sequence[Given]) -> None:
        """These students, of one kind, course and quiz."""
        unsure = [one for one in batch if one.state == GivenState.SENDING and _MOVES_END & one.fields.keys()]
        await self._turn(unsure, GivenState.REFUSED, UNSURE)
        if rows := [one for one in batch if one not in unsure]:
            await self._send(rows)

    async def _send(self, rows: Sequence[Given]) -> None:
        await self._turn(rows, GivenState.SENDING)
        try:
            refused = await (self._extend if rows[0].kind == "classic" else self._accommodate)(rows)
        except CanvasError as error:
            await self._failed(rows, error)
            return
        await self._turn([one for one in rows if one.student_id not in refused], GivenState.SENT)
        for one in rows:
            if one.student_id in refused:
                await self._turn([one], GivenState.REFUSED, refused[one.student_id])

    async def _extend(self, rows: Sequence[Given]) -> Mapping[str, str]:
        """In Classic quizzes: all of them or none."""
        wanted = [QuizExtension.model_validate({"user_id": one.student_id, **one.fields}) for one in rows]
        await self._client.quiz_extensions.extend(rows[0].course_id, wanted, quiz_id=rows[0].quiz_id or None)
        return {}

    async def _accommodate(self, rows: Sequence[Given]) -> Mapping[str, str]:
        """In New Quizzes: gives the students for whom it was not taken, and what Canvas said of them."""
        wanted = [Accommodation.model_validate({"user_id": one.student_id, **one.fields}) for one in rows]
        api, course, quiz = self._client.accommodations, rows[0].course_id, rows[0].quiz_id
        raw = await (api.for_quiz(course, quiz, wanted) if quiz else api.for_course(course, wanted))
        return {one.user_id: one.error or "" for one in AccommodationOutcome.model_validate(raw).failed}

    async def _failed(self, rows: Sequence[Given], error: CanvasError) -> None:
        words = str(getattr(error, "words", "") or error.message)
        if isinstance(error, OutcomeUnknown):
            raise error  # they stay as being sent
        if not isinstance(error, _REFUSALS):
            await self._turn(rows, GivenState.HERE)
            raise error
        if len(rows) > 1:  # nothing of it was taken; a cut between them is no lost answer
            await self._turn(rows, GivenState.HERE)
            for one in rows:
                await self._send([one])
        elif isinstance(error, Gone) and _NOT_OPENED in words:
            await self._turn(rows, GivenState.LATER, words)
        else:
            await self._turn(rows, GivenState.REFUSED, words)

    async def _turn(self, rows: Sequence[Given], state: str, told: str = "") -> None:
        if not rows:
            return
        self.done.sent += len(rows) * (state == GivenState.SENT)
        self.done.refused += len(rows) * (state == GivenState.REFUSED)
        self.done.later += len(rows) * (state == GivenState.LATER)

        def in_transaction() -> None:
            with self._library.transaction() as db:
                for one in rows:
                    turn_given(db, one.id, state, told, self._now)

        await self._carry(in_transaction)

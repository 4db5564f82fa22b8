"""Sends more time and attempts that students are to be given; what Canvas said is kept student by student.

Minutes and attempts are absolute: sending them again after a lost answer gives nobody more. Moving the end of an
attempt is not: where its answer is lost, nobody knows, and the person has to look at the time that is left.
"""

from dataclasses import dataclass
from itertools import groupby

from app.canvas.client import CanvasClient
from app.canvas.errors import CanvasError, Gone, Invalid, NotAllowed, OutcomeUnknown, OutOfLimits
from app.library.library import Library
from app.library.results.given import Given, GivenState, turn_given, unsent
from app.models.results.extension import Accommodation, AccommodationOutcome, QuizExtension
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
    for (kind, _, _), group in groupby(waiting, key=lambda one: (one.kind, one.course_id, one.quiz_id)):
        for one in group:  # one student at a time: an unknown one would stop the whole call
            await (sender.extend if kind == "classic" else sender.accommodate)(one)
    return sender.done


class _Sender:
    def __init__(self, client: CanvasClient, library: Library, carry: Carry, now: float) -> None:
        self._client, self._library, self._carry, self._now = client, library, carry, now
        self.done = Gave()

    async def extend(self, one: Given) -> None:
        """A student in Classic quizzes."""
        if one.state == GivenState.SENDING and _MOVES_END & one.fields.keys():
            await self._turn(one, GivenState.REFUSED, UNSURE)
            return
        await self._turn(one, GivenState.SENDING)
        extension = QuizExtension.model_validate({"user_id": one.student_id, **one.fields})
        quiz = one.quiz_id or None
        try:
            await self._client.quiz_extensions.extend(one.course_id, [extension], quiz_id=quiz)
        except CanvasError as error:
            await self._failed(one, error)
        else:
            await self._turn(one, GivenState.SENT)

    async def accommodate(self, one: Given) -> None:
        """A student in New Quizzes."""
        await self._turn(one, GivenState.SENDING)
        wanted = [Accommodation.model_validate({"user_id": one.student_id, **one.fields})]
        api = self._client.accommodations
        try:
            if one.quiz_id:
                raw = await api.for_quiz(one.course_id, one.quiz_id, wanted)
            else:
                raw = await api.for_course(one.course_id, wanted)
        except CanvasError as error:
            await self._failed(one, error)
            return
        outcome = AccommodationOutcome.model_validate(raw)
        failed = next((each for each in outcome.failed if each.user_id == one.student_id), None)
        if failed is not None:
            await self._turn(one, GivenState.REFUSED, failed.error or "")
        else:
            await self._turn(one, GivenState.SENT)

    async def _failed(self, one: Given, error: CanvasError) -> None:
        words = str(getattr(error, "words", "") or error.message)
        if isinstance(error, OutcomeUnknown):
            raise error  # it stays as being sent
        if isinstance(error, Gone) and _NOT_OPENED in words:
            await self._turn(one, GivenState.LATER, words)
        elif isinstance(error, _REFUSALS):
            await self._turn(one, GivenState.REFUSED, words)
        else:
            await self._turn(one, GivenState.HERE)
            raise error

    async def _turn(self, one: Given, state: str, told: str = "") -> None:
        self.done.sent += state == GivenState.SENT
        self.done.refused += state == GivenState.REFUSED
        self.done.later += state == GivenState.LATER

        def in_transaction() -> None:
            with self._library.transaction() as db:
                turn_given(db, one.id, state, told, self._now)

        await self._carry(in_transaction)

"""Making a quiz on Canvas exactly once, also when the answer to the create is lost."""

from collections.abc import Awaitable, Callable, Iterable

from app.canvas.client import CanvasClient
from app.canvas.errors import CanvasError, OutcomeUnknown
from app.message import message
from app.sync.intent import Intent, IntentKind
from app.sync.ledger import Ledger
from app.sync.recover import changed_since, is_ours
from app.sync.side import Base, Raw
from app.sync.unit import quiz_units

_EMPTY_AT_FIRST = ("instructions", "due_at", "unlock_at", "lock_at")
"""What a new quiz has only if somebody gave it: unlike settings, for which a server has its own beginnings."""

GROUP_GONE = message(
    "The assignment group that was chosen is no longer in the course: Canvas put the quiz into another one. Move it on "
    "Canvas where that is not the right one."
)


async def created_quiz(
    client: CanvasClient,
    ledger: Ledger,
    course_id: str,
    payload: Raw,
    *,
    group: str | None,
    now: Callable[[], float],
    new_id: str,
) -> Base:
    """Create the quiz and keep its id. The journal holds which quizzes the course had before.

    The assignment group belongs to the course and is no part of what both sides agree on. Raises CanvasError; after
    `OutcomeUnknown` the intent stays open for `found_quiz`.
    """
    known = frozenset(str(raw["id"]) for raw in await client.quizzes.list(course_id))
    units = quiz_units(payload)
    intent = Intent(new_id, IntentKind.CREATE_QUIZ, "", None, units, known, now())
    await ledger.begin(intent)
    try:
        raw = await client.quizzes.create(course_id, {**payload, **({"assignment_group_id": group} if group else {})})
    except OutcomeUnknown:
        await ledger.note_unknown(intent.id, now())
        raise
    except CanvasError:
        await ledger.settle(intent.id)
        raise
    base = Base(canvas_id=str(raw["id"]), sent=units, returned=raw)
    await ledger.agree_quiz(base, intent.id)
    return base


async def found_quiz(
    client: CanvasClient, ledger: Ledger, course_id: str, intent: Intent, wait: Callable[[float], Awaitable[bool]]
) -> Base | None:
    """Look for the quiz of a lost create until `wait` says that its grace is over; None if it was never made."""
    while True:
        raw = _made(intent, await client.quizzes.list(course_id))
        if raw is not None:
            changed = changed_since({**dict.fromkeys(_EMPTY_AT_FIRST), **intent.units}, quiz_units(raw))
            base = Base(canvas_id=str(raw["id"]), sent=intent.units, returned=raw, kept=changed)
            await ledger.agree_quiz(base, intent.id)
            return base
        if not await wait(intent.sent_at):
            await ledger.settle(intent.id)
            return None


async def group_is_gone(client: CanvasClient, course_id: str, group: str) -> bool:
    """Whether the course has no such assignment group any more. Raises CanvasError."""
    return all(str(raw["id"]) != group for raw in await client.assignment_groups.list(course_id))


def _made(intent: Intent, quizzes: Iterable[Raw]) -> Raw | None:
    """The quiz that the create made: one that was not there before it and says what was sent, else the only one with
    its title, to which somebody has written instructions since."""
    new = [raw for raw in quizzes if str(raw["id"]) not in intent.known and _has(raw, intent, "title")]
    same = [raw for raw in new if _has(raw, intent, "instructions")]
    return same[0] if same else new[0] if len(new) == 1 else None


def _has(raw: Raw, intent: Intent, name: str) -> bool:
    """Of settings a server may give back more than was sent, or tidied: they say nothing here."""
    return is_ours({name: intent.units[name]} if name in intent.units else {}, quiz_units(raw))

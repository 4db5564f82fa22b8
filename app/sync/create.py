"""Making a quiz on Canvas exactly once, also when the answer to the create is lost."""

from collections.abc import Awaitable, Callable

from app.canvas.client import CanvasClient
from app.canvas.errors import CanvasError, OutcomeUnknown
from app.sync.intent import Intent, IntentKind
from app.sync.ledger import Ledger
from app.sync.recover import is_ours
from app.sync.side import Base, Raw
from app.sync.unit import quiz_units


async def created_quiz(
    client: CanvasClient, ledger: Ledger, course_id: str, payload: Raw, *, now: Callable[[], float], new_id: str
) -> Base:
    """Create the quiz and keep its id. The journal holds which quizzes the course had before.

    Raises CanvasError; after `OutcomeUnknown` the intent stays open for `found_quiz`.
    """
    known = frozenset(str(raw["id"]) for raw in await client.quizzes.list(course_id))
    units = quiz_units(payload)
    intent = Intent(new_id, IntentKind.CREATE_QUIZ, "", None, units, known, now())
    await ledger.begin(intent)
    try:
        raw = await client.quizzes.create(course_id, dict(payload))
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
        for raw in await client.quizzes.list(course_id):
            if str(raw["id"]) not in intent.known and is_ours(_lasting(intent.units), quiz_units(raw)):
                base = Base(canvas_id=str(raw["id"]), sent=intent.units, returned=raw)
                await ledger.agree_quiz(base, intent.id)
                return base
        if not await wait(intent.sent_at):
            await ledger.settle(intent.id)
            return None


def _lasting(units: Raw) -> dict[str, object]:
    """What a server surely keeps as it was sent: settings may come back with more, or tidied."""
    return {name: value for name, value in units.items() if name in ("title", "instructions")}

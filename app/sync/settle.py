"""At the start of a pass: what happened to the writes whose answers were lost."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace

from app.canvas.client import CanvasClient
from app.canvas.errors import Gone, Invalid
from app.message import Message
from app.sync.intent import Intent, IntentKind, Replaced
from app.sync.kept_both import KEPT_BESIDE, old_stays
from app.sync.ledger import Ledger
from app.sync.look import look
from app.sync.merge import overlaid
from app.sync.recover import DELETES, Settled, changed_since, is_ours, settled
from app.sync.send import Sender, kept_units
from app.sync.side import Base, BaseItem, Raw, Theirs
from app.sync.unit import item_units, quiz_units

Wait = Callable[[float], Awaitable[bool]]


async def settle_uploads(ledger: Ledger) -> None:
    """A picture of texts whose answer was lost needs no look: it is sent again under the same name, if it is needed."""
    for intent in await ledger.lost():
        if intent.kind is IntentKind.UPLOAD:
            await ledger.settle(intent.id)


async def settle_lost(
    client: CanvasClient,
    ledger: Ledger,
    sender: Sender | None,
    base: Base,
    theirs: Theirs,
    wait: Wait,
    notes: list[Message],
) -> tuple[Base, Theirs]:
    """Adopt what is seen, wait for the rest until `wait` says that its grace is over, then take it for not done.

    Without a `sender` nothing is written: a row that still waits to be deleted, because another took its place, is left
    out of `theirs`. What the person should know is added to `notes`.
    """
    while lost := [intent for intent in await ledger.lost() if _is_settled_here(intent, sender)]:
        progress = await _adopt(ledger, lost, base, theirs)
        base = await ledger.base()
        left = [intent for intent in await ledger.lost() if intent.id in {one.id for one in lost} - progress]
        if left and not await wait(max(intent.sent_at for intent in left)):
            await _give_up(ledger, sender, base, theirs, left, notes)
            base = await ledger.base()
        expected = expected_rows(base, await ledger.lost())
        theirs = await look(client, ledger.course_id, base.canvas_id or "", expected, ledger.quiz().title)
    replaced = {intent.canvas_id for intent in await ledger.lost() if intent.kind is IntentKind.DELETE_REPLACED}
    return base, replace(theirs, items=tuple(row for row in theirs.items if str(row["id"]) not in replaced))


def _is_settled_here(intent: Intent, sender: Sender | None) -> bool:
    waits_for_writing = intent.kind is IntentKind.DELETE_REPLACED and sender is None
    return intent.kind is not IntentKind.CREATE_QUIZ and not waits_for_writing


def expected_rows(base: Base, lost: Iterable[Intent]) -> frozenset[str]:
    """Canvas's ids of the rows that should be there, or whose deletion is to be seen."""
    return frozenset(base.by_canvas_id) | {one.canvas_id for one in lost if one.kind in DELETES and one.canvas_id}


async def _adopt(ledger: Ledger, lost: list[Intent], base: Base, theirs: Theirs) -> set[str]:
    done = set()
    for found in settled(lost, base, theirs):
        await _keep(ledger, found, base)
        done.add(found.intent.id)
    for intent in lost:
        if intent.kind is IntentKind.UPDATE_QUIZ and is_ours(intent.units, quiz_units(theirs.quiz)):
            names = frozenset(intent.units)
            sent = overlaid(base.sent, intent.units, names)
            kept = kept_units(base.returned_units, quiz_units(theirs.quiz), names)
            await ledger.agree_quiz(replace(base, sent=sent, returned=theirs.quiz, kept=kept), intent.id)
            done.add(intent.id)
    return done


async def _keep(ledger: Ledger, found: Settled, base: Base) -> None:
    intent, row = found.intent, found.row
    if not found.done:
        await ledger.settle(intent.id)
    elif row is None:
        item_id = intent.item_id if intent.kind is IntentKind.DELETE else ""
        await ledger.forget(item_id, intent.canvas_id or "", intent.id)
    elif intent.kind is IntentKind.UPDATE:
        agreed = base.items[intent.item_id]
        names = frozenset(intent.units)
        there = item_units(row)
        kept = kept_units(agreed.returned_units, there, names)
        ghostly = {name: there.get(name) for name in changed_since(intent.units, there).keys() & names}
        sent = overlaid(agreed.sent, {**intent.units, **ghostly}, names)  # ghosts are for another update to remove
        ledger.agree(replace(agreed, sent=sent, returned=row, kept=kept), intent.id)
    else:
        made = BaseItem(intent.item_id, str(row["id"]), intent.units, row, changed_since(intent.units, item_units(row)))
        ledger.agree(made, intent.id, replaced=_replaced(intent, base))


def _replaced(intent: Intent, base: Base) -> Replaced | None:
    """The old row of a lost replacement, as it was agreed on until now."""
    if intent.canvas_id is None:
        return None
    agreed = base.items.get(intent.item_id)
    known = agreed.returned_units if agreed is not None and agreed.canvas_id == intent.canvas_id else {}
    return Replaced(intent.canvas_id, known)


async def _give_up(
    ledger: Ledger, sender: Sender | None, base: Base, theirs: Theirs, left: list[Intent], notes: list[Message]
) -> None:
    """Take for not done what is left. A note goes before what it is about is settled: a cut must not lose it."""
    for intent in left:
        row = theirs.by_id.get(intent.canvas_id or "")
        if sender is None or intent.kind is not IntentKind.DELETE_REPLACED or row is None:
            await ledger.settle(intent.id)
        elif _is_wanted_again(intent, base, theirs):
            ledger.agree(_as_it_was(intent, row), intent.id)
        elif intent.units and changed_since(intent.units, item_units(row)):  # an edit beats a deletion
            _tell(notes, KEPT_BESIDE)
            await ledger.settle(intent.id)
        else:
            await _delete_old(sender, base, intent, row, notes)
            await ledger.settle(intent.id)


def _tell(notes: list[Message], note: Message) -> None:
    if note not in notes:
        notes.append(note)


async def _delete_old(sender: Sender, base: Base, intent: Intent, row: Raw, notes: list[Message]) -> None:
    """Delete the row in whose place another one is; one that Canvas keeps, having answers of students, comes here."""
    try:
        await sender.delete_replaced(intent.item_id, Replaced(str(row["id"]), intent.units))
        if (made := base.items.get(intent.item_id)) is not None:
            await sender.forget_if_gone(made)
    except Gone:
        return
    except Invalid as error:
        _tell(notes, old_stays(error.message))


def _is_wanted_again(replaced: Intent, base: Base, theirs: Theirs) -> bool:
    """Whether the row that took its place is gone: somebody deleted one of two that looked alike, and not both."""
    agreed = base.items.get(replaced.item_id)
    return agreed is not None and agreed.canvas_id in theirs.gone


def _as_it_was(replaced: Intent, row: Raw) -> BaseItem:
    """What was agreed on for a row before another one took its place: what was changed since goes there."""
    return BaseItem(
        replaced.item_id, str(row["id"]), replaced.units, row, changed_since(replaced.units, item_units(row))
    )

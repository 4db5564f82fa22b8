"""Rows of Canvas on their way here: noted before the quiz changes, so that a kill in between brings none twice."""

from uuid import uuid4

from app.sync.bring import brought_item
from app.sync.intent import Intent, IntentKind
from app.sync.ledger import Ledger
from app.sync.side import Base, BaseItem
from app.sync.step import BringItem
from app.sync.unit import item_units
from app.sync.wire import wire_item


def bring_intent(step: BringItem, ledger: Ledger) -> Intent:
    """What is kept before the row becomes an item here: the base that it will have."""
    sent = item_units(wire_item(brought_item(step, ledger.reference), ledger.addresses))
    canvas_id = str(step.raw["id"])
    units = {"sent": sent, "returned": step.raw}
    return Intent(str(uuid4()), IntentKind.BRING, step.item_id, canvas_id, units, frozenset(), 0.0)


async def settle_brought(ledger: Ledger, base: Base) -> Base:
    """Keep the base of rows that came here before they could be agreed on; rows that did not come are brought again."""
    lost = [intent for intent in await ledger.lost() if intent.kind is IntentKind.BRING]
    if not lost:
        return base
    here = [intent for intent in lost if intent.item_id in ledger.quiz().places and _is_new(intent, base)]
    items = [BaseItem(one.item_id, str(one.canvas_id), one.units["sent"], one.units["returned"]) for one in here]
    await ledger.agree_brought(items, [intent.id for intent in lost])
    return await ledger.base()


def _is_new(intent: Intent, base: Base) -> bool:
    """Whether no row of it is agreed on: one that was brought back after its deletion here has its old base."""
    return intent.item_id not in base.items

"""Settles writes whose answer was lost: by a crash, a cut connection or a server that failed after it had stored.

A lost write is adopted where its effect is seen, waited for during the grace, and only then taken for not done.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.sync.adopt import LostCreate, adopted, words_of
from app.sync.intent import Intent, IntentKind
from app.sync.side import Base, Raw, Theirs
from app.sync.unit import item_units

CREATES = frozenset({IntentKind.CREATE, IntentKind.REPLACE})
DELETES = frozenset({IntentKind.DELETE, IntentKind.DELETE_REPLACED})


@dataclass(frozen=True, slots=True)
class Settled:
    """An intent whose outcome is known: `row` is what it made or changed, None where nothing is left of it."""

    intent: Intent
    row: Raw | None
    done: bool


def settled(lost: Iterable[Intent], base: Base, theirs: Theirs) -> tuple[Settled, ...]:
    """The intents on items whose outcome can be seen now. The others may still happen, or never did."""
    intents = tuple(lost)
    creates = [LostCreate(intent.id, intent.units, intent.known) for intent in intents if intent.kind in CREATES]
    found = adopted(creates, theirs.items, base.by_canvas_id)
    seen = []
    for intent in intents:
        if intent.kind in CREATES and intent.id in found:
            seen.append(Settled(intent, found[intent.id], done=True))
        elif intent.kind in DELETES and intent.canvas_id in theirs.gone:
            seen.append(Settled(intent, None, done=True))
        elif intent.kind is IntentKind.UPDATE and (row := theirs.by_id.get(intent.canvas_id or "")) is not None:
            if is_ours(intent.units, item_units(row)):
                seen.append(Settled(intent, row, done=True))
        elif intent.kind is IntentKind.UPDATE and intent.canvas_id in theirs.gone:
            seen.append(Settled(intent, None, done=False))
    return tuple(seen)


def is_ours(sent: Mapping[str, Any], there: Mapping[str, Any]) -> bool:
    """Whether every unit that we sent stands there, blind to a server's tidying of HTML."""
    return all(words_of(value) == words_of(there.get(name)) for name, value in sent.items())

"""Settles writes whose answer was lost: by a crash, a cut connection or a server that failed after it had stored.

A lost write is adopted where its effect is seen, waited for during the grace, and only then taken for not done.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.sync.adopt import LostCreate, adopted, words_of
from app.sync.intent import Intent, IntentKind
from app.sync.side import Base, Raw, Theirs
from app.sync.structure import elements
from app.sync.unit import ANSWERS, OTHER, Units, item_units

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
    owned = {key: one.sent for key, one in base.by_canvas_id.items()} if creates else {}
    found = adopted(creates, theirs.items, owned)
    seen = []
    for intent in intents:
        if intent.kind in CREATES and intent.id in found:
            seen.append(Settled(intent, found[intent.id], done=True))
        elif intent.kind in DELETES and intent.canvas_id in theirs.gone:
            seen.append(Settled(intent, None, done=True))
        elif intent.kind is IntentKind.UPDATE and (row := theirs.by_id.get(intent.canvas_id or "")) is not None:
            known = base.items[intent.item_id].returned_units if intent.item_id in base.items else {}
            if has_arrived(intent.units, item_units(row), known):
                seen.append(Settled(intent, row, done=True))
        elif intent.kind is IntentKind.UPDATE and intent.canvas_id in theirs.gone:
            seen.append(Settled(intent, None, done=False))
    return tuple(seen)


def is_ours(sent: Mapping[str, Any], there: Mapping[str, Any]) -> bool:
    """Whether every unit that we sent stands there, blind to a server's tidying of HTML."""
    return all(words_of(value) == words_of(there.get(name)) for name, value in sent.items())


def has_arrived(sent: Units, there: Units, known: Units) -> bool:
    """The same, or what becomes of it where an update leaves ghosts: all of it, and else only what was there before."""
    rest = {name: value for name, value in sent.items() if name != ANSWERS}
    if ANSWERS not in sent or is_ours({ANSWERS: sent[ANSWERS]}, there):
        return is_ours(rest, there)
    now, before = there.get(ANSWERS) or {}, known.get(ANSWERS) or {}
    strange = _ids(now) - _ids(sent[ANSWERS]) - _ids(before)
    came = now != before or any(words_of(known.get(name)) != words_of(value) for name, value in rest.items())
    return is_ours(rest, there) and came and not strange and _is_within(sent[ANSWERS], now)


def _ids(answers: Mapping[str, Any]) -> set[str]:
    return {one for row in elements(answers).values() for one in row}


def _is_within(sent: object, there: object) -> bool:
    """Whether everything of `sent` stands in `there`, lists of elements in any order."""
    if isinstance(sent, Mapping) and isinstance(there, Mapping):
        return all(_is_within(value, there.get(key)) for key, value in sent.items())
    if isinstance(sent, list | tuple) and isinstance(there, list | tuple) and _by_id(sent):
        found = _by_id(there)
        return all(_is_within(part, found.get(key)) for key, part in _by_id(sent).items())
    return words_of(sent) == words_of(there)


def _by_id(rows: Iterable[object]) -> dict[str, object]:
    return {str(row["id"]): row for row in rows if isinstance(row, Mapping) and "id" in row}


def changed_since(sent: Mapping[str, Any], there: Mapping[str, Any]) -> dict[str, Any]:
    """The units of a lost create that somebody has changed before we saw its row: what was sent is what we know of
    them, so that the change comes in as any other."""
    return {
        name: value for name, value in sent.items() if name != OTHER and words_of(value) != words_of(there.get(name))
    }

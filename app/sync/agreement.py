"""What counts as agreed on once the person has decided a conflict: the base of that unit (decisions 15)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar

from app.library import linking
from app.library.library import Library
from app.library.linking import ItemBase, QuizBase
from app.sync.side import Base, BaseItem
from app.sync.step import Conflict

S = TypeVar("S", Base, BaseItem)


@dataclass(frozen=True, slots=True)
class Agreement:
    """From now on `sent` counts as what was here of a unit, `returned` as what Canvas had; "" is the quiz itself."""

    item_id: str
    unit: str
    sent: Any
    returned: Any


def mine_stays(conflict: Conflict) -> Agreement:
    """Both had Canvas's value, and mine was changed since: it is sent, unless Canvas has another one by then."""
    return Agreement(conflict.item_id, conflict.unit, conflict.theirs, conflict.theirs)


def theirs_comes(conflict: Conflict, base: Base) -> Agreement:
    """What is here was not changed since: what Canvas has then is brought in."""
    side = base.items[conflict.item_id] if conflict.item_id else base
    return Agreement(conflict.item_id, conflict.unit, conflict.mine, side.returned_units.get(conflict.unit))


def agreed(base: Base, agreements: Iterable[Agreement]) -> Base:
    """The base with these units as agreed."""
    for one in agreements:
        if one.item_id:
            item = base.items[one.item_id]
            base = replace(base, items={**base.items, one.item_id: _with(item, one)})
        else:
            base = _with(base, one)
    return base


def _with(side: S, one: Agreement) -> S:
    return replace(side, sent={**side.sent, one.unit: one.sent}, kept={**side.kept, one.unit: one.returned})


def base_of(library: Library, link: str) -> Base:
    """What both sides last agreed on, as the library keeps it."""
    kept = linking.quiz_base(library.db, link)
    items = {row.item_id: _base_item(row) for row in linking.item_bases(library.db, link)}
    return Base(kept.canvas_id, kept.sent, kept.returned, kept.kept, items, kept.order, kept.moving)


@lru_cache(maxsize=1000)
def _base_item(row: ItemBase) -> BaseItem:
    """The same value for the same row, because the units of Canvas's answer are read from it once."""
    return BaseItem(row.item_id, row.canvas_id, row.sent, row.returned, row.kept)


def note(library: Library, link: str, agreements: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """Keep these as agreed on; gives what was agreed before. An item that is no longer there is left out."""
    base = base_of(library, link)
    known = [one for one in agreements if not one.item_id or one.item_id in base.items]
    after = agreed(base, known)
    for item_id in {one.item_id for one in known if one.item_id}:
        item = after.items[item_id]
        kept = ItemBase(item_id, item.canvas_id, item.sent, item.returned, item.kept)
        linking.note_item_base(library.db, link, kept)
    if any(not one.item_id for one in known):
        row = QuizBase(after.canvas_id, after.sent, after.returned, after.kept, after.order)
        linking.note_quiz_base(library.db, link, row)
    return tuple(_present(base, one) for one in known)


def _present(base: Base, one: Agreement) -> Agreement:
    side = base.items[one.item_id] if one.item_id else base
    return Agreement(one.item_id, one.unit, side.sent.get(one.unit), side.returned_units.get(one.unit))


def still(library: Library, link: str, agreements: Iterable[Agreement]) -> list[bool]:
    """Whether each is what is agreed on now: no sync has gone on since."""
    base = base_of(library, link)
    return [(not one.item_id or one.item_id in base.items) and _present(base, one) == one for one in agreements]

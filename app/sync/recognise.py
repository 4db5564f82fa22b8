"""Recognises rows that are questions of this quiz though nothing here says so: a backup was restored, mostly.

A row that says the same is the same, whoever made it (reliability.md 1.2). One that shares ids with a question, and
with no other one, is that question too, changed since; what differs of it is for the person to decide. Of copies, which
share their ids, title and text tell which is which, then points, then the title alone. Types without ids are known by
their type and title in the same way: whether an edited text is the same question is asked, a second one comes unasked.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from app.models.quiz import Quiz
from app.sync.adopt import text_of
from app.sync.copied import Side, own_ids, without_addresses
from app.sync.ledger import Ledger
from app.sync.recover import changed_since
from app.sync.side import Base, BaseItem, Raw, Theirs
from app.sync.unit import ANSWERS, Units, item_units
from app.sync.wire import Addresses, wire_item

Sides = Mapping[str, Units]


async def recognise(ledger: Ledger, base: Base, theirs: Theirs) -> Base:
    """Keep as agreed on what is recognised. Every lost write must be settled before."""
    found = recognised(ledger.quiz(), base, theirs, ledger.addresses)
    if not found:
        return base
    await ledger.agree_brought(found, ())
    return await ledger.base()


def recognised(quiz: Quiz, base: Base, theirs: Theirs, addresses: Addresses) -> tuple[BaseItem, ...]:
    """What can be agreed on of questions and rows that are not agreed on yet."""
    rows = {key: row for key, row in theirs.by_id.items() if key not in base.by_canvas_id and _is_question(row)}
    alone = [item for item in quiz.items if item.entry_type == "Item" and _has_no_row(item.id, base, theirs)]
    if not rows or not alone:
        return ()
    mine = {item.id: item_units(wire_item(item, addresses)) for item in alone}
    there = {key: item_units(row) for key, row in theirs.by_id.items() if _is_question(row)}
    found = dict(_saying_the_same(mine, {key: there[key] for key in rows}))
    here = {**{item_id: agreed.sent for item_id, agreed in base.items.items() if agreed.sent}, **mine}
    for item_id, key in _sharing_marks(here, there):
        if item_id in mine and key in rows and item_id not in found and key not in found.values():
            found[item_id] = key
    return tuple(_agreed(base, item_id, mine[item_id], rows[key], there[key]) for item_id, key in found.items())


def _has_no_row(item_id: str, base: Base, theirs: Theirs) -> bool:
    """Whether nothing is agreed on, or what is agreed on is gone: it was made anew after the backup, or by somebody."""
    return item_id not in base.items or base.items[item_id].canvas_id in theirs.gone


def _is_question(row: Raw) -> bool:
    return str(row.get("entry_type", "Item")) == "Item"


def _saying_the_same(mine: Sides, there: Sides) -> Iterator[tuple[str, str]]:
    """Each question with a row of its own; k equal questions and m equal rows are min(k, m) pairs."""
    rows = defaultdict(list)
    for key, units in there.items():
        side = Side(key, units)
        rows[side.ids, side.words].append(key)
    for item_id, units in mine.items():
        side = Side(item_id, units)
        if equal := rows[side.ids, side.words]:
            yield item_id, equal.pop(0)


def _sharing_marks(here: Sides, there: Sides) -> Iterator[tuple[str, str]]:
    """Pairs that share marks, of which each is the only one that can be meant by the other."""
    mine, theirs = _by_mark(here), _by_mark(there)
    for item_id, units in here.items():
        key = _meant(units, _partners(units, theirs, there))
        if key is not None and _meant(there[key], _partners(there[key], mine, here)) == item_id:
            yield item_id, key


def _partners(units: Units, by_mark: Mapping[str, set[str]], sides: Sides) -> Sides:
    return {key: sides[key] for one in _marks(units) for key in by_mark.get(one, ())}


def _meant(units: Units, partners: Sides) -> str | None:
    """The only partner; of several the only one with the same title and text, or title, or with the same points too."""
    alike = [key for key, other in partners.items() if _called(units) and _called(other) == _called(units)]
    titled = [key for key, other in partners.items() if units.get("title") and other.get("title") == units["title"]]
    worth = {key for key, other in partners.items() if other.get("points") == units.get("points")}
    signs = (
        [*partners],
        alike,
        [key for key in alike if key in worth],
        titled,
        [key for key in titled if key in worth],
    )
    return next((keys[0] for keys in signs if len(keys) == 1), None)


def _called(units: Units) -> tuple[str, str] | None:
    """Title and text; None where there is no text."""
    text = text_of(units)
    return (str(units.get("title") or ""), text) if text else None


def _marks(units: Units) -> frozenset[str]:
    """What only one question has: ids that somebody made for it, else its type and what it is called."""
    title = units.get("title")
    told = {f"{units[ANSWERS].get('interaction_type_slug')}\n{title}"} if title else ()
    return own_ids(units) or frozenset(told)


def _by_mark(side: Sides) -> dict[str, set[str]]:
    found = defaultdict(set)
    for key, units in side.items():
        for one in _marks(units):
            found[one].add(key)
    return found


def _agreed(base: Base, item_id: str, mine: Units, row: Raw, there: Units) -> BaseItem:
    """What is agreed on stays so, of another row.

    Else nobody knows what differing units were when both sides had them last: an empty text gives way, the person is
    asked about the rest. The address of a picture is no difference: it is another one for each upload.
    """
    if (known := base.items.get(item_id)) is not None:
        return replace(known, canvas_id=str(row["id"]), returned={**known.returned, "id": row["id"]})
    differing = changed_since(without_addresses(mine), without_addresses(there))
    unknown = {name: _nothing(mine[name]) for name in differing}
    return BaseItem(item_id, str(row["id"]), {**mine, **unknown}, row, unknown)


def _nothing(value: object) -> object:
    """What stands for a unit that nobody had."""
    if isinstance(value, Mapping):
        return {}
    return "" if isinstance(value, str) else None

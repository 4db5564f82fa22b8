"""What a sync brings in, put into the value of the quiz. Pure: the caller keeps it, as one undo step."""

from collections.abc import Callable, Mapping
from typing import Any

from app.html.sources import with_sources
from app.models.item import Item, Parts
from app.models.quiz import NewQuiz, Quiz
from app.models.quiz_reading import read_fields
from app.models.reading import read_entry
from app.sync.order import weave
from app.sync.step import BringItem, BringUnits, Plan, Raw, RemoveItem
from app.sync.unit import ANSWER_KEYS, ANSWERS, BLOCKS, OTHER, QUIZ_KEYS, ROW_KEYS, TEXT_KEYS, leaf_name

Reference = Callable[[str], str | None]
"""From an address of this link to the `media:SHA256` that was uploaded there; None for Canvas's own pictures."""


def brought_in(quiz: Quiz, plan: Plan, theirs: Raw, reference: Reference) -> Quiz:
    """The quiz with everything that the plan brings: fields, rows, units, removals and the order."""
    items = {item.id: item for item in quiz.items}
    for step in plan.brings:
        if isinstance(step, BringItem):
            items[step.item_id] = brought_item(step, reference)
        elif isinstance(step, BringUnits) and step.item_id in items:
            items[step.item_id] = brought_units(items[step.item_id], step.raw, step.units, reference)
        elif isinstance(step, RemoveItem):
            items.pop(step.item_id, None)
    own = with_sources({**theirs}, lambda source: reference(source) or source)
    changed = quiz.with_fields(brought_fields(quiz.fields, own, plan.bring_quiz))
    return changed.with_items(_ordered(items, plan.order if plan.brings_order else _as_here(quiz, items, plan.order)))


def _as_here(quiz: Quiz, items: Mapping[str, Item], order: tuple[str, ...]) -> tuple[str, ...]:
    """The order that the rows have here, with those that are new among them where the wanted order has them."""
    rows = [item.id for item in quiz.items if item.id in items]
    weave(rows, order)
    return tuple(rows)


def _ordered(items: dict[str, Item], order: tuple[str, ...]) -> list[Item]:
    """The wanted order; a row that appeared here since the plan was made stays behind the one that it follows."""
    places = {item_id: place for place, item_id in enumerate(order)}
    after: dict[str, int] = {}
    last = -1
    for item_id in items:
        last = places.get(item_id, last)
        after[item_id] = last
    return [items[item_id] for item_id in sorted(items, key=lambda item_id: after[item_id])]


def brought_item(step: BringItem, reference: Reference) -> Item:
    """The row as Canvas has it, under our id."""
    return _with_own_pictures(Item.from_wire(step.raw, id=step.item_id), reference)


def brought_units(item: Item, raw: Raw, units: frozenset[str], reference: Reference) -> Item:
    """The item with the named units as Canvas has them. `{"entry"}` means the whole of a row that is never sent."""
    if "entry" in units:
        whole = Item.from_wire(raw, id=item.id)
        return Item(item.id, whole.points, item.entry_type, Parts(whole.entry, item.local, whole.rest))
    entry = _entry_with(item.entry.wire(), Item.from_wire(raw).entry.wire(), units)
    rest = {k: v for k, v in raw.items() if k not in ROW_KEYS} if OTHER in units else item.rest
    points = Item.from_wire(raw).points if "points" in units else item.points
    changed = Item(item.id, points, item.entry_type, Parts(read_entry("Item", entry), item.local, rest))
    return _with_own_pictures(changed, reference)


def _entry_with(mine: Raw, theirs: Raw, units: frozenset[str]) -> dict[str, Any]:
    entry = dict(mine)
    keys = [key for key in TEXT_KEYS if key in units]
    if ANSWERS in units:
        keys += ANSWER_KEYS
        keys += [key for key in ("item_body",) if "item_body" not in keys and _holds_blanks(theirs)]
    if OTHER in units:
        keys += [key for key in theirs if key not in {*TEXT_KEYS, *ANSWER_KEYS, "feedback"}]
    for key in keys:
        _copy(entry, theirs, key)
    feedback = dict(entry.get("feedback") or {})
    for name in sorted(units):
        if name.startswith("feedback/"):
            _copy(feedback, theirs.get("feedback") or {}, name.removeprefix("feedback/"))
    return {**entry, "feedback": feedback} if feedback or "feedback" in entry else entry


def _holds_blanks(entry: Raw) -> bool:
    return entry.get("interaction_type_slug") in ("rich-fill-blank", "fill-blank")


def _copy(into: dict[str, Any], source: Mapping[str, Any], key: str) -> None:
    if key in source:
        into[key] = source[key]
    else:
        into.pop(key, None)


def _with_own_pictures(item: Item, reference: Reference) -> Item:
    """Pictures that were uploaded from here keep their `media:` references (decisions 4)."""
    wire = item.entry.wire()
    changed = with_sources(wire, lambda source: reference(source) or source)
    data = changed.get("interaction_data")
    url = data.get("image_url") if isinstance(data, dict) else None
    if isinstance(data, dict) and isinstance(url, str) and (own := reference(url)) is not None:
        changed = {**changed, "interaction_data": {**data, "image_url": own}}
    return item if changed == wire else item.with_entry(read_entry(item.entry_type, changed))


def brought_fields(fields: NewQuiz, theirs: Raw, units: frozenset[str]) -> NewQuiz:
    """The fields with the named units as Canvas has them; hidden values of settings that are off are kept here."""
    raw = fields.wire()
    for key in QUIZ_KEYS:
        if key in units:
            _copy(raw, theirs, key)
    settings, there = dict(raw.get("quiz_settings") or {}), theirs.get("quiz_settings") or {}
    _take_leaves(settings, {k: v for k, v in there.items() if k not in BLOCKS}, "settings", units)
    for block in BLOCKS:
        inner = dict(settings.get(block) or {})
        _take_leaves(inner, there.get(block) or {}, f"settings/{block}", units)
        if inner:
            settings[block] = inner
    return read_fields({**raw, "quiz_settings": settings} if settings else raw)


def _take_leaves(into: dict[str, Any], leaves: Mapping[str, Any], prefix: str, units: frozenset[str]) -> None:
    for key, value in leaves.items():
        if leaf_name(key, prefix) in units and (value is not None or key not in into):
            into[key] = value


def fields_of(theirs: Raw) -> NewQuiz:
    """The fields of a quiz that is brought here for the first time."""
    keys = (*QUIZ_KEYS, "quiz_settings", "published")
    known = {key: value for key, value in theirs.items() if key in keys}
    others = {key: value for key, value in theirs.items() if key not in keys and key != "id"}
    return read_fields({**known, **others})

"""The whole policy of a sync, as a pure function from three sides to steps.

For each row, by where it is now (base = it was agreed on before):

| here | base | on Canvas |                                                                     |
|------|------|-----------|---------------------------------------------------------------------|
| yes  | no   | no        | create there (held back if it has errors)                            |
| no   | no   | yes       | bring in                                                             |
| yes  | yes  | yes       | merge unit by unit: send, bring in, or conflict                      |
| yes  | yes  | gone      | unchanged here: remove here; changed here: create there (an edit wins) |
| no   | yes  | yes       | unchanged there: delete there; changed there: bring in (an edit wins)  |
| no   | yes  | gone      | forget                                                               |

Gone means absent from a complete list *and* a GET by its id answered 404; a row that is only absent is left alone.
Stimuli and banks are never written: they are brought in, and brought back if they were deleted here.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.message import Message, message
from app.sync.held import MADE_THERE, reason_of, without_held
from app.sync.lookalike import with_likeness
from app.sync.merge import Merged, merged
from app.sync.order import merged_order, moves, weave
from app.sync.side import Base, BaseItem, Mine, Raw, Theirs
from app.sync.step import (
    BringItem,
    BringUnits,
    Conflict,
    CreateItem,
    CreateQuiz,
    DeleteItem,
    ForgetItem,
    Held,
    Plan,
    RemoveItem,
    UpdateItem,
    UpdateQuiz,
)
from app.sync.structure import ONLY_THERE, open_units
from app.sync.unit import ROW_STATE, item_units, quiz_units
from app.sync.wire import wire_quiz

PINS_STAY = message("Stimuli and banks can only be moved on Canvas itself; the order that they have there is kept.")

BRAKE_ROWS = 3
BRAKE_SHARE = 0.2
"""More deletions than this, of a quiz's rows, or all of them, are asked about first (reliability.md, row 13).

An overwritten unit is no deletion: it is sent only where nobody changed it there, or where a person decided so.
"""


@dataclass
class _Draft:
    """Steps gathered while the rows are gone through."""

    creates: list[CreateItem] = field(default_factory=list)
    updates: list[UpdateItem] = field(default_factory=list)
    deletes: list[DeleteItem] = field(default_factory=list)
    brings: list[BringItem | BringUnits | RemoveItem | ForgetItem] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)


def first_plan(mine: Mine) -> Plan:
    """The plan for a quiz that the course does not have yet."""
    draft = _Draft()
    _hold_fields(draft, mine.held_fields, mine.held_fields)
    if "title" in mine.held_fields:  # without a title there is no quiz that its questions could go to
        return _planned(draft, None, order=(), rows=0)
    for item in mine.quiz.items:
        _create(draft, mine, item.id)
    order = tuple(step.item_id for step in draft.creates)
    payload = without_held(wire_quiz(mine.quiz, mine.addresses), mine.held_fields)
    return _planned(draft, CreateQuiz(payload), order=order, rows=len(mine.quiz.items))


def _hold_fields(draft: _Draft, units: Iterable[str], held: Mapping[str, Message]) -> None:
    """Tell each reason once."""
    reasons = [reason for unit in units if (reason := reason_of(unit, held)) is not None]
    draft.held += [Held("", reason) for place, reason in enumerate(reasons) if reason not in reasons[:place]]


def plan(mine: Mine, base: Base, theirs: Theirs, new_id: Callable[[], str]) -> Plan:
    """Compare the three sides. `new_id` makes our id for a row that is brought in."""
    draft = _Draft()
    for item in mine.quiz.items:
        agreed = base.items.get(item.id)
        if agreed is None:
            _create(draft, mine, item.id)
        else:
            _both_or_gone(draft, mine, agreed, theirs)
    for agreed in base.items.values():
        if agreed.item_id not in mine.quiz.places:
            _deleted_here(draft, agreed, theirs)
    new = [BringItem(new_id(), raw) for raw in theirs.items if str(raw["id"]) not in base.by_canvas_id]
    draft.brings += with_likeness(new, mine)
    return _with_quiz_and_order(draft, mine, base, theirs)


def _create(draft: _Draft, mine: Mine, item_id: str) -> None:
    item = mine.quiz.item(item_id)
    if item.entry_type != "Item":
        draft.held.append(Held(item_id, MADE_THERE))
    elif (why := mine.held(item_id)) is not None:
        draft.held.append(Held(item_id, why))
    else:
        draft.creates.append(CreateItem(item_id))


def _both_or_gone(draft: _Draft, mine: Mine, agreed: BaseItem, theirs: Theirs) -> None:
    raw = theirs.by_id.get(agreed.canvas_id)
    if raw is not None:
        if str(raw.get("entry_type", "Item")) == "Item":
            _merge(draft, mine, agreed, raw, submitted=theirs.submitted)
        elif _row_changed(agreed.returned, raw):
            draft.brings.append(BringUnits(agreed.item_id, raw, frozenset({"entry"})))
    elif agreed.canvas_id in theirs.gone:
        item = mine.quiz.item(agreed.item_id)
        if item.entry_type == "Item" and mine.units(agreed.item_id) != agreed.sent:
            _create(draft, mine, agreed.item_id)
        else:
            draft.brings.append(RemoveItem(agreed.item_id, agreed.canvas_id))


def _merge(draft: _Draft, mine: Mine, agreed: BaseItem, raw: Raw, *, submitted: bool) -> None:
    result = _merged_item(mine, agreed, raw)
    if result.bring or result.agreed:
        draft.brings.append(BringUnits(agreed.item_id, raw, result.bring, result.agreed))
    draft.conflicts += [Conflict(agreed.item_id, c.unit, c.base, c.mine, c.theirs) for c in result.conflicts]
    if not result.send:
        return
    if (why := not_editable(raw) or mine.held(agreed.item_id)) is not None:
        draft.held.append(Held(agreed.item_id, why))
    else:
        _update(draft, mine, agreed, result.send, submitted=submitted)


def _update(draft: _Draft, mine: Mine, agreed: BaseItem, send: frozenset[str], *, submitted: bool) -> None:
    allowed = open_units(send, agreed.sent, mine.units(agreed.item_id)) if submitted else send
    if allowed != send:
        draft.held.append(Held(agreed.item_id, ONLY_THERE))
    if allowed:
        draft.updates.append(UpdateItem(agreed.item_id, agreed.canvas_id, allowed))


def _merged_item(mine: Mine, agreed: BaseItem, raw: Raw) -> Merged:
    return merged(
        mine=mine.units(agreed.item_id),
        theirs=item_units(raw),
        sent=agreed.sent,
        returned=agreed.returned_units,
    )


def not_editable(raw: Raw) -> Message | None:
    """Why Canvas would refuse to change a row (canvas-facts 2.3 #12)."""
    return ONLY_THERE if raw.get("entry_editable") is False else None


def _row_changed(returned: Raw, raw: Raw) -> bool:
    aside = {"position", *ROW_STATE}
    return any(returned.get(key) != raw.get(key) for key in {*returned, *raw} - aside)


def _deleted_here(draft: _Draft, agreed: BaseItem, theirs: Theirs) -> None:
    raw = theirs.by_id.get(agreed.canvas_id)
    if raw is None:
        if agreed.canvas_id in theirs.gone:
            draft.brings.append(ForgetItem(agreed.item_id, agreed.canvas_id))
    elif str(raw.get("entry_type", "Item")) != "Item" or item_units(raw) != agreed.returned_units:
        draft.brings.append(BringItem(agreed.item_id, raw))
    elif theirs.submitted or not_editable(raw):
        draft.held.append(Held(agreed.item_id, ONLY_THERE))
    else:
        draft.deletes.append(DeleteItem(agreed.item_id, agreed.canvas_id, raw))


def _with_quiz_and_order(draft: _Draft, mine: Mine, base: Base, theirs: Theirs) -> Plan:
    result = merged(
        mine=base.units_of(wire_quiz(mine.quiz, mine.addresses)),
        theirs=quiz_units(theirs.quiz),
        sent=base.sent,
        returned=base.returned_units,
    )
    draft.conflicts += [Conflict("", c.unit, c.base, c.mine, c.theirs) for c in result.conflicts]
    send = frozenset(unit for unit in result.send if reason_of(unit, mine.held_fields) is None)
    _hold_fields(draft, sorted(result.send - send), mine.held_fields)
    quiz = UpdateQuiz(send) if send else None
    order, there = _wanted_order(draft, mine, base, theirs)
    try:
        moved = len(moves(there, [row for row in order if row in set(there)], _pins(theirs, base, draft)))
    except ValueError:
        order, moved = _woven(there, order), 0
        draft.held.append(Held("", PINS_STAY))
    here = [item.id for item in mine.quiz.items if item.id in set(order)]
    return replace(
        _planned(draft, quiz, order=order, rows=len(theirs.items), moved=moved),
        bring_quiz=result.bring,
        agreed_quiz=result.agreed,
        brings_order=here != [row for row in order if row in set(here)],
        moves_allowed=theirs.order_known,
        brake_here=_brake_here(draft, mine),
        facts=theirs.facts,
    )


def _woven(rows: list[str], side: tuple[str, ...]) -> tuple[str, ...]:
    together = list(rows)
    weave(together, side)
    return tuple(together)


def _ids_there(draft: _Draft, base: Base, theirs: Theirs) -> list[str]:
    """Our ids of Canvas's rows in Canvas's order, without those that will be deleted."""
    brought = {str(step.raw["id"]): step.item_id for step in draft.brings if isinstance(step, BringItem)}
    leaving = {step.canvas_id for step in draft.deletes}
    ids = []
    for raw in theirs.items:
        canvas_id = str(raw["id"])
        agreed = base.by_canvas_id.get(canvas_id)
        if canvas_id not in leaving:
            ids.append(brought.get(canvas_id) or (agreed.item_id if agreed else canvas_id))
    return ids


def _wanted_order(draft: _Draft, mine: Mine, base: Base, theirs: Theirs) -> tuple[tuple[str, ...], list[str]]:
    there = _ids_there(draft, base, theirs)
    if not theirs.order_known:
        there = sorted(there, key=lambda row: base.order.index(row) if row in base.order else len(base.order))
    removed = {step.item_id for step in draft.brings if isinstance(step, RemoveItem)}
    here = [item.id for item in mine.quiz.items if item.id not in removed]
    before = there if base.moving else base.order  # a sync that was cut off left its own half-made order there
    rows = list(merged_order([row for row in here if row in set(there)], before, there))
    for side in (here, there):
        weave(rows, side)
    on_canvas = {*there, *(step.item_id for step in draft.creates)}
    return tuple(row for row in rows if row in on_canvas or row in set(here)), there


def _pins(theirs: Theirs, base: Base, draft: _Draft) -> Collection[str]:
    brought = {str(step.raw["id"]): step.item_id for step in draft.brings if isinstance(step, BringItem)}
    pins = set()
    for raw in theirs.items:
        if str(raw.get("entry_type", "Item")) != "Item":
            canvas_id = str(raw["id"])
            agreed = base.by_canvas_id.get(canvas_id)
            pins.add(brought.get(canvas_id) or (agreed.item_id if agreed else canvas_id))
    return pins


def _planned(
    draft: _Draft, quiz: CreateQuiz | UpdateQuiz | None, *, order: tuple[str, ...], rows: int, moved: int = 0
) -> Plan:
    return Plan(
        quiz=quiz,
        creates=tuple(draft.creates),
        updates=tuple(draft.updates),
        deletes=tuple(draft.deletes),
        moved=moved,
        brings=tuple(draft.brings),
        conflicts=tuple(draft.conflicts),
        held=tuple(draft.held),
        order=order,
        brake=_brake_there(len(draft.deletes), rows),
    )


def _brake_here(draft: _Draft, mine: Mine) -> Message | None:
    removed, rows = sum(isinstance(step, RemoveItem) for step in draft.brings), len(mine.quiz.items)
    if not _are_many(removed, rows):
        return None
    return message(
        "{count} of {rows} questions were deleted on Canvas and would be deleted here too.", count=removed, rows=rows
    )


def _brake_there(deletes: int, rows: int) -> Message | None:
    if not _are_many(deletes, rows):
        return None
    return message("{count} of {rows} questions would be deleted on Canvas.", count=deletes, rows=rows)


def _are_many(gone: int, rows: int) -> bool:
    return gone > max(BRAKE_ROWS, BRAKE_SHARE * rows) or 0 < rows <= gone

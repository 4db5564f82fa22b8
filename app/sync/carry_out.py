"""The writes of one pass in their order: hot spots, the quiz, changes, deletions, new questions, places.

A step whose outcome stays unknown, or whose row is gone, is left to the next pass; one that Canvas refuses is held back
with Canvas's own words; the others go on (decisions 23).
"""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, zip_longest
from typing import TypeVar

from app.canvas.errors import Gone, Invalid, OutcomeUnknown, UploadRefused
from app.library.errors import MediaMissing
from app.message import Message, message
from app.models.item import Item
from app.models.quiz import Quiz
from app.sync.arrange import arrange, position_after
from app.sync.intent import Replaced
from app.sync.ledger import Ledger
from app.sync.order import weave
from app.sync.outcome import Outcome
from app.sync.plan import PINS_STAY
from app.sync.send import Sender
from app.sync.side import Base, BaseItem, Raw, Theirs
from app.sync.step import Conflict, CreateItem, DeleteItem, Held, Plan, UpdateItem, UpdateQuiz, Upload
from app.sync.structure import ONLY_THERE, open_units
from app.sync.together import both, together
from app.sync.unit import ANSWERS, OTHER, item_units
from app.sync.upload import refused
from app.sync.wire import unsent_hot_spots, unsent_texts, wire_item, wire_quiz

AT_ONCE = 3
"""Requests in flight (reliability.md 1.5)."""
AHEAD = AT_ONCE - 1
"""So many questions are read while the ones before them are written, of which one is in flight."""

MADE_ANEW = message(
    "Questions whose answers were added, removed or moved are new ones on Canvas now, in place of the old ones. If "
    "they had outcomes, align them again there."
)
"""The API does not tell outcomes, so that nobody here knows whether there was one."""

WAITS_FOR_THEIRS = message(
    "Its changed answers need a new question in its place on Canvas, where somebody changed the old one. Bring that "
    "change in, or decide about it; the next sync sends them."
)

S = TypeVar("S")


class CarryOut:
    """One pass. `run` tells whether another pass is needed."""

    def __init__(
        self,
        sender: Sender,
        ledger: Ledger,
        plan: Plan,
        base: Base,
        theirs: Theirs | None,
        outcome: Outcome,
        on_step: Callable[[Message], None],
    ) -> None:
        self._sender, self._ledger, self._plan, self._base = sender, ledger, plan, base
        self._outcome, self._on_step = outcome, on_step
        self._items = dict(base.items)
        self._known = frozenset(theirs.by_id) if theirs else frozenset[str]()
        self._rows = _rows(base, theirs)
        self._submitted = theirs is not None and theirs.submitted
        self._disturbed = False
        self._again = False

    async def run(self) -> bool:
        """Send everything. Raises CanvasError for what stops all steps: no network, no rights, a refused token."""
        for uploads in grouped(self._plan.uploads, AT_ONCE):
            await together(*(self._guarded(step.item_id, self._upload(step)) for step in uploads))
        if isinstance(self._plan.quiz, UpdateQuiz):
            await self._guarded("", self._update_quiz(self._plan.quiz))
        await self._update_all(list(grouped(self._plan.updates, AHEAD)))
        for delete in self._plan.deletes:
            await self._guarded(delete.item_id, self._delete(delete))
        for create in self._plan.creates:
            await self._guarded(create.item_id, self._create(create))
        await self._guarded("", self._arrange())
        return self._again

    async def _guarded(self, item_id: str, step: Awaitable[None]) -> None:
        try:
            await step
        except (OutcomeUnknown, Gone):
            self._again = True
        except Invalid as error:
            self._outcome.held.append(Held(item_id, error.message))
        except (UploadRefused, MediaMissing) as error:
            self._outcome.held.append(Held(item_id, refused(error)))

    def _lacks_picture(self, item_id: str, value: Raw) -> bool:
        """Whether a picture is not there yet: it was refused, or put in after the plan was made."""
        if not (unsent_hot_spots(value) or unsent_texts(value)):
            return False
        self._again |= all(held.item_id != item_id for held in self._outcome.held)
        return True

    async def _upload(self, step: Upload) -> None:
        await self._sender.upload(step)
        self._outcome.uploaded += 1
        self._on_step(message("Sending pictures"))

    async def _update_quiz(self, step: UpdateQuiz) -> None:
        payload = wire_quiz(self._ledger.quiz(), self._ledger.addresses)
        if "instructions" in step.units and self._lacks_picture("", payload):
            step = replace(step, units=step.units - {"instructions"})
        if not step.units:
            return
        await self._sender.update_quiz(payload, step, self._base)
        self._outcome.updated_quiz += 1
        self._on_step(message("Sending the settings of the quiz"))

    async def _update_all(self, groups: Sequence[Sequence[UpdateItem]]) -> None:
        """The writes one by one; the fresh GETs of the next group go out meanwhile."""
        fresh = await self._fresh(groups[0]) if groups else []
        for group, following in zip_longest(groups, groups[1:], fillvalue=()):
            _, fresh = await both(self._update_each(group, fresh), self._fresh(following))

    async def _fresh(self, steps: Sequence[UpdateItem]) -> list[Raw | None]:
        return await together(*(self._sender.fresh(step.canvas_id) for step in steps))

    async def _update_each(self, steps: Sequence[UpdateItem], fresh: Sequence[Raw | None]) -> None:
        for step, raw in zip(steps, fresh, strict=True):
            if raw is None:
                self._again = True
            else:
                await self._guarded(step.item_id, self._update(step, raw))

    async def _update(self, step: UpdateItem, fresh: Raw) -> None:
        item, agreed = self._here(step.item_id), self._items[step.item_id]
        if item is None:
            return
        step = self._open_part(step, item, agreed)
        if not step.units:
            return
        if self._sender.must_be_replaced(item, step, agreed):
            if self._is_ours_alone(item, agreed, fresh):
                await self._replace(step, fresh)
                self._updated()
                return
            step = replace(step, units=step.units - {ANSWERS})
        if step.units:
            await self._update_row(item, step, agreed, fresh)
            self._updated()

    async def _update_row(self, item: Item, step: UpdateItem, agreed: BaseItem, fresh: Raw) -> None:
        made, conflicts, ghosts = await self._sender.update(item, step, agreed, fresh, ghosts_stay=self._submitted)
        self._items[step.item_id] = made
        self._note(conflicts)
        if ghosts:
            await self._ledger.habits.note_merges()
            if self._is_ours_alone(item, made, made.returned):
                await self._replace(step, made.returned)

    def _is_ours_alone(self, item: Item, agreed: BaseItem, fresh: Raw) -> bool:
        """Whether nothing that somebody changed there would go with the old row; else it waits, and the person reads
        why."""
        result = self._sender.compared(item, agreed, fresh)
        self._note(Conflict(item.id, c.unit, c.base, c.mine, c.theirs) for c in result.conflicts)
        if result.conflicts or result.bring - {OTHER}:
            self._outcome.held.append(Held(item.id, WAITS_FOR_THEIRS))
            return False
        return True

    def _note(self, conflicts: Iterable[Conflict]) -> None:
        for new in conflicts:
            known = [c for c in self._outcome.conflicts if (c.item_id, c.unit) != (new.item_id, new.unit)]
            self._outcome.conflicts = [*known, new]

    def _updated(self) -> None:
        self._outcome.updated += 1
        self._on_step(message("Sending changes"))

    def _open_part(self, step: UpdateItem, item: Item, agreed: BaseItem) -> UpdateItem:
        """What can be sent: nothing before its picture, to a quiz with submissions only what that still takes, also of
        conflicts that the person decided (decisions 16)."""
        units = item_units(wire_item(item, self._ledger.addresses))
        waiting = {name for name in step.units if self._lacks_picture(step.item_id, {name: units.get(name)})}
        step = replace(step, units=step.units - waiting)
        open_ = open_units(step.units, agreed.sent, units) if self._submitted else step.units
        if open_ == step.units:
            return step
        self._outcome.held.append(Held(step.item_id, ONLY_THERE))
        return replace(step, units=open_)

    def _here(self, item_id: str) -> Item | None:
        """The question as it is now; None, and another pass, where the person has deleted it since the plan."""
        quiz = self._ledger.quiz()
        if item_id in quiz.places:
            return quiz.item(item_id)
        self._again = True
        return None

    async def _replace(self, step: UpdateItem, old: Raw) -> None:
        """Make the question anew, then delete the `old` row: what removes an element on a server that merges by id."""
        item = self._here(step.item_id)
        if item is None:
            return
        place = self._rows.index(step.item_id)
        replaced = Replaced(step.canvas_id, item_units(old))
        made = await self._sender.create(item, place + 1, self._known, replaces=replaced)
        self._items[step.item_id] = made
        await self._sender.delete_replaced(step.item_id, replaced)
        if await self._sender.forget_if_gone(made):
            self._items.pop(step.item_id)
            self._again = True
        self._disturbed = True
        if MADE_ANEW not in self._outcome.notes:
            self._outcome.notes.append(MADE_ANEW)

    async def _delete(self, step: DeleteItem) -> None:
        await self._sender.delete(step.item_id, step.canvas_id)
        self._items.pop(step.item_id, None)
        self._outcome.deleted += 1
        self._on_step(message("Deleting on Canvas"))

    async def _create(self, step: CreateItem) -> None:
        item = self._here(step.item_id)
        if item is None or self._lacks_picture(step.item_id, wire_item(item, self._ledger.addresses)):
            return
        position = position_after(self._rows, self._plan.order, step.item_id)
        self._disturbed |= position <= len(self._rows)
        self._items[step.item_id] = await self._sender.create(item, position, self._known)
        self._rows.insert(position - 1, step.item_id)
        self._outcome.created += 1
        self._on_step(message("Sending new questions"))

    async def _arrange(self) -> None:
        present = [row for row in self._rows if row in self._items]
        wanted = [row for row in self._plan.order if row in present]
        weave(wanted, present)  # rows whose deletion waits for a confirmation stay where they are
        if not self._plan.moves_allowed:
            return
        pins = frozenset(row for row in present if self._is_pin(row))
        moved, there = await arrange(self._sender, self._items, present, wanted, pins, check=self._disturbed)
        self._outcome.moved += moved
        if pins and moved and there != wanted and set(there) == set(wanted):
            await self._give_way(there)
        elif there != wanted:
            self._again = True
            return
        await self._ledger.agree_order(tuple(there))

    async def _give_way(self, there: Sequence[str]) -> None:
        """Take the order of Canvas where rows that nobody can move stand in the way of every position."""
        self._outcome.held.append(Held("", PINS_STAY))

        def arranged(quiz: Quiz) -> Quiz:
            rows = [row for row in there if row in quiz.places]
            weave(rows, [*quiz.places])
            return quiz.with_items(quiz.item(row) for row in rows)

        await self._ledger.apply(arranged, message("Take the order of Canvas"))

    def _is_pin(self, item_id: str) -> bool:
        return str(self._items[item_id].returned.get("entry_type", "Item")) != "Item"


def _rows(base: Base, theirs: Theirs | None) -> list[str]:
    """Our ids of Canvas's rows in their order; a row that we do not keep stands under Canvas's id."""
    ids = base.by_canvas_id
    return [ids[key].item_id if key in ids else key for key in (theirs.by_id if theirs else {})]


def grouped(steps: Sequence[S], size: int) -> Iterator[tuple[S, ...]]:
    """The steps in groups of at most `size`."""
    rest = iter(steps)
    while group := tuple(islice(rest, size)):
        yield group

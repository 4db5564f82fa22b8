"""A quiz that two people changed apart from each other: the planner alone, for many of such triples.

What a plan says is done to three values, in any order of its steps; then there is nothing left to do but to decide
conflicts, nothing that was written is gone, and the order of the steps made no difference (reliability.md, row 8).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from random import Random
from typing import Any, TypeVar

from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from app.sync.bring import brought_in
from app.sync.merge import overlaid
from app.sync.plan import plan
from app.sync.send import kept_units
from app.sync.side import Base, BaseItem, Mine, Theirs
from app.sync.step import BringItem, BringUnits, CreateItem, DeleteItem, Plan, UpdateItem
from app.sync.unit import item_units, patch_of, quiz_units
from app.sync.wire import NOWHERE, wire_item, wire_quiz
from tests.sync.test_plan import no_reason, statement

TRIPLES, TRIPLES_LONG = 2_000, 100_000
MOST_ROUNDS = 2
TEXTS = [f"<p>{letter}</p>" for letter in "abc"]
"""What both may write by chance; everything else is a word of its own."""
_WORD = re.compile(r"word\d+")

Row = dict[str, Any]
T = TypeVar("T")


class Triple:
    """Here, there and what both agreed on."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._numbers = count()
        items = [statement(f"q{n}", self._text()) for n in range(rng.randrange(6))]
        self.here = Quiz("quiz", NewQuiz(title="Leaves", points_possible=5), tuple(items))
        self.there = [self._row(item) for item in items]
        if rng.random() < 0.2:
            self.there.insert(rng.randint(0, len(self.there)), self._stimulus())
        fields = wire_quiz(self.here, NOWHERE)
        self.base = Base("q", quiz_units(fields), {"id": "q", **fields})
        self.run(Random(0))

    def _stimulus(self) -> Row:
        return {"id": self._new("c"), "entry_type": "Stimulus", "position": 1, "entry": {"body": "<p>A text</p>"}}

    def _new(self, letter: str) -> str:
        return f"{letter}{next(self._numbers)}"

    def _text(self) -> str:
        return self._rng.choice(TEXTS) if self._rng.random() < 0.3 else f"<p>{self._new('word')}</p>"

    def _row(self, item: Item) -> Row:
        return {"id": self._new("c"), "entry_type": "Item", "position": 1, **wire_item(item, NOWHERE)}

    # what both people do

    def change_here(self) -> None:
        rows, rng = list(self.here.items), self._rng
        match rng.randrange(4):
            case 0:
                rows.insert(rng.randint(0, len(rows)), statement(self._new("q"), self._text()))
            case 1 if rows:
                rows.pop(rng.randrange(len(rows)))
            case 2 if rows:
                rows.insert(rng.randrange(len(rows)), rows.pop(rng.randrange(len(rows))))
            case _ if rows:
                place = rng.randrange(len(rows))
                rows[place] = self._changed(rows[place])
        self.here = self.here.with_items(rows)

    def _changed(self, item: Item) -> Item:
        if item.entry_type != "Item":
            return item
        if self._rng.random() < 0.3:
            return item.with_points(self._rng.choice((1.0, 2.0)))
        name = self._rng.choice(("title", "item_body"))
        return item.with_entry(item.entry.replaced(**{name: self._text()}))

    def change_there(self) -> None:
        rng, rows = self._rng, self.there
        match rng.randrange(4):
            case 0:
                rows.insert(rng.randint(0, len(rows)), self._row(statement("there", self._text())))
            case 1 if rows:
                rows.pop(rng.randrange(len(rows)))
            case 2 if rows:
                rows.insert(rng.randrange(len(rows)), rows.pop(rng.randrange(len(rows))))
            case _ if rows:
                place = rng.randrange(len(rows))
                item = Item.from_wire(rows[place], id="there")
                if (changed := self._changed(item)) is not item:
                    rows[place] = {**rows[place], **wire_item(changed, NOWHERE)}

    # what a sync does

    def run(self, order: Random) -> int:
        """Plan and do until nothing is left to do. Gives how often something was."""
        for rounds in range(MOST_ROUNDS + 1):
            made = self.planned()
            if not (made.sends or made.brought):
                return rounds
            self._do(made, order)
        raise AssertionError("there is always more to do")

    def planned(self) -> Plan:
        there = {str(row["id"]) for row in self.there}
        gone = frozenset(self.base.by_canvas_id) - there
        theirs = Theirs(self.base.returned, tuple(self.there), gone)
        return plan(Mine(self.here, NOWHERE, no_reason), self.base, theirs, lambda: self._new("q"))

    def _do(self, made: Plan, order: Random) -> None:
        self._take_in(made, order)
        steps: list[CreateItem | UpdateItem | DeleteItem] = [*made.creates, *made.updates, *made.deletes]
        for step in _shuffled(steps, order):
            match step:
                case CreateItem():
                    self._create(step)
                case UpdateItem():
                    self._update(step)
                case DeleteItem():
                    self.there = [row for row in self.there if row["id"] != step.canvas_id]
                    self._forget(step.item_id)
        places = {row: place for place, row in enumerate(made.order)}
        ids = self.base.by_canvas_id
        self.there.sort(key=lambda row: places[ids[str(row["id"])].item_id])
        self.base = replace(self.base, order=tuple(ids[str(row["id"])].item_id for row in self.there))

    def _take_in(self, made: Plan, order: Random) -> None:
        self.here = brought_in(self.here, made, self.base.returned, lambda _source: None)
        for step in _shuffled(made.brings, order):
            if isinstance(step, BringItem):
                units = item_units(wire_item(self.here.item(step.item_id), NOWHERE))
                self._agree(BaseItem(step.item_id, str(step.raw["id"]), units, step.raw))
            elif isinstance(step, BringUnits):
                units = item_units(wire_item(self.here.item(step.item_id), NOWHERE))
                before, names = self.base.items[step.item_id], step.units | step.agreed
                names = frozenset(units) if "entry" in names else names
                kept = kept_units(before.returned_units, item_units(step.raw), names)
                self._agree(replace(before, sent=overlaid(before.sent, units, names), returned=step.raw, kept=kept))
            else:
                self._forget(step.item_id)

    def _create(self, step: CreateItem) -> None:
        row = self._row(self.here.item(step.item_id))
        self.there.append(row)
        self._agree(BaseItem(step.item_id, row["id"], item_units(row), row))

    def _update(self, step: UpdateItem) -> None:
        place = [row["id"] for row in self.there].index(step.canvas_id)
        old, before = self.there[place], self.base.items[step.item_id]
        units = item_units(wire_item(self.here.item(step.item_id), NOWHERE))
        patch = patch_of(units, step.units, item_units(old))
        row = {**old, **patch, "entry": {**old["entry"], **patch.get("entry", {})}}
        self.there[place] = row
        kept = kept_units(before.returned_units, item_units(row), step.units)
        self._agree(replace(before, sent=overlaid(before.sent, units, step.units), returned=row, kept=kept))

    def _agree(self, item: BaseItem) -> None:
        self.base = replace(self.base, items={**self.base.items, item.item_id: item})

    def _forget(self, item_id: str) -> None:
        self.base = replace(self.base, items={key: one for key, one in self.base.items.items() if key != item_id})

    # what is true then

    @property
    def words(self) -> set[str]:
        """What stands on either side."""
        here = b" ".join(item.document for item in self.here.items).decode()
        return {*_WORD.findall(here), *_WORD.findall(str(self.there))}

    def says_here(self) -> list[tuple[str, object]]:
        return [(item.entry_type, item_units(wire_item(item, NOWHERE))) for item in self.here.items]

    def check(self) -> None:
        """Both sides have the same rows in the same order, and the same units but for conflicts."""
        ids = self.base.by_canvas_id
        assert [ids[str(row["id"])].item_id for row in self.there] == [item.id for item in self.here.items]
        undecided = {(one.item_id, one.unit) for one in self.planned().conflicts}
        for item, row in zip(self.here.items, self.there, strict=True):
            mine, theirs = item_units(wire_item(item, NOWHERE)), item_units(row)
            differs = {name for name in {*mine, *theirs} - {"other"} if mine.get(name) != theirs.get(name)}
            assert {(item.id, name) for name in differs} <= undecided


def _shuffled(steps: Sequence[T], order: Random) -> list[T]:
    return order.sample(steps, len(steps))


def changed(seed: int) -> tuple[Triple, set[str]]:
    """A triple, and the words that were written on one of its sides."""
    rng = Random(seed)
    triple = Triple(rng)
    before = triple.words
    for _ in range(rng.randint(1, 4)):
        triple.change_here()
    for _ in range(rng.randint(1, 4)):
        triple.change_there()
    return triple, triple.words - before


def test_a_plan_that_is_done_leaves_nothing_to_do_whatever_the_order_of_its_steps(long: bool) -> None:
    conflicts = 0
    for seed in range(TRIPLES_LONG if long else TRIPLES):
        ends = []
        for order in range(2):
            triple, written = changed(seed)
            assert triple.run(Random(order)) <= MOST_ROUNDS, seed
            triple.check()
            assert written <= triple.words, seed
            ends.append((triple.says_here(), [str(one) for one in triple.planned().conflicts]))
        assert ends[0] == ends[1], seed
        conflicts += len(ends[0][1])
    assert conflicts

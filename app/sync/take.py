"""Takes in what Canvas has: into the quiz as one step, then into the base."""

from dataclasses import replace

from app.message import message
from app.models.quiz import Quiz
from app.sync.bring import brought_in
from app.sync.brought import bring_intent
from app.sync.fetch import hosts_named
from app.sync.kept_both import LOOK_ALIKE, tells_of_both
from app.sync.ledger import Ledger
from app.sync.merge import overlaid
from app.sync.outcome import Outcome
from app.sync.send import kept_units
from app.sync.side import Base, BaseItem, Theirs
from app.sync.step import BringItem, BringUnits, ForgetItem, Plan, RemoveItem
from app.sync.unit import Units, item_units, quiz_units
from app.sync.wire import wire_item, wire_quiz


async def take_in(ledger: Ledger, plan: Plan, base: Base, theirs: Theirs, seen: Quiz, outcome: Outcome) -> Base:
    """Put the plan's brings into the quiz and the base. `seen` is the quiz that the plan was made for.

    What was edited since then is left for the next pass (decisions 14).
    """
    taking = _Taking(ledger, plan, base, theirs, seen)
    await ledger.habits.note_picture_hosts(hosts_named(plan.brings, plan.conflicts))
    journalled = await _journalled(ledger, plan)
    if plan.brought:
        count = len(plan.brings) + len(plan.bring_quiz)
        what = message("Bring in 1 change", plural="Bring in {count} changes", count=count)
        await ledger.apply(taking.into, what)
    else:
        taking.into(ledger.quiz())
    plan = taking.plan
    await ledger.agree_brought(taking.agreed_items(), journalled)
    for step in plan.brings:
        if isinstance(step, (RemoveItem, ForgetItem)):
            await ledger.forget(step.item_id, step.canvas_id, None)
    _count(plan, outcome)
    if plan.bring_quiz or plan.agreed_quiz:
        await ledger.agree_quiz(taking.agreed_quiz(), None)
        outcome.brought_quiz += bool(plan.bring_quiz)
    return await ledger.base()


class _Taking:
    """What of a plan can be taken in at the moment when it is, and what both sides agree on after it.

    The person types while a sync waits. So the plan is held against the quiz in the same turn in which the quiz
    changes, and what is agreed on is read from what came of that, not from what was typed a moment later.
    """

    def __init__(self, ledger: Ledger, plan: Plan, base: Base, theirs: Theirs, seen: Quiz) -> None:
        self._ledger, self._base, self._theirs, self._seen = ledger, base, theirs, seen
        self.plan = plan
        self._after = seen

    def into(self, quiz: Quiz) -> Quiz:
        """The quiz with everything that nobody edited meanwhile."""
        fresh = self._fresh_fields(quiz)
        self.plan = replace(
            self.plan,
            brings=tuple(step for step in self.plan.brings if _unchanged(quiz, self._seen, step)),
            bring_quiz=self.plan.bring_quiz - fresh,
            agreed_quiz=self.plan.agreed_quiz - fresh,
            brings_order=self.plan.brings_order and [*quiz.places] == [*self._seen.places],
        )
        self._after = quiz
        if self.plan.brought:
            self._after = brought_in(quiz, self.plan, self._theirs.quiz, self._ledger.reference)
        return self._after

    def agreed_items(self) -> list[BaseItem]:
        """The rows that were brought in, as both sides have them now."""
        rows = [step for step in self.plan.brings if isinstance(step, (BringItem, BringUnits))]
        return [self._agreed(step) for step in rows if step.item_id in self._after.places]

    def agreed_quiz(self) -> Base:
        """The base with the fields that were brought in."""
        names = self.plan.bring_quiz | self.plan.agreed_quiz
        base, theirs = self._base, self._theirs.quiz
        self._ledger.pictures.note_came("", theirs)
        kept = kept_units(base.returned_units, quiz_units(theirs), names)
        return replace(base, sent=overlaid(base.sent, self._units(self._after), names), returned=theirs, kept=kept)

    def _fresh_fields(self, quiz: Quiz) -> frozenset[str]:
        if quiz is self._seen:
            return frozenset()
        now, then = self._units(quiz), self._units(self._seen)
        return frozenset(name for name in {*now, *then} if now.get(name) != then.get(name))

    def _units(self, quiz: Quiz) -> Units:
        return self._base.units_of(wire_quiz(quiz, self._ledger.addresses))

    def _agreed(self, step: BringItem | BringUnits) -> BaseItem:
        self._ledger.pictures.note_came(step.item_id, step.raw)
        units = item_units(wire_item(self._after.item(step.item_id), self._ledger.addresses))
        if isinstance(step, BringItem):
            return BaseItem(step.item_id, str(step.raw["id"]), units, step.raw)
        before = self._base.items[step.item_id]
        names = step.units | step.agreed if "entry" not in step.units else frozenset(units)
        kept = kept_units(before.returned_units, item_units(step.raw), names)
        return replace(before, sent=overlaid(before.sent, units, names), returned=step.raw, kept=kept)


async def _journalled(ledger: Ledger, plan: Plan) -> list[str]:
    """Keep which rows are about to come here: a cut between the quiz and its base must not bring them twice."""
    intents = [bring_intent(step, ledger) for step in plan.brings if isinstance(step, BringItem)]
    if intents:
        await ledger.begin(*intents)
    return [intent.id for intent in intents]


def _count(plan: Plan, outcome: Outcome) -> None:
    new = [step for step in plan.brings if isinstance(step, BringItem)]
    outcome.brought_new += len(new)
    if any(step.like for step in new) and not any(map(tells_of_both, outcome.notes)):
        outcome.notes.append(LOOK_ALIKE)
    outcome.brought_changed += sum(isinstance(step, BringUnits) and bool(step.units) for step in plan.brings)
    outcome.brought_order += plan.brings_order
    outcome.brought_removed += sum(isinstance(step, RemoveItem) for step in plan.brings)


def _unchanged(now: Quiz, seen: Quiz, step: object) -> bool:
    item_id = getattr(step, "item_id", "")
    if item_id not in seen.places or item_id not in now.places:
        return item_id not in seen.places and item_id not in now.places
    return now.item(item_id) is seen.item(item_id)

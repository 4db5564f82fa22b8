"""Takes in what Canvas has: into the quiz as one step, then into the base."""

from dataclasses import replace

from app.message import message
from app.models.quiz import Quiz
from app.sync.bring import brought_in
from app.sync.brought import bring_intent
from app.sync.fetch import hosts_named
from app.sync.ledger import Ledger
from app.sync.merge import overlaid
from app.sync.outcome import Outcome
from app.sync.send import kept_units
from app.sync.side import Base, BaseItem, Theirs
from app.sync.step import BringItem, BringUnits, ForgetItem, Plan, RemoveItem
from app.sync.unit import item_units, quiz_units
from app.sync.wire import wire_item, wire_quiz


async def take_in(ledger: Ledger, plan: Plan, base: Base, theirs: Theirs, seen: Quiz, outcome: Outcome) -> Base:
    """Put the plan's brings into the quiz and the base. `seen` is the quiz that the plan was made for.

    A question that was edited since then is left for the next pass (decisions 14).
    """
    plan = replace(plan, brings=tuple(step for step in plan.brings if _unchanged(ledger.quiz(), seen, step)))
    await ledger.note_picture_hosts(hosts_named(plan.brings, plan.conflicts))
    journalled = await _journalled(ledger, plan)
    if plan.brought:
        count = len(plan.brings) + len(plan.bring_quiz)
        what = message("Bring in 1 change", plural="Bring in {count} changes", count=count)
        await ledger.apply(lambda quiz: brought_in(quiz, plan, theirs.quiz, ledger.reference), what)
    quiz = ledger.quiz()
    kept = [
        _agreed(ledger, step, base, quiz)
        for step in plan.brings
        if isinstance(step, (BringItem, BringUnits)) and step.item_id in quiz.places
    ]
    await ledger.agree_brought(kept, journalled)
    for step in plan.brings:
        if isinstance(step, (RemoveItem, ForgetItem)):
            await ledger.forget(step.item_id, step.canvas_id, None)
    _count(plan, outcome)
    if plan.bring_quiz or plan.agreed_quiz:
        await ledger.agree_quiz(_agreed_quiz(ledger, plan, base, theirs), None)
        outcome.brought_quiz += bool(plan.bring_quiz)
    return await ledger.base()


async def _journalled(ledger: Ledger, plan: Plan) -> list[str]:
    """Keep which rows are about to come here: a cut between the quiz and its base must not bring them twice."""
    intents = [bring_intent(step, ledger) for step in plan.brings if isinstance(step, BringItem)]
    if intents:
        await ledger.begin(*intents)
    return [intent.id for intent in intents]


def _count(plan: Plan, outcome: Outcome) -> None:
    outcome.brought_new += sum(isinstance(step, BringItem) for step in plan.brings)
    outcome.brought_changed += sum(isinstance(step, BringUnits) and bool(step.units) for step in plan.brings)
    outcome.brought_removed += sum(isinstance(step, RemoveItem) for step in plan.brings)


def _unchanged(now: Quiz, seen: Quiz, step: object) -> bool:
    item_id = getattr(step, "item_id", "")
    return item_id not in seen.places or (item_id in now.places and now.item(item_id) is seen.item(item_id))


def _agreed(ledger: Ledger, step: BringItem | BringUnits, base: Base, quiz: Quiz) -> BaseItem:
    ledger.pictures.note_came(step.item_id, step.raw)
    units = item_units(wire_item(quiz.item(step.item_id), ledger.addresses))
    if isinstance(step, BringItem):
        return BaseItem(step.item_id, str(step.raw["id"]), units, step.raw)
    before = base.items[step.item_id]
    names = step.units | step.agreed if "entry" not in step.units else frozenset(units)
    kept = kept_units(before.returned_units, item_units(step.raw), names)
    return replace(before, sent=overlaid(before.sent, units, names), returned=step.raw, kept=kept)


def _agreed_quiz(ledger: Ledger, plan: Plan, base: Base, theirs: Theirs) -> Base:
    names = plan.bring_quiz | plan.agreed_quiz
    ledger.pictures.note_came("", theirs.quiz)
    units = base.units_of(wire_quiz(ledger.quiz(), ledger.addresses))
    kept = kept_units(base.returned_units, quiz_units(theirs.quiz), names)
    return replace(base, sent=overlaid(base.sent, units, names), returned=theirs.quiz, kept=kept)

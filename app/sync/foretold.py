"""What a sync cannot take along and the API does not tell, outcomes of questions: said before anything is sent."""

from dataclasses import replace

from app.message import Message, message
from app.sync.side import Base, Mine
from app.sync.step import CreateQuiz, Plan, UpdateItem
from app.sync.structure import changes_structure
from app.sync.unit import ANSWERS, item_units
from app.sync.wire import wire_item


def foretold(plan: Plan, mine: Mine, base: Base, *, merges: bool, elsewhere: bool) -> Plan:
    """The plan that knows which questions get a new row on a server that `merges`; `elsewhere` says whether the quiz is
    in another course too."""
    updates = tuple(replace(step, anew=not plan.facts.submitted and _anew(step, mine, base)) for step in plan.updates)
    return replace(plan, updates=updates, facts=replace(plan.facts, merges=merges, elsewhere=elsewhere))


def _anew(step: UpdateItem, mine: Mine, base: Base) -> bool:
    """Whether elements of it go or change their places (decisions 16)."""
    if ANSWERS not in step.units:
        return False
    here = item_units(wire_item(mine.quiz.item(step.item_id), mine.addresses))
    return changes_structure(base.items[step.item_id].sent.get(ANSWERS, {}), here[ANSWERS])


def outcomes_words(plan: Plan) -> Message | None:
    """Which outcomes have to be set again; None where none can be lost."""
    if isinstance(plan.quiz, CreateQuiz) and plan.facts.elsewhere:
        return message("Outcomes of its questions are not sent along. If there are any, align them again on Canvas.")
    anew = sum(step.anew for step in plan.updates)
    if not anew:
        return None
    if plan.facts.merges:
        return message(
            "1 question is replaced by a new one on Canvas, because answers of it were removed or moved. If it has "
            "outcomes, align them again there.",
            plural="{count} questions are replaced by new ones on Canvas, because answers of them were removed or "
            "moved. If they have outcomes, align them again there.",
            count=anew,
        )
    return message(
        "Answers of 1 question were removed or moved. Canvas may take that only with a new question in its place: if "
        "it has outcomes, look afterwards whether they have to be aligned again.",
        plural="Answers of {count} questions were removed or moved. Canvas may take that only with new questions in "
        "their places: if they have outcomes, look afterwards whether they have to be aligned again.",
        count=anew,
    )

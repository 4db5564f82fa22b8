"""What a change means for those who have handed in: Canvas keeps their scores until somebody regrades there."""

from datetime import datetime

from app.message import Message, message
from app.sync.step import Facts, Plan
from app.sync.unit import ANSWERS

REGRADE = message(
    "Points or right answers change. Students who have handed in keep their scores until you regrade the quiz on "
    "Canvas."
)


def needs_regrading(plan: Plan) -> bool:
    """Whether points or answers change of a quiz that students have handed in."""
    return plan.facts.submitted and any(update.units & {"points", ANSWERS} for update in plan.updates)


def handed_in(facts: Facts) -> Message:
    """How many have handed it in, and as of when, where Canvas tells it; those who only began, it does not count."""
    if facts.handed_in is None:
        return message("Students have handed it in.")
    return message(
        "{count} student has handed it in (as of {time}).",
        plural="{count} students have handed it in (as of {time}).",
        count=facts.handed_in,
        time=f"{datetime.fromtimestamp(facts.seen_at):%H:%M}",
    )

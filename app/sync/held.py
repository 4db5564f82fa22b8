"""Why a question is not sent now: the person holds it back, or the checks find an error in it."""

from app.checks.problem import Severity
from app.checks.table import problems
from app.message import Message, message
from app.models.covering import unpainted
from app.models.item import Item
from app.models.question import Question


def held_reason(item: Item) -> Message | None:
    """The reason in words, None for a question that Canvas will take as far as we can tell."""
    if not isinstance(item.entry, Question):
        return message("Quizwright does not know this kind of question and never sends it.")
    if item.is_held_back:
        return message("You hold it back.")
    if unpainted(item) is not None:
        return message("Its covers are not in its picture yet. That takes a moment while the quiz is open.")
    found = next((problem for problem in problems(item) if problem.severity is Severity.ERROR), None)
    return found.message if found else None

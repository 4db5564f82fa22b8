"""Why something is not sent now: the person holds a question back, or the checks find an error."""

from collections.abc import Mapping
from typing import Any

from app.checks.problem import Severity
from app.checks.quiz import quiz_problems
from app.checks.table import problems
from app.message import Message, message
from app.models.covering import unpainted
from app.models.item import Item
from app.models.question import Question
from app.models.quiz import Quiz
from app.sync.unit import QUIZ_KEYS

MADE_THERE = message("A stimulus or a draw from a bank can only be made on Canvas itself.")
UNKNOWN = message("Quizwright does not know this kind of question and never sends it.")


def held_reason(item: Item) -> Message | None:
    """The reason in words, None for a question that Canvas will take as far as we can tell."""
    if item.entry_type != "Item":
        return MADE_THERE
    if not isinstance(item.entry, Question):
        return UNKNOWN
    if item.is_held_back:
        return message("You hold it back.")
    if unpainted(item) is not None:
        return message("Its covers are still being painted into its picture. Open the quiz and look again in a moment.")
    found = next((problem for problem in problems(item) if problem.severity is Severity.ERROR), None)
    return found.message if found else None


_DATES = ("unlock_at", "due_at", "lock_at")


def held_fields(quiz: Quiz) -> dict[str, Message]:
    """Units of the quiz itself that Canvas would refuse, and why. Dates wait for each other, and so do settings.

    "settings" stands for all units that begin so.
    """
    found: dict[str, Message] = {}
    for problem in quiz_problems(quiz):
        if problem.severity is Severity.ERROR:
            field = problem.field
            names = _DATES if field in _DATES else (field,) if field in QUIZ_KEYS else ("settings",)
            for name in names:
                found.setdefault(name, problem.message)
    return found


def reason_of(unit: str, held: Mapping[str, Message]) -> Message | None:
    """Why a unit of the quiz itself is not sent, None for one that is."""
    return held.get("settings" if unit.startswith("settings/") else unit)


def without_held(payload: Mapping[str, Any], held: Mapping[str, Message]) -> dict[str, Any]:
    """The payload of a new quiz without what Canvas would refuse."""
    gone = {"quiz_settings" if name == "settings" else name for name in held}
    return {key: value for key, value in payload.items() if key not in gone}

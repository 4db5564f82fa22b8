"""Checks of ordering (canvas-facts 3.7)."""

from app.checks.choices import choices_problems
from app.checks.problem import Problem
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.ordering import OrderingQuestion


def problems(_item: Item, question: Question) -> tuple[Problem, ...]:
    """Too few, blank or equal answers."""
    assert isinstance(question, OrderingQuestion)
    return tuple(choices_problems(question, message("An order needs at least two answers.")))

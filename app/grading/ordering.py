"""Marks of ordering (canvas-facts 3.7)."""

from typing import Final

from app.grading.chosen import named
from app.grading.response import Response, texts_of
from app.grading.score import Part, Rule, Score, all_or_nothing
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.ordering import OrderingQuestion

FORM: Final = message("The answer to an ordering question is a list of the ids of its rows.")
DEEP_EQUALS: Final = Rule(
    message("The right order of all rows earns all points, any other none."),
    "New Quiz Items, appendix, Ordering, DeepEquals",
)


def score(item: Item, question: Question, response: Response) -> Score:
    """The whole order, or nothing; the parts tell which rows stand in their place."""
    assert isinstance(question, OrderingQuestion)
    given, key = texts_of(response, FORM), tuple(row.id for row in question.choices)
    there = [one == right for one, right in zip(given, key, strict=False)]
    there += [False] * (len(given) - len(there))
    parts = [Part(one, stands, named(one, question.choices)) for one, stands in zip(given, there, strict=True)]
    return all_or_nothing(bool(key) and given == key, item.points or 0, DEEP_EQUALS, parts)


def key(_item: Item, question: Question) -> Response:
    """All rows in their right order."""
    assert isinstance(question, OrderingQuestion)
    return [row.id for row in question.choices] or None

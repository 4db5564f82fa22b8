"""Marks of multiple choice (canvas-facts 3.3 and 3.15)."""

from typing import Final

from app.grading.chosen import named
from app.grading.response import Response, text_of
from app.grading.score import Part, Rule, Score, all_or_nothing
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.choice import ChoiceQuestion

FORM: Final = message("The answer to a multiple choice question is the id of one choice.")
EQUIVALENCE: Final = Rule(
    message("The right answer earns all points, any other none."), "New Quiz Items, appendix, Multiple Choice"
)
VARY_POINTS: Final = Rule(
    message("Each answer earns the points that are set for it."),
    "New Quiz Items, appendix, Multiple Choice, VaryPointsByAnswer",
    message("No answer earns less than nothing or more than the question."),
)


def score(item: Item, question: Question, response: Response) -> Score:
    """The right choice earns all; where points vary, each its own, and only the right one counts as correct."""
    assert isinstance(question, ChoiceQuestion)
    given, possible = text_of(response, FORM), item.points or 0
    right, words = bool(question.right) and given == question.right, named(given, question.choices)
    if not question.varies_points:
        return all_or_nothing(right, possible, EQUIVALENCE, [Part(given, right, words, possible if right else 0)])
    points = min(max(question.points_of(given), 0), possible)
    return Score(points, possible, right, VARY_POINTS, (Part(given, right, words, points),))


def key(_item: Item, question: Question) -> Response:
    """The right choice; where points vary it may be another that earns most."""
    assert isinstance(question, ChoiceQuestion)
    if not question.varies_points:
        return next((one.id for one in question.choices if one.id == question.right), None)
    return max((one.id for one in question.choices), key=question.points_of, default=None)

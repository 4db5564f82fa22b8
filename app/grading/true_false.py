"""Marks of true/false (canvas-facts 3.2)."""

from typing import Final

from app.grading.response import Response, UnfitResponse
from app.grading.score import Part, Rule, Score, all_or_nothing
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.true_false import TrueFalseQuestion

FORM: Final = message("The answer to a true/false question is true or false.")
EQUIVALENCE: Final = Rule(
    message("The right answer earns all points, the other none."), "New Quiz Items, appendix, True/False"
)


def score(item: Item, question: Question, response: Response) -> Score:
    """The right one of two."""
    assert isinstance(question, TrueFalseQuestion)
    if not isinstance(response, bool):
        raise UnfitResponse(FORM)
    right, possible = response is question.right, item.points or 0
    label = question.labels[0 if response else 1]
    part = Part("true" if response else "false", right, message('"{text}"', text=label), possible if right else 0)
    return all_or_nothing(right, possible, EQUIVALENCE, [part])


def key(_item: Item, question: Question) -> Response:
    """The right one."""
    assert isinstance(question, TrueFalseQuestion)
    return question.right

"""The points that blind guessing earns on average: worked out where there are few answers, else tried."""

from itertools import combinations
from random import Random
from statistics import fmean
from typing import Final

from app.grading.guess import guess
from app.grading.response import Response
from app.grading.table import grade, is_graded
from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.true_false import TrueFalseQuestion

TRIES: Final = 100
"""Of a question whose blind answers are too many to be counted."""
_COUNTED: Final = 6
"""Choices of which any may be ticked: 64 answers."""


def expected_points(item: Item, tries: int = TRIES) -> float:
    """What guessing this question earns; 0 for what waits for a person, has to be written or counts nothing."""
    if not is_graded(item):
        return 0.0
    answers = _all_answers(item)
    if answers is None:
        random = Random(item.id)
        answers = [guess(item, random)]
        if answers[0] is not None:
            answers += [guess(item, random) for _ in range(tries - 1)]
    return fmean(grade(item, answer).points or 0.0 for answer in answers)


def _all_answers(item: Item) -> list[Response] | None:
    """Every blind answer, each as likely as any other; None where they are too many."""
    match item.entry:
        case ChoiceQuestion() as question:
            return [choice.id for choice in question.choices] or [None]
        case TrueFalseQuestion():
            return [True, False]
        case MultiAnswerQuestion() as question if len(question.choices) <= _COUNTED:
            ids = [choice.id for choice in question.choices]
            return [list(some) for count in range(len(ids) + 1) for some in combinations(ids, count)]
    return None

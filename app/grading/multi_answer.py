"""Marks of multiple answers (canvas-facts 3.4 and 3.15)."""

from typing import Final

from app.grading.chosen import named
from app.grading.response import Response, texts_of
from app.grading.score import Part, Rule, Score, all_or_nothing, share
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.multi_answer import MultiAnswerQuestion

FORM: Final = message("The answer to a multiple answers question is a list of the ids of choices.")
ALL_OR_NOTHING: Final = Rule(
    message("All right answers and no wrong one earn all points, anything else none."),
    "New Quiz Items, appendix, Multiple Answer, AllOrNothing",
)
PARTIAL_SCORE: Final = Rule(
    message("Each right answer earns its share of the points, each wrong one costs a share; never less than 0."),
    "Instructor guide of New Quizzes, partial credit of multiple answers",
    message("Shares are not rounded."),
)


def score(item: Item, question: Question, response: Response) -> Score:
    """All or nothing, or a share for each right choice less one for each wrong one."""
    assert isinstance(question, MultiAnswerQuestion)
    given, key, possible = tuple(dict.fromkeys(texts_of(response, FORM))), frozenset(question.right), item.points or 0
    right = bool(key) and key == frozenset(given)
    if not question.gives_partial_credit:
        parts = [Part(one, one in key, named(one, question.choices)) for one in given]
        return all_or_nothing(right, possible, ALL_OR_NOTHING, parts)
    hits = sum(one in key for one in given)
    parts = [_weighed(one, one in key, question, possible) for one in given]
    points = share(possible, max(2 * hits - len(given), 0), len(key))
    return Score(min(points, possible), possible, right, PARTIAL_SCORE, tuple(parts))


def key(_item: Item, question: Question) -> Response:
    """All right choices that are there."""
    assert isinstance(question, MultiAnswerQuestion)
    return [one.id for one in question.choices if one.id in question.right] or None


def _weighed(choice_id: str, right: bool, question: MultiAnswerQuestion, possible: float) -> Part:
    points = share(possible, 1 if right else -1, len(question.right))
    return Part(choice_id, right, named(choice_id, question.choices), points)

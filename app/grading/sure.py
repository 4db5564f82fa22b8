"""Answers that are right, or wrong, for sure: for whoever wants to see the end of a quiz at once."""

from collections.abc import Iterator, Mapping
from random import Random

from app.grading import formula
from app.grading.deal import Deal
from app.grading.guess import guess
from app.grading.response import Response
from app.grading.table import grade, key_of
from app.models.item import Item
from app.models.questions.formula import FormulaQuestion
from app.models.questions.numeric import NumericQuestion

_NUMBERS = ("0", "1", "-1", "987654321")
_NO_WORD = "–"
_TRIES = 40


def right_answer(item: Item, dealt: Deal) -> Response:
    """What earns most of what was dealt; None where nobody knows it, or a person gives the points."""
    question = item.entry
    if isinstance(question, FormulaQuestion) and dealt.solution < len(question.solutions):
        return formula.answer_to(question, dealt.solution)
    return key_of(item)


def wrong_answer(item: Item, dealt: Deal, random: Random) -> Response:
    """An answer that earns as little as any that was found; None where one has to write."""
    given = [one for one in _candidates(item, dealt, random) if one is not None]
    return min(given, key=lambda one: grade(item, one).points or 0, default=None)


def _candidates(item: Item, dealt: Deal, random: Random) -> Iterator[Response]:
    if isinstance(item.entry, NumericQuestion):
        yield from _NUMBERS
    elif isinstance(item.entry, FormulaQuestion):
        if item.entry.solutions:
            yield from ({"solution": dealt.solution, "answer": number} for number in _NUMBERS)
    else:
        for _ in range(_TRIES):
            yield _with_words(guess(item, random))


def _with_words(given: Response) -> Response:
    """Where nobody types blindly, something that is no word."""
    if not isinstance(given, Mapping):
        return given
    return {key: _NO_WORD if value is None else value for key, value in given.items()}

"""Marks of formula questions (canvas-facts 3.11 and 3.16)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from app.grading.numeric import number_of, said, written
from app.grading.response import Response, UnfitResponse, text_of
from app.grading.score import Part, Rule, Score, all_or_nothing
from app.matching.interval import Interval, within_margin, within_percent
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.formula import FormulaQuestion
from app.models.questions.numeric import MarginType

FORM: Final = message(
    'The answer to a formula question is a number, as a text, or {{"solution": place from 0, "answer": text}}.'
)
NUMERIC: Final = Rule(
    message("The result of the numbers that were dealt, give or take the margin, earns all points."),
    "New Quiz Items, appendix, Formula",
)


def score(item: Item, question: Question, response: Response) -> Score:
    """The result of one solution; a text alone answers the first one."""
    assert isinstance(question, FormulaQuestion)
    place, text = _read(response)
    if not 0 <= place < max(len(question.solutions), 1):
        raise UnfitResponse(message("The question has no solution {place}; the first is 0.", place=place))
    number, taken = number_of(text), taken_by(question, place)
    right = number is not None and taken is not None and taken.takes(number)
    return all_or_nothing(right, item.points or 0, NUMERIC, [Part(str(place), right, said(text, number))])


def taken_by(question: FormulaQuestion, place: int) -> Interval | None:
    """The numbers that the solution at a 0-based place takes, None where it has no result."""
    result = question.solutions[place].result if place < len(question.solutions) else None
    if result is None:
        return None
    within = within_percent if question.margin.margin_type == MarginType.PERCENT else within_margin
    return within(result, question.margin.tolerance or Decimal())


def key(_item: Item, question: Question) -> Response:
    """The result of the first solution that has one."""
    assert isinstance(question, FormulaQuestion)
    places = (place for place in range(len(question.solutions)) if question.solutions[place].result is not None)
    return next((answer_to(question, place) for place in places), None)


def answer_to(question: FormulaQuestion, place: int) -> Response:
    """The right answer to the solution at a 0-based place. Raises IndexError."""
    result = question.solutions[place].result
    return {"solution": place, "answer": "" if result is None else written(result)}


def _read(response: Response) -> tuple[int, str]:
    if not isinstance(response, Mapping):
        return 0, text_of(response, FORM)
    place = response.get("solution", 0)
    if isinstance(place, bool) or not isinstance(place, int):
        raise UnfitResponse(FORM)
    answer = response.get("answer")
    return place, "" if answer is None else text_of(answer, FORM)

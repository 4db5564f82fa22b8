"""Marks of numeric questions (canvas-facts 3.10 and 3.16). Exact decimals throughout."""

from decimal import Decimal
from typing import Final

from app.grading.response import Response, text_of
from app.grading.score import Part, Rule, Score, all_or_nothing
from app.message import Message, message
from app.models.item import Item
from app.models.number import decimal_of, typed_number
from app.models.question import Question
from app.models.questions.numeric import NumericQuestion
from app.models.questions.numeric_interval import taken_by

FORM: Final = message("The answer to a numeric question is a number, as a text.")
NUMERIC: Final = Rule(
    message("One of the accepted numbers earns all points, any other none."), "New Quiz Items, appendix, Numeric"
)
TO_DIGITS: Final = Rule(
    NUMERIC.words,
    NUMERIC.source,
    message(
        "A number to so many digits takes what rounds to it, but the lower end; zeros at the end need not be typed."
    ),
)

_LONGEST: Final = 15
"""Signs of a number that is typed in full."""


def score(item: Item, question: Question, response: Response) -> Score:
    """Right where one answer takes the number; 1.0 is 1, and a decimal comma is a decimal point."""
    assert isinstance(question, NumericQuestion)
    text = text_of(response, FORM)
    number = number_of(text)
    taker = None if number is None else _taker(question, number)
    part = Part(taker or "", taker is not None, said(text, number))
    rule = TO_DIGITS if any(getattr(one, "type", "") == "preciseResponse" for one in question.answers) else NUMERIC
    return all_or_nothing(taker is not None, item.points or 0, rule, [part])


def number_of(text: str) -> Decimal | None:
    """The number that a student typed, None where it is none."""
    return decimal_of(typed_number(text))


def said(text: str, number: Decimal | None) -> Message:
    """How what was typed is read."""
    if number is None:
        return message('"{text}" is no number.', text=text)
    return message("{number}", number=text.strip())


def key(_item: Item, question: Question) -> Response:
    """The highest number that the first complete answer takes: the lower end of some is not in them."""
    assert isinstance(question, NumericQuestion)
    intervals = (taken_by(answer) for answer in question.answers)
    return next((written(interval.most) for interval in intervals if interval is not None), None)


def written(number: Decimal) -> str:
    """A number as a student types it: 0.5, or 1.5*10^7 where it is long."""
    text = f"{number:f}"
    if len(text) <= _LONGEST:
        return text
    mantissa, _, power = f"{number:e}".partition("e")
    return f"{mantissa}*10^{int(power)}"


def _taker(question: NumericQuestion, number: Decimal) -> str | None:
    """The key of the first answer that takes the number."""
    for answer, key in zip(question.answers, question.keys, strict=True):
        interval = taken_by(answer)
        if interval is not None and interval.takes(number):
            return key
    return None

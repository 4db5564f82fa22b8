"""Numbers of GIFT: `3`, `3:0.1`, `1..5`, or several of them behind `=` with weights."""

from app.interchange.gift.answers import choices
from app.interchange.gift.block import Unreadable
from app.interchange.gift.text import unescaped
from app.message import Message, message
from app.models.number import decimal_of
from app.models.questions.numeric import ExactAnswer, MarginAnswer, NumericAnswer, RangeAnswer


def numeric_answers(text: str) -> tuple[list[NumericAnswer], list[Message]]:
    """The answers behind the `#`. Raises `Unreadable` for what is no number."""
    body = text.strip()
    if not body.startswith(("=", "~")):
        body = f"={body}"
    taken = [one for one in choices(body) if one.weight > 0]
    if not taken:
        raise Unreadable(message("No number is right."))
    lost = []
    if any(one.weight < 1 for one in taken):
        lost.append(message("Numbers that earn a part of the points: Canvas gives all for them."))
    if any(one.feedback for one in taken):
        lost.append(message("Feedback of single numbers: Canvas has none for them."))
    return [_answer(unescaped(one.text)) for one in taken], lost


def _answer(text: str) -> NumericAnswer:
    start, dots, end = text.partition("..")
    if dots:
        return RangeAnswer.new(_number(start), _number(end))
    value, colon, margin = text.partition(":")
    if colon and decimal_of(_number(margin)):
        return MarginAnswer.new(_number(value), _number(margin))
    return ExactAnswer.new(_number(value))


def _number(text: str) -> str:
    if decimal_of(text.strip()) is None:
        raise Unreadable(message('"{text}" is no number.', text=text.strip()[:30]))
    return text.strip()

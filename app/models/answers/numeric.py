"""The numbers that are right, in lines."""

from collections.abc import Iterator
from html import escape

from app.message import Message, message
from app.models.answers.line import AnswerLine, Mark
from app.models.questions.numeric import (
    ExactAnswer,
    MarginAnswer,
    MarginType,
    NumericAnswer,
    NumericQuestion,
    PreciseAnswer,
    PrecisionType,
    RangeAnswer,
)


def lines(question: NumericQuestion) -> Iterator[AnswerLine]:
    """One for each answer that is taken."""
    for one in question.answers:
        yield AnswerLine(escape(str(number(one))), Mark.RIGHT)


def number(one: NumericAnswer) -> Message:
    """An answer in words."""
    if isinstance(one, ExactAnswer):
        return message("exactly {value}", value=_text(one.value))
    if isinstance(one, RangeAnswer):
        return message("from {start} to {end}", start=_text(one.start), end=_text(one.end))
    if isinstance(one, MarginAnswer):
        margin = _text(one.margin)
        if one.margin_type == MarginType.PERCENT:
            return message("{value} ± {margin} %", value=_text(one.value), margin=margin)
        return message("{value} ± {margin}", value=_text(one.value), margin=margin)
    if isinstance(one, PreciseAnswer):
        if one.precision_type == PrecisionType.SIGNIFICANT_DIGITS:
            return message(
                "{value} to {digits} significant digits", value=_text(one.value), digits=_text(one.precision)
            )
        return message("{value} to {digits} decimals", value=_text(one.value), digits=_text(one.precision))
    return message("an answer of another kind")


def _text(value: object) -> str:
    return "…" if value is None or value == "" else str(value)

"""Checks of numeric questions (canvas-facts 3.10 and 3.16)."""

from collections.abc import Iterator

from app.checks.problem import Problem, error, hint
from app.matching.interval import Interval, exact, to_decimals, to_significant, within_margin, within_percent
from app.message import Message, message
from app.models.item import Item
from app.models.question import Question
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


def problems(_item: Item, question: Question) -> tuple[Problem, ...]:
    """No answer, answers that are no number, margins and ranges upside down, answers that overlap."""
    assert isinstance(question, NumericQuestion)
    return (*_of_answers(question), *_of_overlaps(question))


def _of_answers(question: NumericQuestion) -> Iterator[Problem]:
    if not question.answers:
        yield error("answers", "no-answer", message("No number is right."), message("Add one."))
    for place, (answer, key) in enumerate(zip(question.answers, question.keys, strict=True), start=1):
        found = _wrong_with(answer, place)
        if found is not None:
            yield error(f"answers/{key}", *found)


def _wrong_with(answer: NumericAnswer, place: int) -> tuple[str, Message, Message] | None:
    """Rule, what is wrong, what to do."""
    if isinstance(answer, RangeAnswer):
        return _wrong_with_range(answer, place)
    if isinstance(answer, ExactAnswer | MarginAnswer | PreciseAnswer) and answer.target is None:
        words = message("Number {place} is no number.", place=place)
        return "no-number", words, message("Write it as in 12.5 or 1.2*10^3.")
    if isinstance(answer, MarginAnswer) and (answer.tolerance is None or answer.tolerance < 0):
        words = message("The margin of number {place} is no number from 0 up.", place=place)
        return "bad-margin", words, message("Write how far an answer may be off.")
    if isinstance(answer, PreciseAnswer) and not _counts(answer):
        words = message("The digits of number {place} are no whole number.", place=place)
        return (
            "bad-precision",
            words,
            message("Write how many digits count: 0 or more decimals, 1 or more significant."),
        )
    return None


def _wrong_with_range(answer: RangeAnswer, place: int) -> tuple[str, Message, Message] | None:
    if answer.least is None or answer.most is None:
        words = message("An end of range {place} is no number.", place=place)
        return "no-number", words, message("Write both ends.")
    if answer.least > answer.most:
        words = message("Range {place} goes from the larger number to the smaller one.", place=place)
        return "range-upside-down", words, message("Swap its ends.")
    return None


def _counts(answer: PreciseAnswer) -> bool:
    least = 1 if answer.precision_type == PrecisionType.SIGNIFICANT_DIGITS else 0
    return answer.digits is not None and least <= answer.digits <= 100


def _of_overlaps(question: NumericQuestion) -> Iterator[Problem]:
    """The first earlier answer that takes some of the same numbers."""
    taken: list[tuple[int, Interval]] = []
    for place, (answer, key) in enumerate(zip(question.answers, question.keys, strict=True), start=1):
        interval = taken_by(answer)
        if interval is None:
            continue
        other = next((earlier for earlier, one in taken if one.meets(interval)), None)
        if other is not None:
            words = message("Numbers {first} and {second} take some of the same answers.", first=other, second=place)
            yield hint(f"answers/{key}", "overlapping-numbers", words, message("One of them may be enough."))
        taken.append((place, interval))


def taken_by(answer: NumericAnswer) -> Interval | None:
    """The numbers that an answer takes, None while it is not complete or of a kind that is not known here."""
    if _wrong_with(answer, 0) is not None:
        return None
    if isinstance(answer, RangeAnswer) and answer.least is not None and answer.most is not None:
        return Interval(answer.least, answer.most)
    if isinstance(answer, ExactAnswer) and answer.target is not None:
        return exact(answer.target)
    if isinstance(answer, MarginAnswer) and answer.target is not None and answer.tolerance is not None:
        within = within_percent if answer.margin_type == MarginType.PERCENT else within_margin
        return within(answer.target, answer.tolerance)
    if isinstance(answer, PreciseAnswer) and answer.target is not None and answer.digits is not None:
        to = to_significant if answer.precision_type == PrecisionType.SIGNIFICANT_DIGITS else to_decimals
        return to(answer.target, answer.digits)
    return None

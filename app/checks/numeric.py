"""Checks of numeric questions (canvas-facts 3.10 and 3.16)."""

from collections.abc import Iterator

from app.checks.fix import ItemFix, question_fix
from app.checks.problem import Problem, error, hint
from app.matching.interval import Interval
from app.message import Message, message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.numeric import (
    ExactAnswer,
    MarginAnswer,
    NumericAnswer,
    NumericQuestion,
    PreciseAnswer,
    RangeAnswer,
)
from app.models.questions.numeric_interval import has_digits, taken_by
from app.models.rearranged import exchanged


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
            yield error(f"answers/{key}", *found, _fix(answer, key))


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
    if isinstance(answer, PreciseAnswer) and not has_digits(answer):
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


def _fix(answer: NumericAnswer, key: str) -> ItemFix | None:
    """The ends of a range that is upside down change places; what to write elsewhere nobody knows but the person."""
    if not isinstance(answer, RangeAnswer) or answer.least is None or answer.most is None:
        return None

    def swapped(question: NumericQuestion) -> NumericQuestion:
        place = question.keys.index(key)
        row = question.answers[place]
        if not isinstance(row, RangeAnswer):
            return question
        return question.with_answers(exchanged(question.answers, place, row.replaced(start=row.end, end=row.start)))

    return question_fix(NumericQuestion, message("Swap its ends"), swapped)


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

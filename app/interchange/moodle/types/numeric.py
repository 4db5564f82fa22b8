"""Numbers: a value and how far it may be off."""

from decimal import Decimal

from app.interchange.maker import numeric
from app.interchange.moodle.draft import Draft
from app.interchange.moodle.entry import Entry, Read, share_of
from app.interchange.moodle.text import raw
from app.interchange.number import decimal_text, tidy
from app.message import Message, message
from app.models.item import Item
from app.models.number import decimal_of
from app.models.questions.numeric import (
    ExactAnswer,
    MarginAnswer,
    MarginType,
    NumericAnswer,
    NumericQuestion,
    PreciseAnswer,
    RangeAnswer,
)
from app.models.questions.numeric_interval import taken_by


def read(entry: Entry, _points: float) -> Read:
    """Every number that earns something."""
    answers: list[NumericAnswer] = []
    lost: list[Message] = []
    for row in entry.rows:
        share, number = share_of(row), tidy(raw(row))
        if entry.html(row.find("feedback")):
            lost.append(message("Feedback of single numbers: Canvas has none for them."))
        if share <= 0:
            continue
        if share < 1:
            lost.append(message("Numbers that earn a part of the points: Canvas gives all for them."))
        if not number:
            lost.append(message("An answer that is no number."))
            continue
        answers.append(answer_of(number, row.findtext("tolerance") or "0"))
    if not answers:
        lost.append(message("No right answer: the file has none."))
    if entry.element.find("units/unit") is not None:
        lost.append(message("Units: in Canvas the answer is a number alone."))
    return numeric(entry.stem, answers or [ExactAnswer.new()]), lost


def answer_of(number: str, tolerance: str) -> NumericAnswer:
    """A number of the file with its margin."""
    margin = tidy(tolerance)
    if decimal_of(margin):
        return MarginAnswer.new(number, margin.removeprefix("-"), MarginType.ABSOLUTE)
    return ExactAnswer.new(number)


def write(question: NumericQuestion, draft: Draft, _item: Item) -> None:
    """Each answer as its middle and a margin."""
    for answer in question.answers:
        interval = taken_by(answer)
        if interval is None:
            draft.lost.append(message("A number that is not complete."))
            continue
        if not interval.closed:
            draft.lost.append(message("A number to so many digits: it is written as the range that it takes."))
        own = None if isinstance(answer, RangeAnswer | PreciseAnswer) else getattr(answer, "target", None)
        middle = own if own is not None else (interval.least + interval.most) / 2
        row = draft.plain("answer", decimal_text(middle), fraction="100", format="moodle_auto_format")
        draft.value("tolerance", decimal_text(max(interval.most - middle, Decimal())), row)
    draft.value("unitgradingtype", "0")
    draft.value("showunits", "3")

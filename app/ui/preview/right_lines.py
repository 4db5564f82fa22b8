"""What is right in a question, in lines, as a student is told it afterwards."""

from collections.abc import Iterable, Iterator
from html import escape

from app.grading.deal import Deal
from app.message import message
from app.models.answers.line import AnswerLine, Mark, said
from app.models.answers.table import answer_lines
from app.models.item import Item
from app.models.question import Question
from app.models.questions.formula import FormulaQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.numeric import MarginType
from app.models.questions.ordering import OrderingQuestion


def right_lines(item: Item, dealt: Deal) -> tuple[AnswerLine, ...]:
    """Nothing where a person marks it, and for a hot spot: that is told on its picture."""
    question = item.entry
    match question:
        case HotSpotQuestion():
            return ()
        case FormulaQuestion():
            return tuple(_result(question, dealt))
        case OrderingQuestion():
            rows = enumerate(question.choices, start=1)
            return tuple(said(message("{number}.", number=place), row.item_body or "") for place, row in rows)
        case Question():
            return tuple(_right(answer_lines(question)))
    return ()


def _result(question: FormulaQuestion, dealt: Deal) -> Iterator[AnswerLine]:
    if dealt.solution < len(question.solutions):
        margin = question.margin
        unit = " %" if margin.margin_type == MarginType.PERCENT else ""
        text = str(question.solutions[dealt.solution].output or "")
        allowed = f" ± {margin.margin}{unit}" if margin.tolerance else ""
        yield AnswerLine(escape(text + allowed), Mark.RIGHT)


def _right(lines: Iterable[AnswerLine]) -> Iterator[AnswerLine]:
    """The right answers, each group of them under the line that says what they belong to."""
    above: AnswerLine | None = None
    for line in lines:
        if line.mark is Mark.NONE:
            above = line if not line.level else above
        elif line.mark is Mark.RIGHT:
            if line.level and above is not None:
                yield above
                above = None
            yield line

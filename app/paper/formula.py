"""A formula on paper, with the numbers of one of its solutions."""

from html import escape

from app.grading.deal import Deal
from app.message import message
from app.models.item import Item
from app.models.questions.formula import FormulaQuestion
from app.models.questions.numeric import MarginType
from app.paper.numeric import ANSWER
from app.paper.sheet import Lines, Piece, Row, Rows, Text


def asked(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """The text with the numbers of this version, and a line for the result."""
    question = _question(item)
    has_numbers = dealt.solution < len(question.solutions)
    body = question.body_of(question.solutions[dealt.solution]) if has_numbers else question.item_body or ""
    return Text(body), Lines(1, ANSWER, is_short=True)


def solved(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """The result, and the formula behind it."""
    question = _question(item)
    rows = []
    if dealt.solution < len(question.solutions):
        margin = question.margin
        unit = " %" if margin.margin_type == MarginType.PERCENT else ""
        allowed = f" ± {margin.margin}{unit}" if margin.tolerance else ""
        rows.append(Row(escape(f"{question.solutions[dealt.solution].output}{allowed}")))
    rows.append(Row(f"<code>{escape(question.formula)}</code>", note=message("the formula")))
    return (Rows(tuple(rows)),)


def _question(item: Item) -> FormulaQuestion:
    assert isinstance(item.entry, FormulaQuestion)
    return item.entry

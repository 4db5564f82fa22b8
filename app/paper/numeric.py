"""A number on paper."""

from app.grading.deal import Deal
from app.message import message
from app.models.answers.numeric import number
from app.models.item import Item
from app.models.questions.numeric import NumericQuestion
from app.paper.sheet import Lines, Piece, Row, Rows, Text

ANSWER = message("Answer:")


def asked(item: Item, _dealt: Deal) -> tuple[Piece, ...]:
    """A line for the number."""
    return Text(_question(item).item_body or ""), Lines(1, ANSWER, is_short=True)


def solved(item: Item, _dealt: Deal) -> tuple[Piece, ...]:
    """Every number that is taken."""
    return (Rows(tuple(Row("", note=number(one)) for one in _question(item).answers)),)


def _question(item: Item) -> NumericQuestion:
    assert isinstance(item.entry, NumericQuestion)
    return item.entry

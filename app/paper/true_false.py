"""True or false on paper."""

from html import escape

from app.grading.deal import Deal
from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.paper.sheet import Flow, Piece, Place, Row, Rows, Text


def asked(item: Item, _dealt: Deal) -> tuple[Piece, ...]:
    """Two circles."""
    question = _question(item)
    rows = tuple(Row(escape(label), place=Place.CIRCLE) for label in question.labels)
    return Text(question.item_body or ""), Flow(rows)


def solved(item: Item, _dealt: Deal) -> tuple[Piece, ...]:
    """The right word."""
    question = _question(item)
    if question.right is None:
        return ()
    return (Rows((Row(escape(question.labels[0 if question.right else 1])),)),)


def _question(item: Item) -> TrueFalseQuestion:
    assert isinstance(item.entry, TrueFalseQuestion)
    return item.entry

"""Ordering on paper: a box for the number of each row."""

from app.grading.deal import Deal
from app.message import message
from app.models.item import Item
from app.models.questions.ordering import OrderingQuestion
from app.paper.chosen import in_order
from app.paper.sheet import Note, Piece, Place, Row, Rows, Text, letter


def asked(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """The rows as dealt, between the labels of both ends."""
    question = _question(item)
    dealt_rows = in_order(question.choices, dealt.order)
    rows = [Row(row.item_body or "", letter(place), Place.BOX) for place, row in enumerate(dealt_rows)]
    told = message("Number the rows from 1 to {count} in their right order.", count=len(rows))
    labels = question.labels
    top, bottom = labels.top_label or "", labels.bottom_label or ""
    if labels.include_labels and (top or bottom):
        told = message(
            "Number the rows from 1 to {count}, from “{top}” to “{bottom}”.", count=len(rows), top=top, bottom=bottom
        )
    return Text(question.item_body or ""), Note(told), Rows(tuple(rows))


def solved(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """The rows as they stand on this paper, each with the number that belongs into its box."""
    question = _question(item)
    numbers = {row.id: number for number, row in enumerate(question.choices, 1)}
    rows = (
        Row(row.item_body or "", f"{letter(place)} {numbers[row.id]}")
        for place, row in enumerate(in_order(question.choices, dealt.order))
    )
    return (Rows(tuple(rows)),)


def _question(item: Item) -> OrderingQuestion:
    assert isinstance(item.entry, OrderingQuestion)
    return item.entry

"""Multiple choice on paper."""

from app.grading.deal import Deal
from app.message import message
from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.paper.chosen import choice_rows, in_order, right_choices
from app.paper.number import points_text
from app.paper.sheet import Piece, Place, Row, Rows, Text, letter


def asked(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """A circle for each choice."""
    question = _question(item)
    return Text(question.item_body or ""), Rows(choice_rows(question.choices, dealt, Place.CIRCLE))


def solved(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """The right choice; where points vary, each choice that earns some."""
    question = _question(item)
    if question.varies_points:
        return (Rows(_worth(question, dealt)),)
    return (right_choices(question.choices, dealt, {question.right or ""}),)


def _worth(question: ChoiceQuestion, dealt: Deal) -> tuple[Row, ...]:
    rows = []
    for place, choice in enumerate(in_order(question.choices, dealt.order)):
        points = question.points_of(choice.id)
        note = message("{points} point", plural="{points} points", count=round(points), points=points_text(points))
        if points:
            rows.append(Row(choice.item_body or "", letter(place), note=note))
    return tuple(rows)


def _question(item: Item) -> ChoiceQuestion:
    assert isinstance(item.entry, ChoiceQuestion)
    return item.entry

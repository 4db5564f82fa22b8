"""Multiple answers on paper."""

from app.grading.deal import Deal
from app.message import message
from app.models.item import Item
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.paper.chosen import choice_rows, right_choices
from app.paper.sheet import Note, Piece, Place, Rows, Text


def asked(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """A box for each choice."""
    question = _question(item)
    rows = Rows(choice_rows(question.choices, dealt, Place.BOX))
    return Text(question.item_body or ""), Note(message("Mark all right answers.")), rows


def solved(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """Every right choice."""
    question = _question(item)
    return (right_choices(question.choices, dealt, question.right),)


def _question(item: Item) -> MultiAnswerQuestion:
    assert isinstance(item.entry, MultiAnswerQuestion)
    return item.entry

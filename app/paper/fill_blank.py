"""The deprecated fill in the blank on paper: as its successor, with the words of each blank as a list of its own."""

from app.grading.deal import Deal
from app.models.item import Item
from app.models.questions.fill_blank import FillBlankQuestion
from app.paper.rich_fill_blank import asked_of, solved_of
from app.paper.sheet import Piece


def asked(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """The text with a line in the place of each blank."""
    return asked_of(_question(item).as_rich(), dealt)


def solved(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """What is right in each blank."""
    return solved_of(_question(item).as_rich(), dealt)


def _question(item: Item) -> FillBlankQuestion:
    assert isinstance(item.entry, FillBlankQuestion)
    return item.entry

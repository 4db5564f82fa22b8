"""A hot spot on paper: a picture to mark places on."""

from app.grading.deal import Deal
from app.message import message
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.paper.sheet import Note, Picture, Piece, Text


def asked(item: Item, _dealt: Deal) -> tuple[Piece, ...]:
    """How many places to mark, and the picture."""
    question = _question(item)
    text = Text(question.item_body or "")
    if not question.picture:
        return (text,)
    told = message(
        "Mark the place on the picture with a cross.",
        plural="Mark {count} places on the picture with a cross each.",
        count=max(len(question.stored_regions), 1),
    )
    return text, Note(told), Picture(question.picture)


def solved(item: Item, _dealt: Deal) -> tuple[Piece, ...]:
    """The picture with its regions and their names."""
    question = _question(item)
    return (Picture(question.picture, question.regions(item.local)),) if question.picture else ()


def _question(item: Item) -> HotSpotQuestion:
    assert isinstance(item.entry, HotSpotQuestion)
    return item.entry

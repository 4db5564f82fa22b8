"""Essays wait for a person (canvas-facts 3.12)."""

from typing import Final

from app.grading.response import Response
from app.grading.score import Rule, Score, waiting
from app.message import message
from app.models.item import Item
from app.models.question import Question

BY_HAND: Final = Rule(message("A person gives the points."), "New Quiz Items, appendix, Essay")


def score(item: Item, _question: Question, _response: Response) -> Score:
    """No mark."""
    return waiting(item.points or 0, BY_HAND)


def key(_item: Item, _question: Question) -> Response:
    """Nothing is right by itself."""
    return None

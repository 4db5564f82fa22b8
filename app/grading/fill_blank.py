"""Marks of the deprecated fill in the blank (canvas-facts 3.8)."""

from app.grading.response import Response
from app.grading.rich_fill_blank import key_of_blanks, of_blanks
from app.grading.score import Score
from app.models.item import Item
from app.models.question import Question
from app.models.questions.fill_blank import FillBlankQuestion


def score(item: Item, question: Question, response: Response) -> Score:
    """As its successor; each blank of the old kind offers words of its own."""
    assert isinstance(question, FillBlankQuestion)
    words = tuple(choice for blank in question.blanks for choice in blank.choices)
    return of_blanks(item, question.blanks, words, response)


def key(_item: Item, question: Question) -> Response:
    """The right text or choice of each blank."""
    assert isinstance(question, FillBlankQuestion)
    return key_of_blanks(question.blanks)

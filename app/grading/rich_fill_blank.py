"""Marks of fill in the blank (canvas-facts 3.9 and 3.15)."""

from collections.abc import Sequence
from typing import Final

from app.grading.blank import filled, right_text
from app.grading.response import Response, map_of, text_of
from app.grading.score import Rule, Score, in_shares, waiting
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.blank import Blank
from app.models.questions.choices import Choice
from app.models.questions.rich_fill_blank import RichFillBlankQuestion

FORM: Final = message("The answer to a question with blanks is a map from the id of each blank to a text.")
MULTIPLE_METHODS: Final = Rule(
    message("Each blank that is filled right earns the same share of the points."),
    "New Quiz Items, appendix, Rich Fill In The Blank, and exports of Canvas",
    message(
        "Shares are not rounded; spaces around a typed answer do not count; "
        "upper and lower case are alike where an answer is contained or listed; a pattern may fit a part of the answer."
    ),
)


def score(item: Item, question: Question, response: Response) -> Score:
    """A share for each blank."""
    assert isinstance(question, RichFillBlankQuestion)
    return of_blanks(item, question.blanks, question.word_bank, response)


def of_blanks(item: Item, blanks: Sequence[Blank], bank: Sequence[Choice], response: Response) -> Score:
    """A share for each of these blanks; where one cannot be judged the whole waits."""
    given = map_of(response, FORM)
    parts = [filled(blank, _text(given.get(blank.id)), bank) for blank in blanks]
    if any(part.right is None for part in parts):
        return waiting(item.points or 0, MULTIPLE_METHODS, parts)
    return in_shares(parts, item.points or 0, MULTIPLE_METHODS)


def key(_item: Item, question: Question) -> Response:
    """The right text or choice of each blank."""
    assert isinstance(question, RichFillBlankQuestion)
    return key_of_blanks(question.blanks)


def key_of_blanks(blanks: Sequence[Blank]) -> Response:
    """The same of these blanks."""
    return {blank.id: right_text(blank) for blank in blanks} or None


def _text(given: object) -> str:
    return "" if given is None else text_of(given, FORM)

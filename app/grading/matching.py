"""Marks of matching (canvas-facts 3.5 and 3.15)."""

from functools import lru_cache
from typing import Final

from app.grading.response import Response, map_of
from app.grading.score import NO_ANSWER, Part, Rule, Score, all_or_nothing, in_shares
from app.message import Message, message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.matching import MatchingQuestion
from app.models.questions.pair import Pair

FORM: Final = message("The answer to a matching question is a map from the id of each prompt to the text of an answer.")
DEEP_EQUALS: Final = Rule(
    message("All pairs right earn all points, anything else none."), "New Quiz Items, appendix, Matching, DeepEquals"
)
PARTIAL_DEEP: Final = Rule(
    message("Each right pair earns the same share of the points; a wrong one costs nothing."),
    "New Quiz Items, appendix, Matching, PartialDeep, and exports of Canvas",
    message("Shares are not rounded."),
)


def score(item: Item, question: Question, response: Response) -> Score:
    """All pairs together, or a share for each right pair; an answer is its text, so that equal texts are one answer."""
    assert isinstance(question, MatchingQuestion)
    given, possible = map_of(response, FORM), item.points or 0
    parts = [_part(pair, given.get(pair.id)) for pair in question.pairs]
    if question.gives_partial_credit:
        return in_shares(parts, possible, PARTIAL_DEEP)
    right = bool(parts) and all(part.right for part in parts)
    return all_or_nothing(right, possible, DEEP_EQUALS, parts)


def key(_item: Item, question: Question) -> Response:
    """Every pair."""
    assert isinstance(question, MatchingQuestion)
    return {pair.id: pair.answer for pair in question.pairs} or None


def _part(pair: Pair, given: object) -> Part:
    answer = given if isinstance(given, str) else ""
    right = bool(answer) and answer == pair.answer
    return Part(pair.id, right, _said(pair.prompt, answer, right))


@lru_cache(maxsize=4096)  # many students answer the same
def _said(prompt: str, answer: str, right: bool) -> Message:
    if not answer:
        return message('"{prompt}": {what}', prompt=prompt, what=NO_ANSWER)
    if right:
        return message('"{prompt}" goes with "{answer}".', prompt=prompt, answer=answer)
    return message('"{prompt}" does not go with "{answer}".', prompt=prompt, answer=answer)

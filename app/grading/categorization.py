"""Marks of categorization (canvas-facts 3.6 and 3.15)."""

from functools import lru_cache
from typing import Final

from app.grading.response import Response, map_of, texts_of
from app.grading.score import Part, Rule, Score, all_or_nothing, in_shares
from app.message import Message, message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.categorization import CategorizationQuestion, Labelled

FORM: Final = message(
    "The answer to a categorization question is a map from the id of each category to a list of ids of answers."
)
WHOLE_METHOD: Final = "all_or_nothing"
WHOLE: Final = Rule(
    message("All categories right earn all points, anything else none."),
    "New Quiz Items, appendix, Categorization, score_method",
    message("Canvas counts the question as a whole where its data says all_or_nothing."),
)
SHARES: Final = Rule(
    message("Each category with exactly its answers earns the same share of the points."),
    "Exports of Canvas",
    message("Canvas counts category by category where its data does not say all_or_nothing. Shares are not rounded."),
)


def score(item: Item, question: Question, response: Response) -> Score:
    """A category is right with exactly its answers; one that has none is right while it is empty."""
    assert isinstance(question, CategorizationQuestion)
    given = {id: frozenset(texts_of(ids, FORM)) for id, ids in map_of(response, FORM).items()}
    parts = [_part(question, category, given.get(category.id, frozenset())) for category in question.categories]
    method = question.scoring_data.score_method if question.scoring_data else None
    if method != WHOLE_METHOD:
        return in_shares(parts, item.points or 0, SHARES)
    right = bool(parts) and all(part.right for part in parts)
    return all_or_nothing(right, item.points or 0, WHOLE, parts)


def key(_item: Item, question: Question) -> Response:
    """Every answer in its category."""
    assert isinstance(question, CategorizationQuestion)
    return {id: list(answers) for id, answers in question.key.items()} or None


def _part(question: CategorizationQuestion, category: Labelled, given: frozenset[str]) -> Part:
    key = frozenset(question.key[category.id])
    return Part(
        category.id, given == key, _said(category.item_body or "", wrong=len(given - key), missing=len(key - given))
    )


@lru_cache(maxsize=4096)  # many students sort alike
def _said(name: str, *, wrong: int, missing: int) -> Message:
    if not wrong and not missing:
        return message('"{category}" is right.', category=name)
    if not wrong:
        return message('"{category}" lacks {missing}.', category=name, missing=missing)
    if not missing:
        return message('"{category}" has {wrong} too many.', category=name, wrong=wrong)
    return message(
        '"{category}" lacks {missing} and has {wrong} too many.', category=name, missing=missing, wrong=wrong
    )

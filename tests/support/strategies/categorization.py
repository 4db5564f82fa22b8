"""Categorization."""

from typing import Any

from hypothesis import strategies as st

from app.models.questions.categorization import CategorizationQuestion
from tests.support.strategies.entry import whole
from tests.support.strategies.words import ids, words


@st.composite
def _answers(draw: st.DrawFn) -> dict[str, Any]:
    """Up to three categories; each answer belongs into one of them or is a distractor."""
    keys = draw(st.lists(ids, min_size=2, max_size=8, unique=True))
    count = draw(st.integers(1, min(3, len(keys) - 1)))
    categories, answers = keys[:count], keys[count:]
    place = {answer: draw(st.sampled_from([None, *categories])) for answer in answers}
    rows = [
        {
            "id": category,
            "scoring_data": {"value": [answer for answer in answers if place[answer] == category]},
            "scoring_algorithm": "AllOrNothing",
        }
        for category in categories
    ]
    return {
        "interaction_data": {
            "categories": {key: {"id": key, "item_body": draw(words)} for key in categories},
            "distractors": {key: {"id": key, "item_body": draw(words)} for key in answers},
            "category_order": draw(st.permutations(categories)),
        },
        "properties": {"shuffle_rules": {"questions": {"shuffled": False}}},
        "scoring_data": {"value": rows, "score_method": "all_or_nothing"},
        "scoring_algorithm": "Categorization",
    }


def questions() -> st.SearchStrategy[CategorizationQuestion]:
    """Questions that Canvas takes."""
    return whole(CategorizationQuestion, _answers())

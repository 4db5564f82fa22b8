"""Ordering."""

from typing import Any

from hypothesis import strategies as st

from app.models.questions.ordering import OrderingQuestion
from tests.support.strategies.choices import rows
from tests.support.strategies.entry import whole
from tests.support.strategies.words import words


@st.composite
def _answers(draw: st.DrawFn) -> dict[str, Any]:
    choices = {row["id"]: {"id": row["id"], "item_body": row["item_body"]} for row in draw(rows())}
    labelled = draw(st.booleans())
    return {
        "interaction_data": {"choices": choices},
        "properties": {
            "top_label": draw(words) if labelled else "",
            "bottom_label": draw(words) if labelled else "",
            "shuffle_rules": None,
            "include_labels": labelled,
            "display_answers_paragraph": draw(st.booleans()),
        },
        "scoring_data": {"value": draw(st.permutations(list(choices)))},
        "scoring_algorithm": "DeepEquals",
    }


def questions() -> st.SearchStrategy[OrderingQuestion]:
    """Questions that Canvas takes."""
    return whole(OrderingQuestion, _answers())

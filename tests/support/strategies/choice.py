"""Multiple choice."""

from typing import Any

from hypothesis import strategies as st

from app.models.questions.choice import ChoiceQuestion
from tests.support.strategies.choices import rows, shuffling
from tests.support.strategies.entry import whole
from tests.support.strategies.words import html


@st.composite
def _answers(draw: st.DrawFn) -> dict[str, Any]:
    choices = draw(rows())
    keys = [choice["id"] for choice in choices]
    varies = draw(st.booleans())
    scoring: dict[str, Any] = {"value": draw(st.sampled_from(keys))}
    if varies:
        scoring["values"] = [{"value": key, "points": draw(st.integers(0, 5))} for key in keys]
    return {
        "interaction_data": {"choices": choices},
        "properties": {"shuffle_rules": draw(shuffling(len(keys))), "vary_points_by_answer": varies},
        "scoring_data": scoring,
        "scoring_algorithm": "VaryPointsByAnswer" if varies else "Equivalence",
        "answer_feedback": draw(st.dictionaries(st.sampled_from(keys), html, max_size=2)),
    }


def questions() -> st.SearchStrategy[ChoiceQuestion]:
    """Questions that Canvas takes."""
    return whole(ChoiceQuestion, _answers())

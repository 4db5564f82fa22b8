"""Multiple answers."""

from typing import Any

from hypothesis import strategies as st

from app.models.questions.multi_answer import MultiAnswerQuestion
from tests.support.strategies.choices import rows, shuffling
from tests.support.strategies.entry import whole


@st.composite
def _answers(draw: st.DrawFn) -> dict[str, Any]:
    choices = draw(rows())
    keys = [choice["id"] for choice in choices]
    return {
        "interaction_data": {"choices": choices},
        "properties": {"shuffle_rules": draw(shuffling(len(keys)))},
        "scoring_data": {"value": draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))},
        "scoring_algorithm": draw(st.sampled_from(["AllOrNothing", "PartialScore"])),
    }


def questions() -> st.SearchStrategy[MultiAnswerQuestion]:
    """Questions that Canvas takes."""
    return whole(MultiAnswerQuestion, _answers())

"""Essay."""

from typing import Any

from hypothesis import strategies as st

from app.models.questions.essay import EssayQuestion
from tests.support.strategies.entry import whole
from tests.support.strategies.words import words


@st.composite
def _answers(draw: st.DrawFn) -> dict[str, Any]:
    limited = draw(st.booleans())
    least = draw(st.integers(0, 500))
    data: dict[str, Any] = {
        "rce": draw(st.booleans()),
        "essay": None,
        "word_count": draw(st.booleans()),
        "file_upload": False,
        "spell_check": draw(st.booleans()),
        "word_limit_enabled": limited,
    }
    if limited:
        data |= {"word_limit_min": str(least), "word_limit_max": str(draw(st.integers(least, 1000)))}
    return {
        "interaction_data": data,
        "properties": {},
        "scoring_data": {"value": draw(st.one_of(st.just(""), words))},
        "scoring_algorithm": "None",
    }


def questions() -> st.SearchStrategy[EssayQuestion]:
    """Questions that Canvas takes."""
    return whole(EssayQuestion, _answers())

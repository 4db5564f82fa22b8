"""The deprecated fill in the blank, as old quizzes have it. Canvas takes none of them any more."""

from typing import Any

from hypothesis import strategies as st

from app.models.questions.fill_blank import FillBlankQuestion
from tests.support.strategies.blanks import blanks
from tests.support.strategies.entry import whole
from tests.support.strategies.rich_fill_blank import key, row, shuffle
from tests.support.strategies.words import html, ids, words


@st.composite
def _answers(draw: st.DrawFn) -> dict[str, Any]:
    gaps = draw(st.lists(blanks(()), min_size=1, max_size=3, unique_by=lambda blank: blank.id))
    stem: list[dict[str, Any]] = []
    for gap in gaps:
        stem.append({"id": draw(ids), "type": "text", "value": f"{draw(words)} ", "position": len(stem) + 1})
        stem.append({"id": draw(ids), "type": "blank", "blank_id": gap.id, "position": len(stem) + 1})
    return {
        "interaction_data": {
            "blanks": [row(gap) for gap in gaps],
            "prompt": draw(html),
            "stem_items": draw(st.permutations(stem)),
        },
        "properties": {"shuffle_rules": {"blanks": {"children": {str(n): shuffle(g) for n, g in enumerate(gaps)}}}},
        "scoring_data": {
            "value": [{"id": gap.id, "scoring_data": key(gap), "scoring_algorithm": gap.algorithm} for gap in gaps]
        },
        "scoring_algorithm": "MultipleMethods",
    }


def questions() -> st.SearchStrategy[FillBlankQuestion]:
    """Questions as Canvas still has them."""
    return whole(FillBlankQuestion, _answers())

"""Numeric."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from app.models.questions.numeric import NumericQuestion
from tests.support.strategies.entry import whole
from tests.support.strategies.words import decimals, ids

_COUNTS = st.integers(1, 6).map(str)
margins = st.fixed_dictionaries(
    {
        "margin": st.decimals(0, 50, places=1).map(str),
        "margin_type": st.sampled_from(["absolute", "percent"]),
    }
)
_NUMBERS = st.one_of(decimals, st.sampled_from(["1.5*10^4", "123,456.789", "200"]))
_EXACT = st.fixed_dictionaries({"id": ids, "type": st.just("exactResponse"), "value": _NUMBERS})
_MARGIN = st.builds(
    lambda id, value, margin: {"id": id, "type": "marginOfError", "value": value, **margin}, ids, decimals, margins
)
_PRECISE = st.fixed_dictionaries(
    {
        "id": ids,
        "type": st.just("preciseResponse"),
        "value": decimals,
        "precision": _COUNTS,
        "precision_type": st.sampled_from(["decimals", "significantDigits"]),
    }
)


@st.composite
def _range(draw: st.DrawFn) -> dict[str, Any]:
    start, end = sorted((draw(decimals), draw(decimals)), key=Decimal)
    return {"id": draw(ids), "type": "withinARange", "start": start, "end": end}


def questions() -> st.SearchStrategy[NumericQuestion]:
    """Questions that Canvas takes."""
    rows = st.lists(
        st.one_of(_EXACT, _MARGIN, _range(), _PRECISE), min_size=1, max_size=4, unique_by=lambda row: row["id"]
    )
    answers = rows.map(
        lambda value: {
            "interaction_data": {},
            "properties": {},
            "scoring_data": {"value": value},
            "scoring_algorithm": "Numeric",
        }
    )
    return whole(NumericQuestion, answers)

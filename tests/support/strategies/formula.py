"""Formula: a sum of variables, so that its solutions are right."""

from typing import Any

from hypothesis import strategies as st

from app.models.questions.formula import FormulaQuestion
from tests.support.strategies.entry import whole
from tests.support.strategies.numeric import margins


@st.composite
def _variable(draw: st.DrawFn, name: str) -> dict[str, Any]:
    low = draw(st.integers(-100, 100))
    high = draw(st.integers(low, 200))
    return {"name": name, "min": str(low), "max": str(high), "precision": 0}


@st.composite
def _answers(draw: st.DrawFn) -> dict[str, Any]:
    names = draw(st.lists(st.sampled_from(["x", "y", "speed", "a1"]), min_size=1, max_size=3, unique=True))
    variables = [draw(_variable(name)) for name in names]
    added = draw(st.integers(0, 9))
    solutions = [draw(_solution(variables, added)) for _ in range(draw(st.integers(1, 4)))]
    value = {
        "formula": " + ".join((str(added), *names)),
        "numeric": {"type": "marginOfError", **draw(margins)},
        "variables": variables,
        "answer_count": str(len(solutions)),
        "generated_solutions": solutions,
    }
    return {
        "item_body": f"<p>Add {', '.join(f'`{name}`' for name in names)} and {added}.</p>",
        "interaction_data": {},
        "properties": {},
        "scoring_data": {"value": value},
        "scoring_algorithm": "Numeric",
    }


@st.composite
def _solution(draw: st.DrawFn, variables: list[dict[str, Any]], added: int) -> dict[str, Any]:
    given = {row["name"]: draw(st.integers(int(row["min"]), int(row["max"]))) for row in variables}
    inputs = [{"name": name, "value": str(value)} for name, value in given.items()]
    return {"inputs": inputs, "output": str(added + sum(given.values()))}


def questions() -> st.SearchStrategy[FormulaQuestion]:
    """Questions that Canvas takes."""
    return whole(FormulaQuestion, _answers())

"""True/false."""

from hypothesis import strategies as st

from app.models.questions.true_false import TrueFalseQuestion
from tests.support.strategies.entry import whole
from tests.support.strategies.words import words


def questions() -> st.SearchStrategy[TrueFalseQuestion]:
    """Questions that Canvas takes."""
    labels = st.one_of(st.just(("True", "False")), st.tuples(words, words))
    answers = st.builds(
        lambda labels, right: {
            "interaction_data": {"true_choice": labels[0], "false_choice": labels[1]},
            "properties": {},
            "scoring_data": {"value": right},
            "scoring_algorithm": "Equivalence",
        },
        labels,
        st.booleans(),
    )
    return whole(TrueFalseQuestion, answers)

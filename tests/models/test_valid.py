"""What the strategies call valid is taken by the practice Canvas, which reads the documents by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.question import Question
from app.models.settings import QuizSettings
from app.models.settings_effective import effective
from app.models.table import CREATABLE
from app.sandbox.blank import blank_ids, placed_body
from app.sandbox.entry import REQUIRED
from app.sandbox.questions.submitted import Submitted
from app.sandbox.questions.table import KINDS
from app.sandbox.quiz_settings import changed_settings
from tests.support.strategies.questions import STRATEGIES
from tests.support.strategies.settings import settings


@pytest.mark.parametrize("slug", CREATABLE)
@given(data=st.data())
def test_a_valid_question_is_taken(slug: str, data: st.DataObject) -> None:
    question: Question = data.draw(STRATEGIES[slug]())
    entry = question.wire()
    assert all(entry.get(key) not in (None, "") for key in REQUIRED)
    assert entry["scoring_algorithm"] in KINDS[slug].algorithms
    KINDS[slug].check(Submitted.of(entry))
    if slug == "rich-fill-blank":
        placed_body(entry["item_body"], blank_ids(entry["interaction_data"]))


@given(settings())
def test_valid_settings_are_taken_with_what_does_not_count_or_without(whole: QuizSettings) -> None:
    for sent in (whole, effective(whole)):
        stored = changed_settings(None, sent.wire(), drop_ips=False)
        assert stored is not None
        assert stored["calculator_type"] == sent.calculator_type

"""Matching."""

from typing import Any

from hypothesis import strategies as st

from app.models.questions.matching import MatchingQuestion
from tests.support.strategies.entry import whole
from tests.support.strategies.words import distinct, ids, words


@st.composite
def _answers(draw: st.DrawFn) -> dict[str, Any]:
    """Prompts with UUIDs or short numbers as ids; two of them may share an answer."""
    texts = draw(distinct(words, 2, 6))
    count = draw(st.integers(1, 4))
    keys = draw(st.lists(st.one_of(ids, st.integers(1, 99999).map(str)), min_size=count, max_size=count, unique=True))
    prompts = {key: draw(words) for key in keys}
    key = {id: draw(st.sampled_from(texts)) for id in keys}
    matches = [{"question_id": id, "question_body": prompts[id], "answer_body": key[id]} for id in keys]
    wrong = [text for text in texts if text not in key.values()]
    return {
        "interaction_data": {
            "answers": draw(st.permutations(texts)),
            "questions": [{"id": id, "item_body": text} for id, text in prompts.items()],
        },
        "properties": {"shuffle_rules": {"questions": {"shuffled": draw(st.booleans())}}},
        "scoring_data": {"value": key, "edit_data": {"matches": matches, "distractors": wrong}},
        "scoring_algorithm": draw(st.sampled_from(["DeepEquals", "PartialDeep"])),
    }


def questions() -> st.SearchStrategy[MatchingQuestion]:
    """Questions that Canvas takes."""
    return whole(MatchingQuestion, _answers())

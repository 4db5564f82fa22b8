"""Fill in the blank: a text with spans in place of its blanks, everything else written down here a second time."""

from html import escape
from typing import Any

from hypothesis import strategies as st

from app.models.question import ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_rows import AnswerType
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from tests.support.strategies.blanks import banks, blanks
from tests.support.strategies.entry import whole
from tests.support.strategies.words import words


@st.composite
def _answers(draw: st.DrawFn) -> dict[str, Any]:
    bank = draw(st.one_of(st.just(()), banks()))
    gaps = draw(st.lists(blanks(bank), min_size=1, max_size=4, unique_by=lambda blank: blank.id))
    between = [escape(draw(words), quote=False) for _ in gaps]
    placed = [f'{text} <span id="blank_{gap.id}"></span>' for text, gap in zip(between, gaps, strict=True)]
    ticked = [f"{text} `{escape(gap.text, quote=False)}`" for text, gap in zip(between, gaps, strict=True)]
    shuffles = {str(place): shuffle(gap) for place, gap in enumerate(gaps)}
    return {
        "item_body": f"<p>{' '.join(placed)}</p>",
        "interaction_data": {
            "blanks": [row(gap) for gap in gaps],
            "word_bank_choices": [word.wire() for word in bank],
            "reuse_word_bank_choices": draw(st.booleans()),
        },
        "properties": {"shuffle_rules": {"blanks": {"children": shuffles}}},
        "scoring_data": {
            "value": [{"id": gap.id, "scoring_data": key(gap), "scoring_algorithm": gap.algorithm} for gap in gaps],
            "working_item_body": f"<p>{' '.join(ticked)}</p>",
        },
        "scoring_algorithm": "MultipleMethods",
    }


def row(gap: Blank) -> dict[str, Any]:
    """A blank's row in `interaction_data`."""
    head: dict[str, Any] = {"id": gap.id, "answer_type": gap.answer_type}
    if gap.answer_type == AnswerType.DROPDOWN:
        return {**head, "choices": [choice.wire() for choice in gap.choices]}
    return {**head, "choices": None} if gap.answer_type == AnswerType.WORDBANK else head


def key(gap: Blank) -> dict[str, Any]:
    """What is right in a blank, as `scoring_data` has it."""
    if gap.answer_type == AnswerType.DROPDOWN:
        return {"value": gap.right, "blank_text": gap.text}
    if gap.answer_type == AnswerType.WORDBANK:
        return {"value": gap.text, "blank_text": gap.text, "choice_id": gap.right}
    value = list(gap.accepted) if gap.algorithm == ScoringAlgorithm.TEXT_IN_CHOICES else gap.accepted[0]
    right: dict[str, Any] = {"value": value, "blank_text": gap.text}
    if gap.algorithm == ScoringAlgorithm.TEXT_CLOSE_ENOUGH:
        return {**right, "ignore_case": gap.ignore_case, "edit_distance": gap.edit_distance}
    return right


def shuffle(gap: Blank) -> dict[str, Any]:
    """A blank's shuffling."""
    return {"children": {"choices": {"shuffled": True}} if gap.shuffled else None}


def questions() -> st.SearchStrategy[RichFillBlankQuestion]:
    """Questions that Canvas takes."""
    return whole(RichFillBlankQuestion, _answers())

"""Questions of any type, and drafts of them."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from app.models.question import Question
from app.models.reading import read_entry
from app.models.table import CREATABLE
from tests.support.strategies import (
    categorization,
    choice,
    essay,
    file_upload,
    fill_blank,
    formula,
    hot_spot,
    matching,
    multi_answer,
    numeric,
    ordering,
    rich_fill_blank,
    true_false,
)
from tests.support.strategies.entry import thinned

STRATEGIES: dict[str, Callable[[], st.SearchStrategy[Question]]] = {
    "choice": choice.questions,
    "multi-answer": multi_answer.questions,
    "true-false": true_false.questions,
    "matching": matching.questions,
    "categorization": categorization.questions,
    "ordering": ordering.questions,
    "rich-fill-blank": rich_fill_blank.questions,
    "numeric": numeric.questions,
    "formula": formula.questions,
    "essay": essay.questions,
    "file-upload": file_upload.questions,
    "hot-spot": hot_spot.questions,
    "fill-blank": fill_blank.questions,
}
"""Interaction type → whole questions of that type."""


def questions(slugs: tuple[str, ...] = CREATABLE) -> st.SearchStrategy[Question]:
    """Whole questions that Canvas takes (a hot spot once its picture is uploaded), of the types named."""
    return st.one_of([STRATEGIES[slug]() for slug in slugs])


def drafts(slugs: tuple[str, ...] = CREATABLE) -> st.SearchStrategy[Question]:
    """Unfinished questions: anything but the type may be missing or empty."""
    return questions(slugs).flatmap(lambda question: thinned(question.wire())).map(_read)


def _read(raw: dict[str, Any]) -> Question:
    entry = read_entry("Item", raw)
    assert isinstance(entry, Question), raw
    return entry

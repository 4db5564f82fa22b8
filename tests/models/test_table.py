"""The table of types covers the documents, and each type can be made anew."""

from collections.abc import Callable
from typing import Any

import pytest

from app.models.item import Item
from app.models.question import ScoringAlgorithm
from app.models.table import CREATABLE, QUESTIONS, question_class
from tests.support.strategies.questions import STRATEGIES

# New Quiz Items, QuestionItem, `interaction_type_slug`, and "Details about each question type".
_DOCUMENTED = {
    "true-false": {"Equivalence"},
    "categorization": {"Categorization"},
    "matching": {"DeepEquals", "PartialDeep"},
    "file-upload": {"None"},
    "formula": {"Numeric"},
    "ordering": {"DeepEquals"},
    "rich-fill-blank": {"MultipleMethods"},
    "hot-spot": {"HotSpot"},
    "choice": {"Equivalence", "VaryPointsByAnswer"},
    "multi-answer": {"AllOrNothing", "PartialScore"},
    "numeric": {"Numeric"},
    "essay": {"None"},
    "fill-blank": {"MultipleMethods"},
}


def test_every_documented_type_has_a_model_and_a_strategy() -> None:
    assert set(QUESTIONS) == set(_DOCUMENTED) == set(STRATEGIES)


@pytest.mark.parametrize("slug", QUESTIONS)
def test_a_type_has_the_documented_algorithms(slug: str) -> None:
    kind = question_class(slug)
    assert kind is not None
    assert kind.slug == slug
    assert set(kind.algorithms) == _DOCUMENTED[slug]


def test_an_unknown_type_has_no_model() -> None:
    assert question_class("essay-2030") is None


@pytest.mark.parametrize("slug", CREATABLE)
def test_a_new_question_has_all_that_a_create_requires(slug: str) -> None:
    kind = question_class(slug)
    assert kind is not None
    entry = kind.new().wire()
    assert entry["interaction_type_slug"] == slug
    assert {"item_body", "interaction_data", "scoring_data", "properties"} <= set(entry)
    assert ScoringAlgorithm(entry["scoring_algorithm"]) in kind.algorithms


@pytest.mark.parametrize("slug", CREATABLE)
def test_two_new_questions_share_no_id(slug: str) -> None:
    kind = question_class(slug)
    assert kind is not None
    first, second = (set(_ids(kind.new().wire())) for _ in range(2))
    assert not first & second


def _ids(json: Any) -> list[str]:  # noqa: ANN401  (any JSON)
    if isinstance(json, dict):
        own = [json["id"]] if isinstance(json.get("id"), str) else []
        return own + [id for value in json.values() for id in _ids(value)]
    return [id for value in json for id in _ids(value)] if isinstance(json, list) else []


def test_the_deprecated_type_cannot_be_made() -> None:
    kind = question_class("fill-blank")
    assert kind is not None
    with pytest.raises(TypeError):
        kind.new()


@pytest.mark.parametrize("slug", QUESTIONS)
def test_an_example_of_a_type_is_listed_under_it(slug: str, example: Callable[[str], dict[str, Any]]) -> None:
    item = Item.from_wire({"entry_type": "Item", "entry": example(slug.replace("-", "_"))})
    assert item.summary.type == slug

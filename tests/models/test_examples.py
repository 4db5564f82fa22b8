"""Every JSON example of the API documents is read into its type and written back equal."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic.alias_generators import to_snake

from app.models.entry import Bank, BankEntry, Opaque, Stimulus
from app.models.feedback import Feedback
from app.models.item import Item
from app.models.quiz import NewQuiz
from app.models.reading import read_entry
from app.models.settings import MultipleAttempts, QuizSettings, ResultView
from app.models.settings_effective import READ_ONLY
from app.models.table import QUESTIONS, question_class
from app.models.value import Value

Example = Callable[[str], dict[str, Any]]
_QUESTIONS = [*(slug.replace("-", "_") for slug in QUESTIONS), "choice_varied_points", "question_item"]
_VALUES: dict[str, type[Value]] = {
    "stimulus_item": Stimulus,
    "bank_entry_item": BankEntry,
    "bank_item": Bank,
    "question_feedback": Feedback,
    "new_quiz": NewQuiz,
    "quiz_settings": QuizSettings,
    "multiple_attempts_settings": MultipleAttempts,
    "result_view_settings": ResultView,
}
_ITEMS = ("quiz_item", "item_properties", "choice_request")


def test_every_example_is_tested() -> None:
    names = {path.stem for path in (Path(__file__).parent / "examples").glob("*.json")}
    assert names == {*_QUESTIONS, *_VALUES, *_ITEMS}


@pytest.mark.parametrize("name", _QUESTIONS)
def test_a_question_is_written_back_equal(example: Example, name: str) -> None:
    raw = example(name)
    entry = read_entry("Item", raw)
    assert type(entry) is question_class(raw["interaction_type_slug"])
    assert entry.wire() == raw


@pytest.mark.parametrize("name", _VALUES)
def test_an_object_is_written_back_equal_with_every_field_known(example: Example, name: str) -> None:
    raw = example(name)
    read = _VALUES[name].model_validate(raw)
    assert read.wire() == raw
    assert set(read.model_extra or ()) <= {"id"}


@pytest.mark.parametrize("name", _VALUES)
def test_an_object_has_no_field_that_the_documents_do_not_have(example: Example, name: str) -> None:
    assert set(_VALUES[name].model_fields) - READ_ONLY <= set(example(name))


def test_an_item_is_written_back_equal(example: Example) -> None:
    raw = {**example("quiz_item"), "entry": example("question_item")}
    written = Item.from_wire(raw).wire()
    assert {**written, "id": "35", "position": 2} == raw


def test_the_properties_of_a_bank_are_kept(example: Example) -> None:
    raw = {"entry_type": "Bank", "properties": example("item_properties"), "entry": example("bank_item")}
    assert Item.from_wire(raw).wire() == {"points_possible": None, **raw}


def test_camel_case_is_read_and_snake_case_written(example: Example) -> None:
    raw = example("choice_request")["item"]
    item = Item.from_wire(raw)
    assert not isinstance(item.entry, Opaque)
    assert {**item.wire(), "position": 1} == _snake(raw)


def _snake(json: Any) -> Any:  # noqa: ANN401  (any JSON)
    if isinstance(json, Mapping):
        return {to_snake(key) if "-" not in key else key: _snake(value) for key, value in json.items()}
    return [_snake(value) for value in json] if isinstance(json, list) else json

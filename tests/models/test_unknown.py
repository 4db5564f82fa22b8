"""What nobody knows, and what does not fit, goes back word for word."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.entry import Opaque
from app.models.item import Item
from app.models.quiz import NewQuiz
from app.models.quiz_reading import UNREAD, read_fields
from app.models.reading import read_entry
from app.models.table import QUESTIONS
from tests.support.strategies.items import rows
from tests.support.strategies.words import unknown_json

Example = Callable[[str], dict[str, Any]]
Path = tuple[str | int, ...]

_FUTURE = {"id": "future", "list": [1, None, {"deep": True}]}
_TEXT_MAPS = {("matching", ("scoring_data", "value")), ("choice", ("answer_feedback",))}
"""Maps from ids to texts: nothing but texts can be added to these."""


def _objects(json: object, path: Path = ()) -> Iterator[Path]:
    """The path of every object in `json`."""
    if isinstance(json, dict):
        yield path
        for key, value in json.items():
            yield from _objects(value, (*path, key))
    elif isinstance(json, list):
        for place, value in enumerate(json):
            yield from _objects(value, (*path, place))


def _with_future(json: dict[str, Any], path: Path) -> dict[str, Any]:
    changed = deepcopy(json)
    holder: Any = changed
    for step in path:
        holder = holder[step]
    holder["future_field"] = _FUTURE
    return changed


@pytest.mark.parametrize("slug", QUESTIONS)
def test_an_unknown_field_survives_at_every_level(example: Example, slug: str) -> None:
    raw = example(slug.replace("-", "_"))
    for path in _objects(raw):
        changed = _with_future(raw, path)
        entry = read_entry("Item", changed)
        assert entry.wire() == changed
        assert isinstance(entry, Opaque) == ((slug, path) in _TEXT_MAPS), path


def test_an_unknown_field_survives_at_every_level_of_a_quiz(example: Example) -> None:
    inner = {"multiple_attempts": example("multiple_attempts_settings")}
    settings = {**example("quiz_settings"), **inner, "result_view_settings": example("result_view_settings")}
    raw = {**example("new_quiz"), "quiz_settings": settings}
    for path in _objects(raw):
        changed = _with_future(raw, path)
        assert read_fields(changed).wire() == changed


@given(st.dictionaries(st.text(max_size=8), unknown_json, max_size=4), st.sampled_from(["Item", "Outcome", ""]))
def test_an_entry_of_an_unknown_kind_survives(raw: dict[str, Any], entry_type: str) -> None:
    entry = {**raw, "interaction_type_slug": "essay-2030"}
    assert read_entry(entry_type, entry).wire() == entry


@pytest.mark.parametrize("part", ["interaction_data", "properties", "scoring_data"])
@pytest.mark.parametrize("slug", QUESTIONS)
@given(shape=unknown_json)
def test_a_question_in_an_unexpected_shape_survives(slug: str, part: str, shape: Any) -> None:  # noqa: ANN401
    raw = {"interaction_type_slug": slug, part: shape}
    assert read_entry("Item", raw).wire() == raw


@pytest.mark.parametrize(
    ("field", "value"), [("shuffled", 1), ("shuffled", "perhaps"), ("to_lock", [True]), ("to_lock", {"0": 1})]
)
def test_a_value_that_its_field_would_change_is_kept(example: Example, field: str, value: object) -> None:
    raw = example("choice")
    raw["properties"]["shuffle_rules"]["choices"][field] = value
    assert read_entry("Item", raw).wire() == raw


def test_numbers_stay_in_the_form_in_which_they_came(example: Example) -> None:
    raw = example("choice_varied_points")
    raw["interaction_data"]["choices"][0]["position"] = "1"
    raw["scoring_data"]["values"][0]["points"] = "2"
    entry = read_entry("Item", raw)
    assert not isinstance(entry, Opaque)
    assert entry.wire() == raw


def test_both_spellings_of_one_field_are_kept(example: Example) -> None:
    raw = example("choice")
    raw["interaction_data"]["choices"][0]["itemBody"] = "<p>another</p>"
    assert read_entry("Item", raw).wire() == raw


@given(rows(valid=False))
def test_a_stored_item_is_the_item(item: Item) -> None:
    stored = Item.stored(item.id, item.points, item.entry_type, item.document, item.summary)
    assert stored.wire() == item.wire()
    assert stored.entry == item.entry
    assert stored.with_local(stored.local).document == item.document


def test_a_quiz_field_that_does_not_fit_is_put_aside() -> None:
    raw = {"title": "Cells", "quizSettings": {"hasTimeLimit": True, "sessionTimeLimitInSeconds": "an hour"}}
    fields = read_fields(raw)
    assert fields.title == "Cells"
    assert fields.wire()[UNREAD] == {"quizSettings/sessionTimeLimitInSeconds": "an hour"}
    assert fields.quiz_settings is not None
    assert fields.quiz_settings.has_time_limit


@given(st.dictionaries(st.sampled_from(list(NewQuiz.model_fields)), unknown_json))
def test_any_quiz_can_be_read_again_and_again(raw: dict[str, Any]) -> None:
    fields = read_fields(raw)
    assert read_fields(fields.wire()) == fields

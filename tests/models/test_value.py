"""Values cannot be changed; equal ones are equal everywhere."""

import pytest
from hypothesis import given
from immutabledict import immutabledict
from pydantic import ValidationError

from app.models.question import Question
from app.models.questions.choices import Choice
from app.models.settings import QuizSettings
from tests.support.strategies.questions import drafts
from tests.support.strategies.settings import loose_settings


@given(drafts())
def test_an_equal_question_has_an_equal_hash(question: Question) -> None:
    again = type(question).model_validate(question.wire())
    assert again == question
    assert hash(again) == hash(question)


@given(drafts())
def test_a_question_cannot_be_changed(question: Question) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        question.title = "Another"


@given(loose_settings())
def test_settings_are_values_too(settings: QuizSettings) -> None:
    again = QuizSettings.model_validate(settings.wire())
    assert (again, hash(again)) == (settings, hash(settings))


def test_unknown_fields_cannot_be_changed_either() -> None:
    choice = Choice.model_validate({"id": "a", "future": {"list": [1]}})
    future = (choice.model_extra or {})["future"]
    assert future == immutabledict({"list": (1,)})


def test_what_was_written_out_does_not_belong_to_the_value() -> None:
    choice = Choice.model_validate({"id": "a", "future": {"list": [1]}})
    choice.wire()["future"]["list"].append(2)
    assert choice.wire() == {"id": "a", "future": {"list": [1]}}


def test_missing_and_null_are_told_apart() -> None:
    assert Choice.model_validate({"id": "a"}).wire() == {"id": "a"}
    assert Choice.model_validate({"id": "a", "position": None}).wire() == {"id": "a", "position": None}


def test_a_field_can_be_taken_out() -> None:
    choice = Choice.model_validate({"id": "a", "position": 1, "future": 2, "itemBody": "x"})
    assert choice.without("position", "future").wire() == {"id": "a", "item_body": "x"}


def test_a_copy_is_checked() -> None:
    with pytest.raises(ValidationError):
        Choice(id="a").replaced(id=None)

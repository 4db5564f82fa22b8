"""What is told of the questions of a quiz together: right answers in one place, feedback that nobody sees."""

from collections.abc import Sequence
from typing import Any

import pytest

from app.checks.fix import FieldsFix
from app.checks.glance import glance
from app.checks.problem import Problem
from app.checks.together import together, together_problems
from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.quiz import NewQuiz
from app.models.quiz_reading import read_fields
from tests.support.quiz import choice


def with_right(place: int) -> ChoiceQuestion:
    return choice(f"Which is number {place}?", "a", "b", "c", "d").with_right(f"c{place}")


def told(questions: Sequence[ChoiceQuestion], fields: NewQuiz | None = None) -> list[Problem]:
    seen = together(glance(Item.of(question)) for question in questions)
    return list(together_problems(fields or NewQuiz(), seen))


def test_right_answers_that_stand_in_one_place_are_told_with_numbers() -> None:
    [problem] = told([with_right(place) for place in (2, 2, 2, 2, 1, 2, 2, 2, 2, 2)])
    assert (problem.field, problem.severity) == ("shuffle_answers", "hint")
    assert str(problem.message) == "In 9 of 10 multiple choice questions answer 2 is the right one."


@pytest.mark.parametrize(
    "places", [(2,) * 7, (1, 2, 3, 4) * 5, (2, 2, 2, 2, 2, 1, 3, 4, 1, 3), (1, 1, 1, 2, 2, 3, 3, 4)]
)
def test_few_questions_and_what_chance_does_are_not_told(places: tuple[int, ...]) -> None:
    assert told([with_right(place) for place in places]) == []


def test_two_answers_are_right_in_one_place_more_often_by_chance() -> None:
    two = [choice("Which?", "a", "b").with_right("c1") for _ in range(6)]
    assert told([*two, choice("Which?", "a", "b").with_right("c2"), choice("Which?", "a", "b").with_right("c2")]) == []


def test_shuffled_answers_have_no_place() -> None:
    questions = [with_right(2) for _ in range(10)]
    shuffled = [one.with_shuffle(one.shuffle.with_shuffled(True)) for one in questions]
    assert told(shuffled) == []
    assert told(questions, read_fields({"quiz_settings": {"shuffle_answers": True}})) == []


def test_one_click_shuffles_them() -> None:
    questions = [with_right(2) for _ in range(10)]
    [problem] = told(questions)
    assert isinstance(problem.fix, FieldsFix)
    assert told(questions, problem.fix.repaired(NewQuiz())) == []


RESTRICTED = {"result_view_restricted": True, "display_items": True, "display_item_feedback": False}


@pytest.mark.parametrize(
    ("view", "field"),
    [
        (RESTRICTED, "display_item_feedback"),
        ({**RESTRICTED, "display_items": False}, "display_items"),
        ({**RESTRICTED, "display_item_feedback": True}, None),
        ({**RESTRICTED, "result_view_restricted": False}, None),
        ({}, None),
    ],
)
def test_feedback_that_the_settings_hide_is_told_at_the_setting(view: dict[str, Any], field: str | None) -> None:
    fields = read_fields({"quiz_settings": {"result_view_settings": view}})
    found = told([with_right(1).with_feedback("correct", "Yes."), with_right(2)], fields)
    assert [one.field for one in found] == ([field] if field else [])
    for problem in found:
        assert str(problem.message) == "1 question has feedback, but students do not see it."
        assert isinstance(problem.fix, FieldsFix)
        assert told([with_right(1).with_feedback("correct", "Yes.")], problem.fix.repaired(fields)) == []


def test_feedback_for_one_answer_counts_too_and_none_is_not_told() -> None:
    fields = read_fields({"quiz_settings": {"result_view_settings": RESTRICTED}})
    assert len(told([with_right(1).with_answer_feedback("c2", "No.")], fields)) == 1
    assert told([with_right(1), with_right(2).with_feedback("correct", "")], fields) == []

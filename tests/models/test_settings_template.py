"""Templates of settings: what travels, what is changed, and how it is taken back exactly."""

import pytest
from hypothesis import given

from app.models.quiz import NewQuiz
from app.models.settings_template import USUAL, Group, applied, changed_groups, groups_of, taken_back, template_of
from tests.support.strategies.quizzes import fields

EXAM = NewQuiz.model_validate(
    {
        "title": "Exam",
        "points_possible": 40,
        "due_at": "2026-05-01T10:00:00Z",
        "grading_type": "percent",
        "quiz_settings": {
            "has_time_limit": True,
            "session_time_limit_in_seconds": 3600,
            "shuffle_answers": True,
            "require_student_access_code": True,
            "student_access_code": "tulip",
            "multiple_attempts": {"multiple_attempts_enabled": False, "max_attempts": 3},
            "result_view_settings": {
                "result_view_restricted": True,
                "display_items": True,
                "display_item_response": True,
                "show_item_responses_at": "2026-05-02T10:00:00Z",
            },
        },
    }
)


def test_usual_settings_travel_without_title_points_dates_and_code() -> None:
    taken = template_of(EXAM, USUAL).wire()
    assert set(taken) == {"quiz_settings"}
    settings = taken["quiz_settings"]
    assert settings["session_time_limit_in_seconds"] == 3600
    assert settings["multiple_attempts"] == {"multiple_attempts_enabled": False}
    assert settings["result_view_settings"]["display_items"] is True
    assert not {"student_access_code", "require_student_access_code", "filters"} & set(settings)
    assert "show_item_responses_at" not in settings["result_view_settings"]


def test_what_is_chosen_travels() -> None:
    taken = template_of(EXAM, {Group.CODE, Group.DATES, Group.GRADE}).wire()
    assert taken["quiz_settings"]["student_access_code"] == "tulip"
    assert taken["quiz_settings"]["result_view_settings"] == {
        "show_item_responses_at": "2026-05-02T10:00:00Z",
        "hide_item_responses_at": None,
    }
    assert (taken["due_at"], taken["lock_at"], taken["grading_type"]) == ("2026-05-01T10:00:00Z", None, "percent")


def test_a_code_behind_a_switch_that_is_off_does_not_travel() -> None:
    hidden = NewQuiz.model_validate({"quiz_settings": {"student_access_code": "tulip"}})
    assert template_of(hidden, set(Group)).quiz_settings.student_access_code is None  # type: ignore[union-attr]


def test_what_is_hidden_or_unknown_in_the_quiz_stays() -> None:
    quiz = NewQuiz.model_validate(
        {
            "title": "Week 3",
            "new_key": 1,
            "quiz_settings": {"multiple_attempts": {"max_attempts": 5, "odd": [1]}, "later": {"a": 1}},
        }
    )
    after = applied(template_of(EXAM, USUAL), quiz).wire()
    assert (after["title"], after["new_key"]) == ("Week 3", 1)
    assert after["quiz_settings"]["later"] == {"a": 1}
    assert after["quiz_settings"]["multiple_attempts"] == {"max_attempts": 5, "odd": [1]}
    assert after["quiz_settings"]["session_time_limit_in_seconds"] == 3600


def test_a_switch_that_was_never_told_is_off() -> None:
    plain = template_of(NewQuiz(), USUAL)
    assert changed_groups(plain, NewQuiz()) == ()
    assert changed_groups(plain, EXAM) == (Group.TIME, Group.TAKING, Group.RESULTS)
    off = applied(plain, EXAM).quiz_settings
    assert off is not None
    assert (off.has_time_limit, off.session_time_limit_in_seconds) == (False, 3600)


def test_a_quiz_that_has_the_settings_already_is_the_same_object() -> None:
    template = template_of(EXAM, USUAL)
    assert applied(template, EXAM) is EXAM


def test_taking_it_back_keeps_what_was_changed_since() -> None:
    before = NewQuiz.model_validate({"title": "Week 3", "quiz_settings": {"shuffle_answers": False}})
    after = applied(template_of(EXAM, USUAL), before)
    settings = after.quiz_settings
    assert settings is not None
    since = after.replaced(title="Week 4", quiz_settings=settings.replaced(session_time_limit_in_seconds=60))
    back = taken_back(since, before, after).wire()
    assert back["title"] == "Week 4"
    assert back["quiz_settings"]["session_time_limit_in_seconds"] == 60
    assert back["quiz_settings"]["shuffle_answers"] is False
    assert "has_time_limit" not in back["quiz_settings"]


@pytest.mark.parametrize("groups", [USUAL, frozenset(Group)])
@given(source=fields(valid=False), quiz=fields(valid=False))
def test_any_template_can_be_applied_to_any_quiz_and_taken_back_to_the_byte(
    groups: frozenset[Group], source: NewQuiz, quiz: NewQuiz
) -> None:
    template = NewQuiz.model_validate_json(template_of(source, groups).model_dump_json(exclude_unset=True))
    assert set(groups_of(template)) <= groups
    after = applied(template, quiz)
    assert changed_groups(template, after) == ()
    assert (after is quiz) is (changed_groups(template, quiz) == ())
    for name in ("title", "instructions", "points_possible", "assignment_group_id", "published"):
        assert getattr(after, name) == getattr(quiz, name)
    assert taken_back(after, quiz, after).model_dump_json(exclude_unset=True) == quiz.model_dump_json(
        exclude_unset=True
    )

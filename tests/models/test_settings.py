"""Which settings count: a leaf whose parent is off is kept here and never sent (canvas-facts 4, rows 5 to 8)."""

from typing import Any

import pytest
from hypothesis import given

from app.models.settings import Filters, QuizSettings
from app.models.settings_effective import counts, effective
from tests.support.strategies.settings import loose_settings, settings

_ON = {
    "filter_ip_address": True,
    "filters": {"ips": [["10.0.0.0", "10.0.0.9"]]},
    "one_at_a_time_type": "question",
    "allow_backtracking": True,
    "require_student_access_code": True,
    "student_access_code": "secret",
    "has_time_limit": True,
    "session_time_limit_in_seconds": 3600,
    "shuffle_answers": True,
    "multiple_attempts": {
        "multiple_attempts_enabled": True,
        "attempt_limit": True,
        "max_attempts": 3,
        "score_to_keep": "latest",
        "cooling_period": True,
        "cooling_period_seconds": 60,
    },
    "result_view_settings": {
        "result_view_restricted": True,
        "display_points_awarded": True,
        "display_points_possible": True,
        "display_items": True,
        "display_item_feedback": True,
        "display_item_response": True,
        "display_item_response_qualifier": "always",
        "show_item_responses_at": "2024-06-20T20:00:00Z",
        "hide_item_responses_at": "2024-06-21T20:00:00Z",
        "display_item_response_correctness": True,
        "display_item_response_correctness_qualifier": "always",
        "show_item_response_correctness_at": "2024-06-20T20:00:00Z",
        "hide_item_response_correctness_at": "2024-06-21T20:00:00Z",
        "display_item_correct_answer": True,
    },
}
_CORRECTNESS = {
    "display_item_response_correctness_qualifier",
    "show_item_response_correctness_at",
    "hide_item_response_correctness_at",
    "display_item_correct_answer",
}
_RESPONSE = {
    "display_item_response_qualifier",
    "show_item_responses_at",
    "hide_item_responses_at",
    "display_item_response_correctness",
    *_CORRECTNESS,
}
_ITEMS = {"display_item_response", "display_item_feedback", *_RESPONSE}
_RESTRICTED = {"display_points_awarded", "display_points_possible", "display_items", *_ITEMS}
_ENABLED = {"attempt_limit", "max_attempts", "score_to_keep", "cooling_period", "cooling_period_seconds"}


def _leaves(raw: dict[str, Any]) -> set[str]:
    blocks = ("multiple_attempts", "result_view_settings")
    return {*raw, *(leaf for block in blocks for leaf in raw.get(block, {}))} - set(blocks)


def _with(leaf: str, value: object) -> QuizSettings:
    raw = {key: {**part} if isinstance(part, dict) else part for key, part in _ON.items()}
    for holder in (raw, raw["multiple_attempts"], raw["result_view_settings"]):
        assert isinstance(holder, dict)
        if leaf in holder:
            holder[leaf] = value
    return QuizSettings.model_validate(raw)


def test_everything_counts_while_every_parent_is_on() -> None:
    assert effective(QuizSettings.model_validate(_ON)).wire() == _ON


@pytest.mark.parametrize("off", [False, None])
@pytest.mark.parametrize(
    ("parent", "children"),
    [
        ("filter_ip_address", {"filters"}),
        ("require_student_access_code", {"student_access_code"}),
        ("has_time_limit", {"session_time_limit_in_seconds"}),
        ("multiple_attempts_enabled", _ENABLED),
        ("attempt_limit", {"max_attempts"}),
        ("cooling_period", {"cooling_period_seconds"}),
        ("result_view_restricted", _RESTRICTED),
        ("display_items", _ITEMS),
        ("display_item_response", _RESPONSE),
        ("display_item_response_correctness", _CORRECTNESS),
    ],
)
def test_children_of_a_parent_that_is_off_do_not_count(parent: str, children: set[str], off: bool | None) -> None:
    left_out = _leaves(_ON) - _leaves(effective(_with(parent, off)).wire())
    assert left_out == children


def test_going_back_only_counts_one_question_at_a_time() -> None:
    left_out = _leaves(_ON) - _leaves(effective(_with("one_at_a_time_type", "none")).wire())
    assert left_out == {"allow_backtracking"}


def test_a_parent_that_is_missing_is_off() -> None:
    lone = QuizSettings.model_validate({"session_time_limit_in_seconds": 60, "multiple_attempts": {"max_attempts": 2}})
    assert effective(lone).wire() == {}


def test_what_canvas_only_shows_is_not_sent() -> None:
    raw = {
        "multiple_attempts": {"multiple_attempts_enabled": True, "build_on_last_attempt": True},
        "result_view_settings": {"display_correct_answer_at": "2024-06-20T20:00:00Z", "hide_correct_answer_at": None},
    }
    assert effective(QuizSettings.model_validate(raw)).wire() == {
        "multiple_attempts": {"multiple_attempts_enabled": True}
    }


def test_unknown_settings_are_sent_with_their_block() -> None:
    raw = {"future": 1, "multiple_attempts": {"multiple_attempts_enabled": True, "future": [2]}}
    assert effective(QuizSettings.model_validate(raw)).wire() == raw


@given(loose_settings())
def test_what_counts_has_nothing_that_does_not_count(loose: QuizSettings) -> None:
    once = effective(loose)
    assert effective(once) == once
    for value in (once, once.multiple_attempts, once.result_view_settings):
        if value is not None:
            assert all(counts(value, field) for field in value.model_fields_set)


@given(settings())
def test_what_counts_is_as_it_was(whole: QuizSettings) -> None:
    sent, raw = effective(whole).wire(), whole.wire()
    for key, part in sent.items():
        assert part == raw[key] or (isinstance(part, dict) and part.items() <= raw[key].items())


def test_ranges_of_addresses_are_read_as_such() -> None:
    raw = {"filters": {"ips": [["10.0.0.1", "10.0.0.9"]], "later": 1}}
    filters = QuizSettings.model_validate(raw).filters
    assert isinstance(filters, Filters)
    assert filters.ips == (("10.0.0.1", "10.0.0.9"),)
    assert QuizSettings.model_validate(raw).wire() == raw


def test_addresses_in_another_form_are_kept() -> None:
    raw = {"filters": {"ips": '[["10.0.0.1","10.0.0.9"]]'}}
    assert QuizSettings.model_validate(raw).wire() == raw

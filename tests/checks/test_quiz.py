"""What the checks say of the fields and settings of a quiz: in words, at a field, with what to do."""

from typing import Any

import pytest

from app.checks.problem import Severity
from app.checks.quiz import quiz_problems
from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import Quiz
from app.models.quiz_reading import read_fields


def found(**fields: Any) -> list[tuple[str, str, Severity]]:  # noqa: ANN401  (JSON)
    one = Item.of(TrueFalseQuestion.new(), points=2)
    problems = quiz_problems(Quiz("q", read_fields({"title": "Leaves", **fields}), (one,)))
    assert all(str(problem.message) and str(problem.hint) for problem in problems)
    return [(problem.field, problem.rule, problem.severity) for problem in problems]


ATTEMPTS = {"multiple_attempts_enabled": True, "attempt_limit": True, "cooling_period": True}
VIEW = {
    "result_view_restricted": True,
    "display_items": True,
    "display_item_response": True,
    "show_item_responses_at": "2026-02-01T10:00:00+01:00",
    "hide_item_responses_at": "2026-02-01T09:00:00Z",
}


@pytest.mark.parametrize(
    ("settings", "problems"),
    [
        ({"has_time_limit": True}, [("has_time_limit", "no-time-limit")]),
        ({"require_student_access_code": True}, [("student_access_code", "no-access-code")]),
        ({"filter_ip_address": True}, [("filters", "no-addresses")]),
        ({"filter_ip_address": True, "filters": {"ips": [["10.0.0.1", "10.0.0.9"]]}}, []),
        ({"filter_ip_address": True, "filters": {"ips": [["10.0.0.9", "10.0.0.1"]]}}, [("filters/0", "bad-addresses")]),
        ({"filter_ip_address": True, "filters": {"ips": [["10.0.0.1"]]}}, [("filters/0", "bad-addresses")]),
        ({"multiple_attempts": {**ATTEMPTS, "multiple_attempts_enabled": False}}, []),
        ({"result_view_settings": VIEW}, [("hide_item_responses_at", "hidden-before-shown")]),
        ({"result_view_settings": {**VIEW, "display_items": False}}, []),
    ],
)
def test_settings_that_canvas_would_refuse_are_errors(
    settings: dict[str, Any], problems: list[tuple[str, str]]
) -> None:
    assert found(quiz_settings=settings) == [(field, rule, Severity.ERROR) for field, rule in problems]


def test_points_and_titles_that_canvas_would_refuse_are_errors() -> None:
    assert found(points_possible=0) == [("points_possible", "points-not-positive", Severity.ERROR)]
    assert found(title="x" * 256) == [("title", "title-too-long", Severity.ERROR)]
    assert found(due_at="soon") == [("due_at", "unreadable-date", Severity.ERROR)]


def test_limits_without_a_number_are_warnings() -> None:
    assert found(quiz_settings={"multiple_attempts": ATTEMPTS}) == [
        ("max_attempts", "no-attempt-limit", Severity.WARNING),
        ("cooling_period_seconds", "no-cooling-period", Severity.WARNING),
    ]


def test_points_that_differ_from_the_sum_are_a_warning() -> None:
    assert found(points_possible=3) == [("points_possible", "points-disagree", Severity.WARNING)]
    assert found(points_possible=2) == []

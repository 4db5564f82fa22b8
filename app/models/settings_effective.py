"""Which settings count: children of a parent that is off are left out (canvas-facts 4, rows 4 to 8)."""

from collections.abc import Mapping

from app.models.settings import MultipleAttempts, QuizSettings, ResultView
from app.models.value import Value

_QUIZ = {
    "filters": "filter_ip_address",
    "allow_backtracking": "one_at_a_time_type",
    "student_access_code": "require_student_access_code",
    "session_time_limit_in_seconds": "has_time_limit",
}
_ATTEMPTS = {
    "attempt_limit": "multiple_attempts_enabled",
    "max_attempts": "attempt_limit",
    "score_to_keep": "multiple_attempts_enabled",
    "cooling_period": "multiple_attempts_enabled",
    "cooling_period_seconds": "cooling_period",
}
_RESULT = {
    "display_points_awarded": "result_view_restricted",
    "display_points_possible": "result_view_restricted",
    "display_items": "result_view_restricted",
    "display_item_response": "display_items",
    "display_item_feedback": "display_items",
    "display_item_response_qualifier": "display_item_response",
    "show_item_responses_at": "display_item_response",
    "hide_item_responses_at": "display_item_response",
    "display_item_response_correctness": "display_item_response",
    "display_item_response_correctness_qualifier": "display_item_response_correctness",
    "show_item_response_correctness_at": "display_item_response_correctness",
    "hide_item_response_correctness_at": "display_item_response_correctness",
    "display_item_correct_answer": "display_item_response_correctness",
}
"""Field → the field that must be on for it to count."""

READ_ONLY = frozenset({"build_on_last_attempt", "display_correct_answer_at", "hide_correct_answer_at"})
"""Canvas shows these and drops them on every write (canvas-facts 2.2)."""


def counts(value: Value, field: str) -> bool:
    """Whether `field` of a settings object counts: its parent, and that one's parent, are on."""
    parents = {QuizSettings: _QUIZ, MultipleAttempts: _ATTEMPTS, ResultView: _RESULT}.get(type(value), {})
    parent = parents.get(field)
    return parent is None or (_is_on(value, parent) and counts(value, parent))


def effective(settings: QuizSettings) -> QuizSettings:
    """The settings that count; a block in which nothing counts is left out.

    What is hidden by a parent that is off (missing and null are off) stays in the library and is not sent.
    """
    shown = _shown(settings)
    blocks = {"multiple_attempts": settings.multiple_attempts, "result_view_settings": settings.result_view_settings}
    inner = {name: _shown(block) for name, block in blocks.items() if block is not None}
    outer = {key: part for key, part in shown.items() if key not in inner}
    return QuizSettings.model_validate({**outer, **{name: block for name, block in inner.items() if block}})


def effective_block(name: str, block: Mapping[str, object]) -> dict[str, object]:
    """The same for the raw `multiple_attempts` or `result_view_settings`, as it is sent whole."""
    kinds: dict[str, type[Value]] = {"multiple_attempts": MultipleAttempts, "result_view_settings": ResultView}
    return _shown(kinds[name].model_validate(dict(block)))


def _shown(value: Value) -> dict[str, object]:
    raw = value.wire()
    return {key: part for key, part in raw.items() if key not in READ_ONLY and counts(value, key)}


def _is_on(value: Value, field: str) -> bool:
    return getattr(value, field, None) not in (None, False, "none")

"""Settings of a quiz (New Quizzes API: QuizSettings, MultipleAttemptsSettings, ResultViewSettings)."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from app.models.question import CalculatorType
from app.models.value import Json, Map, Open, Value


class ScoreToKeep(StrEnum):
    """Which score counts after several attempts."""

    AVERAGE = "average"
    FIRST = "first"
    HIGHEST = "highest"
    LATEST = "latest"


class ResponseQualifier(StrEnum):
    """After which attempts students see their responses."""

    ALWAYS = "always"
    ONCE_PER_ATTEMPT = "once_per_attempt"
    AFTER_LAST_ATTEMPT = "after_last_attempt"
    ONCE_AFTER_LAST_ATTEMPT = "once_after_last_attempt"


class CorrectnessQualifier(StrEnum):
    """After which attempts students see whether they were right."""

    ALWAYS = "always"
    AFTER_LAST_ATTEMPT = "after_last_attempt"


class MultipleAttempts(Value):
    """How often a student may try; all but the first field only count while their parent is on."""

    multiple_attempts_enabled: bool | None = None
    attempt_limit: bool | None = None
    max_attempts: int | None = None
    score_to_keep: Open[ScoreToKeep] | None = None
    cooling_period: bool | None = None
    cooling_period_seconds: int | None = None
    build_on_last_attempt: bool | None = None


class ResultView(Value):
    """What students see of their result; dates are ISO 8601. The last two are only shown (canvas-facts 2.2)."""

    result_view_restricted: bool | None = None
    display_points_awarded: bool | None = None
    display_points_possible: bool | None = None
    display_items: bool | None = None
    display_item_response: bool | None = None
    display_item_response_qualifier: Open[ResponseQualifier] | None = None
    show_item_responses_at: str | None = None
    hide_item_responses_at: str | None = None
    display_item_response_correctness: bool | None = None
    display_item_response_correctness_qualifier: Open[CorrectnessQualifier] | None = None
    show_item_response_correctness_at: str | None = None
    hide_item_response_correctness_at: str | None = None
    display_item_correct_answer: bool | None = None
    display_item_feedback: bool | None = None
    display_correct_answer_at: str | None = None
    hide_correct_answer_at: str | None = None


class Filters(Value):
    """Ranges of addresses, each a pair from–to, from which the quiz can be taken."""

    ips: tuple[tuple[str, ...], ...] | None = None


class QuizSettings(Value):
    """How a quiz is taken."""

    calculator_type: Open[CalculatorType] | None = None
    filter_ip_address: bool | None = None
    filters: Annotated[Filters | Map[Json] | None, Field(union_mode="left_to_right")] = None
    one_at_a_time_type: Open[Literal["none", "question"]] | None = None
    allow_backtracking: bool | None = None
    shuffle_answers: bool | None = None
    shuffle_questions: bool | None = None
    require_student_access_code: bool | None = None
    student_access_code: str | None = None
    has_time_limit: bool | None = None
    session_time_limit_in_seconds: int | None = None
    multiple_attempts: MultipleAttempts | None = None
    result_view_settings: ResultView | None = None

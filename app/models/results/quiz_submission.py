"""A student's way through a classic quiz (Quiz Submissions API, QuizSubmission)."""

from enum import StrEnum

from pydantic import Field

from app.models.results.identity import Id
from app.models.value import Open, Value


class SubmissionState(StrEnum):
    """How far an attempt is."""

    UNTAKEN = "untaken"
    PENDING_REVIEW = "pending_review"
    COMPLETE = "complete"
    SETTINGS_ONLY = "settings_only"
    PREVIEW = "preview"


class QuizSubmission(Value):
    """One attempt of one student; a list of them has the latest of each student."""

    id: Id
    quiz_id: Id | None = None
    user_id: Id | None = None
    submission_id: Id | None = None
    attempt: int | None = None
    started_at: str | None = None
    finished_at: str | None = None
    end_at: str | None = None
    extra_attempts: int | None = None
    extra_time: int | None = None
    manually_unlocked: bool | None = None
    time_spent: int | None = None
    score: float | None = None
    score_before_regrade: float | None = None
    kept_score: float | None = None
    fudge_points: float | None = None
    has_seen_results: bool | None = None
    workflow_state: Open[SubmissionState] | None = None
    overdue_and_needs_submission: bool | None = None
    quiz_points_possible: float | None = None
    attempts_left: int | None = None
    validation_token: str | None = Field(default=None, repr=False)
    """Given to who began the attempt, for handing it in; never kept."""


class SubmissionTime(Value):
    """When an attempt ends and how many seconds are left; both None where it has no end."""

    end_at: str | None = None
    time_left: int | None = None

"""More time, more attempts, an open door: for classic quizzes, and for New Quizzes, which know other fields."""

from pydantic import Field

from app.models.results.identity import Id
from app.models.value import Value


class QuizExtension(Value):
    """For every classic quiz of a course (Course Quiz Extensions API, CourseQuizExtension). Times in minutes."""

    user_id: Id
    quiz_id: Id | None = None
    extra_attempts: int | None = None
    extra_time: int | None = None
    manually_unlocked: bool | None = None
    extend_from_now: int | None = None
    extend_from_end_at: int | None = None
    end_at: str | None = None


class Accommodation(Value):
    """For New Quizzes, of a course or one (`canvas-facts.md` 1.11). Minutes of course and quiz add up."""

    user_id: Id
    extra_time: int | None = None
    extra_attempts: int | None = None
    reduce_choices_enabled: bool | None = None
    apply_to_in_progress_quiz_sessions: bool | None = None


class Accommodated(Value):
    """One student for whom an accommodation was taken; with `error` where it was not."""

    user_id: Id
    error: str | None = None


class AccommodationOutcome(Value):
    """What Canvas did, student by student."""

    message: str | None = None
    successful: tuple[Accommodated, ...] = Field(default=())
    failed: tuple[Accommodated, ...] = Field(default=())

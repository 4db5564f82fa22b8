"""Checks of a whole quiz."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from app.checks.picture import text_problems
from app.checks.problem import Problem, error, warning
from app.message import message
from app.models.quiz import NewQuiz, Quiz


def quiz_problems(quiz: Quiz) -> tuple[Problem, ...]:
    """What is wrong with the quiz apart from its questions: title, points, dates, settings."""
    texts = text_problems("instructions", quiz.fields.instructions or "")
    return (*_of_title(quiz), *texts, *_of_dates(quiz.fields), *_of_settings(quiz.fields))


def _of_title(quiz: Quiz) -> Iterator[Problem]:
    if not quiz.title.strip():
        hint = message("Give it one: students see it in the course.")
        yield error("title", "no-title", message("The quiz has no title."), hint)
    if not quiz.items:
        hint = message("Add a question.")
        yield warning("items", "no-questions", message("The quiz has no questions."), hint)


def _of_dates(fields: NewQuiz) -> Iterator[Problem]:
    """Available from ≤ due ≤ until (canvas-facts 5.1)."""
    ordered = [
        (name, when)
        for name in ("unlock_at", "due_at", "lock_at")
        if (when := _instant(getattr(fields, name))) is not None
    ]
    for (_, before), (name, after) in pairwise(ordered):
        if after < before:
            hint = message("The quiz opens first, is due next and closes last: change the dates.")
            yield error(name, "dates-out-of-order", message("The dates are out of order."), hint)


def _instant(text: str | None) -> datetime | None:
    try:
        when = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return when.astimezone() if when else None


def _of_settings(fields: NewQuiz) -> Iterator[Problem]:
    settings = fields.quiz_settings
    if settings is None:
        return
    if settings.has_time_limit and not settings.session_time_limit_in_seconds:
        hint = message("Set the minutes or turn the time limit off.")
        yield error("has_time_limit", "no-time-limit", message("The time limit is on, but has no length."), hint)
    if settings.require_student_access_code and not settings.student_access_code:
        hint = message("Write the code or turn it off.")
        yield error("student_access_code", "no-access-code", message("An access code is asked for, but not set."), hint)

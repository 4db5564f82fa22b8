"""Checks of a whole quiz."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from app.checks.fix import FieldsFix
from app.checks.instant import instant
from app.checks.picture import instructions_problems
from app.checks.problem import Problem, error, warning
from app.checks.quiz_settings import settings_problems
from app.message import message
from app.models.quiz import NewQuiz, Quiz

LONGEST_TITLE = 255
"""Characters that the title of an assignment may have."""
_SUM: Final = FieldsFix(
    message("Leave the points to the questions"), lambda fields: fields.replaced(points_possible=None)
)


def quiz_problems(quiz: Quiz) -> tuple[Problem, ...]:
    """What is wrong with the quiz apart from its questions: title, points, dates, settings."""
    settings = quiz.fields.quiz_settings
    texts = instructions_problems(quiz.fields.instructions or "")
    found = (*_of_title(quiz), *texts, *_of_points(quiz), *_of_dates(quiz.fields))
    return (*found, *(settings_problems(settings) if settings else ()))


def _of_title(quiz: Quiz) -> Iterator[Problem]:
    if not quiz.title.strip():
        hint = message("Give it one: students see it in the course.")
        yield error("title", "no-title", message("The quiz has no title."), hint)
    if len(quiz.title) > LONGEST_TITLE:
        words = message("The title is longer than {most} characters.", most=LONGEST_TITLE)
        yield error("title", "title-too-long", words, message("Shorten it: Canvas takes no longer one."))
    if not quiz.items:
        hint = message("Add a question.")
        yield warning("items", "no-questions", message("The quiz has no questions."), hint)


def _of_points(quiz: Quiz) -> Iterator[Problem]:
    """Points that were set by hand (decisions 21)."""
    points = quiz.fields.points_possible
    if points is None:
        return
    if points <= 0:
        hint = message("Canvas takes only points above 0: set them, or leave them to the questions.")
        yield error("points_possible", "points-not-positive", message("The quiz is worth no points."), hint, _SUM)
    elif quiz.items and abs(points - quiz.points) > 1e-6:
        words = message(
            "The quiz is worth {points:g} points, its questions {sum:g} together.", points=points, sum=quiz.points
        )
        hint = message("Make both the same, or leave the points to the questions.")
        yield warning("points_possible", "points-disagree", words, hint, _SUM)


def _of_dates(fields: NewQuiz) -> Iterator[Problem]:
    """Available from ≤ due ≤ until (canvas-facts 5.1)."""
    for name in ("unlock_at", "due_at", "lock_at"):
        if getattr(fields, name) and instant(getattr(fields, name)) is None:
            hint = message("Set it anew.")
            yield error(name, "unreadable-date", message("A date cannot be read."), hint)
    ordered = [
        (name, when)
        for name in ("unlock_at", "due_at", "lock_at")
        if (when := instant(getattr(fields, name))) is not None
    ]
    for (_, before), (name, after) in pairwise(ordered):
        if after < before:
            hint = message("The quiz opens first, is due next and closes last: change the dates.")
            yield error(name, "dates-out-of-order", message("The dates are out of order."), hint)

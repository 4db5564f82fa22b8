"""What students are told of a quiz before they begin, in a line each."""

from collections.abc import Iterator

from app.grading.attempts import allowed_attempts
from app.grading.sitting import settings_of
from app.message import Message, message
from app.models.quiz import Quiz
from app.models.settings import QuizSettings

_MINUTE = 60


def rules(quiz: Quiz) -> tuple[Message, ...]:
    """Time, attempts, order and access, as far as they are set."""
    settings = settings_of(quiz)
    return (*_taking(settings), *_attempts(settings), *_access(settings))


def _taking(settings: QuizSettings) -> Iterator[Message]:
    seconds = settings.session_time_limit_in_seconds or 0
    if settings.has_time_limit and seconds:
        minutes = round(seconds / _MINUTE)
        yield message("Time limit: {count} minute.", plural="Time limit: {count} minutes.", count=minutes)
    if settings.one_at_a_time_type == "question":
        going_back = message("One question at a time; going back is possible.")
        yield going_back if settings.allow_backtracking else message("One question at a time, without going back.")
    if settings.shuffle_questions:
        yield message("The questions stand in another order for each student.")
    if settings.shuffle_answers:
        yield message("The answers of all questions are shuffled.")


def _attempts(settings: QuizSettings) -> Iterator[Message]:
    allowed = allowed_attempts(settings.multiple_attempts)
    if allowed is None:
        yield message("Any number of attempts.")
    elif allowed > 1:
        yield message("{count} attempts.", count=allowed)
    if settings.multiple_attempts is not None and settings.multiple_attempts.cooling_period:
        yield message("Students wait between two attempts; here nobody waits.")


def _access(settings: QuizSettings) -> Iterator[Message]:
    if settings.require_student_access_code:
        yield message("Canvas asks for the access code; here nobody does.")
    if settings.filter_ip_address:
        yield message("Canvas lets students in from some addresses only.")

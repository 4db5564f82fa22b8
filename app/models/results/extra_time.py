"""“Time and a half” in minutes: Canvas adds minutes, for a whole course and for one quiz, and both add up."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.models.results.limit import MOST_MINUTES


@dataclass(frozen=True, slots=True)
class Shares:
    """Minutes for every quiz of the course, and those that single quizzes need beyond that, by quiz."""

    course: int
    by_quiz: Mapping[str, int]

    def of(self, quiz: str) -> int:
        """The extra minutes that a student has in a quiz."""
        return self.course + self.by_quiz.get(quiz, 0)


def extra_minutes(seconds: int, per_cent: int) -> int:
    """The whole minutes that make a time limit last at least so many per cent of itself: 150 of 45 minutes are 23."""
    return min(-(-seconds * (per_cent - 100) // 6000), MOST_MINUTES)


def shares(limits: Mapping[str, int], per_cent: int) -> Shares:
    """How `per_cent` of each limit, in seconds by quiz, is put together: the course gets what every quiz needs.

    A quiz that comes later has the minutes of the course at once.
    """
    needed = {quiz: extra_minutes(seconds, per_cent) for quiz, seconds in limits.items() if seconds > 0}
    course = min(needed.values(), default=0)
    return Shares(course, {quiz: minutes - course for quiz, minutes in needed.items() if minutes > course})

"""The dates of quizzes for another term: the same weekdays and times on the clock of the course that they come into."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from app.models.quiz import NewQuiz
from app.models.quiz_dates import dates_of
from app.models.wall_clock import day, moved


@dataclass(frozen=True, slots=True)
class MovedDate:
    """One date of a quiz: its field, as it is and as it will be; `after` is None for one that cannot be read."""

    field: str
    before: str
    after: str | None


def moved_dates(fields: NewQuiz, days: int, here: ZoneInfo, there: ZoneInfo) -> tuple[MovedDate, ...]:
    """Every date of a quiz that is set, so many days later. A text that is no date does not travel."""
    return tuple(MovedDate(name, stamp, moved(stamp, days, here, there)) for name, stamp in dates_of(fields).items())


def days_until(first: date, quizzes: Iterable[tuple[NewQuiz, ZoneInfo]]) -> int | None:
    """By how many days the earliest date of all these quizzes moves to be on `first`; None where there is no date."""
    days = (day(stamp, zone) for fields, zone in quizzes for stamp in dates_of(fields).values())
    known = [one for one in days if one is not None]
    return (first - min(known)).days if known else None

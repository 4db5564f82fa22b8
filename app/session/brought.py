"""Bringing quizzes of a course here: how far it is, and what came of it."""

from dataclasses import dataclass

from app.errors import UserError
from app.message import message
from app.sync.copied import Copy


@dataclass(frozen=True, slots=True)
class CoursePlace:
    """Which course, of which account."""

    account_id: str
    course_id: str


@dataclass(frozen=True, slots=True)
class Bringing:
    """How far it is: `title` is on its way, `done` of `total` are here; `began` in seconds of a monotonic clock.

    `before` of them were here by then, from a run that was cut off.
    """

    course: CoursePlace
    title: str
    done: int
    total: int
    began: float
    before: int = 0

    def seconds_left(self, now: float) -> float | None:
        """How long it will still take as far as can be told; None before the first quiz is here."""
        done = self.done - self.before
        return (now - self.began) / done * (self.total - self.done) if done > 0 else None


@dataclass(frozen=True, slots=True)
class QuizTrouble:
    """A quiz that could not be brought here, and why."""

    title: str
    error: UserError


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of it: which of the `wanted` quizzes are here now, what went wrong, what seems to be a copy.

    `stop` is why it ended before all were looked at; `is_cancelled`: the person ended it. `here_now` has Canvas's ids,
    `pictures` counts those that came.
    """

    wanted: int = 0
    here_now: frozenset[str] = frozenset()
    pictures: int = 0
    troubles: tuple[QuizTrouble, ...] = ()
    copies: tuple[Copy, ...] = ()
    stop: UserError | None = None
    is_cancelled: bool = False

    @property
    def here(self) -> int:
        """How many of them are here now."""
        return len(self.here_now)

    @property
    def seen(self) -> frozenset[str]:
        """Canvas's ids of the quizzes that need no other look."""
        return self.here_now | {str(copy.raw["id"]) for copy in self.copies}

    @property
    def left(self) -> int:
        """How many of them still wait on Canvas."""
        return self.wanted - self.here


class NotListed(UserError):
    """A quiz that was to be brought here is no longer in its course."""

    def __init__(self) -> None:
        super().__init__(
            message("It is no longer in this course on Canvas."),
            message("Nothing here was touched."),
        )


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a look at a course showed: quizzes that are only there, and quizzes here for which something waits there.

    `brought` counts those of a course that is kept for off-line that were brought in, or brought up to date.
    """

    only_there: int = 0
    changed: int = 0
    brought: int = 0

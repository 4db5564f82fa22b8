"""What lists show, straight from columns: no model is loaded for it (decisions 9)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from app.library.assignment import Assignment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.models.quiz import Quiz


class State(StrEnum):
    """How a quiz stands to Canvas, the first that is true (decisions 24)."""

    CONFLICT = "conflict"
    CHANGED_THERE = "changed on Canvas"
    EDITED = "edited"
    SYNCED = "synced"
    LOCAL = "local"
    ONLY_THERE = "only on Canvas"


class Visibility(StrEnum):
    """Who sees a quiz in its course (decisions 24)."""

    NOT_PUBLISHED = "not published"
    PUBLISHED = "published"
    OPEN_UNTIL = "open until"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class QuizRow:
    """One quiz in a list. Times in epoch seconds; `changes` counts what is not on Canvas yet, `conflicts` what is to be
    decided.

    `closes_at` is when a published quiz closes or closed, None where it stays open. `others` are the courses that it is
    in besides the first, as "account/course". It is on Canvas in `there` courses, and `published` in so many of those.
    """

    id: str
    title: str
    questions: int
    points: float
    problems: int
    edited_at: float
    deleted_at: float | None
    state: State
    changes: int
    conflicts: int
    link_id: str | None
    account_id: str | None
    course_id: str | None
    course_name: str
    canvas_id: str | None
    visibility: Visibility | None
    closes_at: float | None = None
    tags: tuple[str, ...] = ()
    others: frozenset[str] = frozenset()
    there: int = 0
    published: int = 0

    def is_in(self, account_id: str, course_id: str) -> bool:
        """Whether it is in a course, be it its first one or another."""
        first = (self.account_id, self.course_id) == (account_id, course_id)
        return first or f"{account_id}/{course_id}" in self.others


class SignInWay(StrEnum):
    """How a person is signed in to an account."""

    UNKNOWN = ""
    TOKEN = "token"
    BROWSER = "browser"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Account:
    """One connection: a Canvas, or the Practice Canvas, and a person there. `kind` is "canvas" or "sandbox".

    `ends_at` is when its pasted token ends, in epoch seconds; None where it never does, or nobody knows. `label` is
    what the person calls it. `is_over` says that Canvas did not accept the sign-in any more.
    """

    id: str
    kind: str
    origin: str
    instance: str
    user_id: str
    user_name: str
    way: SignInWay = SignInWay.UNKNOWN
    ends_at: float | None = None
    label: str = ""
    is_over: bool = False


class CourseRow(NamedTuple):
    """A course of an account, as it was last seen; `time_zone` is an IANA name, "" where it is not known.

    Its quizzes were listed at `listed_at`, and it is over at `ends_at`, in epoch seconds; `kept` says that its quizzes
    and their pictures are kept here for off-line.
    """

    account_id: str
    id: str
    name: str
    term: str
    time_zone: str = ""
    kept: bool = False
    listed_at: float | None = None
    ends_at: float | None = None

    def is_past(self, now: float) -> bool:
        """Whether it is over; one without an end never is."""
        return self.ends_at is not None and self.ends_at < now


class Ready(NamedTuple):
    """What of a course is on this computer, of all that Canvas has.

    `quizzes` are whole and up to date as far as the last look told; `here` are those that are here at all. `pictures`
    are those that are here, of the ones that these quizzes have.
    """

    quizzes: int
    all_quizzes: int
    pictures: int
    all_pictures: int
    here: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return (self.quizzes, self.pictures) == (self.all_quizzes, self.all_pictures)


class LinkRow(NamedTuple):
    """Where a quiz is on Canvas; `canvas_id` is None before the first sync."""

    id: str
    quiz_id: str
    account_id: str
    course_id: str
    canvas_id: str | None


class GroupRow(NamedTuple):
    """An assignment group of a course."""

    id: str
    name: str


class There(NamedTuple):
    """A quiz's assignment as it was last seen, at `seen_at` in epoch seconds; `group` is the name of its group.

    "" where the name is not known, and for the `time_zone` of its course, an IANA name.
    """

    assignment: Assignment
    group: str
    seen_at: float | None
    time_zone: str = ""


class OpenedQuiz(NamedTuple):
    """A quiz, the revision that it had, and the problem counts of its items by id."""

    quiz: "Quiz"
    revision: int
    problem_counts: "Mapping[str, int]"


class Saving(NamedTuple):
    """What is to be kept of one quiz: what differs from `before` (None for everything), as a version named `what`."""

    before: "Quiz | None"
    after: "Quiz"
    what: str
    problem_counts: "Mapping[str, int]"


class HistoryRow(NamedTuple):
    """One version in the history of a quiz; `at` in epoch seconds, `what` in words."""

    id: int
    quiz_id: str
    at: float
    what: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A question, or a quiz itself where `item_id` is "", with what a list shows of it.

    `type` is the interaction type of a question, else the entry type; "" for a quiz. `snippet` is what is read in the
    list: the words around those that were searched, else the first words; `found` are the places of the words in it,
    from and to. `tags` are its own.
    """

    quiz_id: str
    item_id: str
    quiz_title: str
    type: str
    title: str
    points: float | None
    problems: int
    tags: tuple[str, ...]
    snippet: str
    found: tuple[tuple[int, int], ...] = ()


class Found(NamedTuple):
    """The quizzes first, then the questions, of each the best first and no more than a list can show.

    `quizzes` and `questions` count all that were found, also those that are not among the hits.
    """

    hits: tuple[Hit, ...] = ()
    quizzes: int = 0
    questions: int = 0

    @property
    def is_cut(self) -> bool:
        """Whether more was found than is among the hits."""
        return len(self.hits) < self.quizzes + self.questions


class QuizName(NamedTuple):
    """A quiz by its title."""

    id: str
    title: str

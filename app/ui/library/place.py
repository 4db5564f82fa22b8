"""A place of the library that has quizzes: this computer, a course, recently deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.library.row import Account, CourseRow, QuizRow


@dataclass(frozen=True, slots=True)
class Place:
    """What is chosen at the side; `account_id` and `course_id` for a course only."""

    kind: Literal["here", "course", "deleted"]
    account_id: str = ""
    course_id: str = ""

    def holds(self, row: QuizRow) -> bool:
        """Whether a quiz is shown in this place."""
        if self.kind == "deleted":
            return row.deleted_at is not None
        here = row.deleted_at is None
        return here and (self.kind == "here" or row.is_in(self.account_id, self.course_id))


HERE = Place("here")
DELETED = Place("deleted")


def courses_of(account: Account, courses: Sequence[CourseRow]) -> list[CourseRow]:
    """The courses of one account, in the order given."""
    return [course for course in courses if course.account_id == account.id]


def place_of(course: CourseRow) -> Place:
    """The place where the quizzes of a course are shown."""
    return Place("course", course.account_id, course.id)

"""The courses that a quiz is in, with what a person is told of each."""

from dataclasses import dataclass, replace

import apsw

from app.library.row import Account, LinkRow


@dataclass(frozen=True, slots=True)
class LinkedCourse:
    """One link of a quiz; `changes` counts what is not in that course yet. Where it is `published`, students see it."""

    link: LinkRow
    account: Account
    course_name: str
    changes: int
    published: bool = False


_LINKED = (
    "SELECT link.id, link.quiz, link.account, link.course, link.canvas_id,"
    " account.id, account.kind, account.origin, account.instance, account.user_id, account.user_name,"
    " coalesce(account.habits ->> 'label', ''),"
    " coalesce(course.name, 'Course ' || link.course), link.changes,"
    " coalesce(link.assignment ->> '$.published', 0)"
    " FROM link JOIN account ON account.id = link.account"
    " LEFT JOIN course ON course.account = link.account AND course.id = link.course"
)


def linked_courses(db: apsw.Connection, quiz: str) -> list[LinkedCourse]:
    """Where a quiz is; the first one is the primary."""
    return [_row(row) for row in db.execute(f"{_LINKED} WHERE link.quiz = ? ORDER BY link.rowid", (quiz,))]


def quizzes_in(db: apsw.Connection, account: str, course: str) -> list[LinkedCourse]:
    """Every quiz of this library that is in a course, also those that are in another one first."""
    where = " JOIN quiz ON quiz.id = link.quiz WHERE link.account = ? AND link.course = ? AND quiz.deleted_at IS NULL"
    return [_row(row) for row in db.execute(f"{_LINKED}{where} ORDER BY quiz.title, link.rowid", (account, course))]


def _row(row: tuple) -> LinkedCourse:  # type: ignore[type-arg]  # the driver's own
    return LinkedCourse(LinkRow(*row[:5]), replace(Account(*row[5:11]), label=row[11]), row[12], row[13], bool(row[14]))

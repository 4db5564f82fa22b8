"""Assignment groups: in which part of a course's grades a quiz counts, and what was last seen of its assignment."""

import json
from collections.abc import Sequence

import apsw

from app.library.assignment import read_assignment
from app.library.row import GroupRow, LinkRow, There


def note_groups(db: apsw.Connection, account: str, course: str, groups: Sequence[GroupRow]) -> None:
    """Keep the groups of a course as they were just seen, in Canvas's order."""
    db.execute("DELETE FROM assignment_group WHERE account = ? AND course = ?", (account, course))
    db.executemany(
        "INSERT OR REPLACE INTO assignment_group (account, course, id, place, name) VALUES (?, ?, ?, ?, ?)",
        [(account, course, group.id, place, group.name) for place, group in enumerate(groups)],
    )


def groups_of(db: apsw.Connection, account: str, course: str) -> list[GroupRow]:
    """The groups of a course that were seen, in Canvas's order."""
    rows = db.execute(
        "SELECT id, name FROM assignment_group WHERE account = ? AND course = ? ORDER BY place", (account, course)
    )
    return [GroupRow(*row) for row in rows]


def choose_group(db: apsw.Connection, link: str, group: str | None) -> None:
    """Say in which group the quiz of a link shall be made; None for the one that Canvas takes."""
    db.execute("UPDATE link SET assignment_group = ? WHERE id = ?", (group, link))


def chosen_group(db: apsw.Connection, link: str) -> str | None:
    """The group in which the quiz of a link shall be made."""
    found: str | None = db.execute("SELECT assignment_group FROM link WHERE id = ?", (link,)).get
    return found


def there(db: apsw.Connection, link: LinkRow) -> There:
    """What was last seen of the assignment of a linked quiz, with the name of its group where that is known."""
    text, seen_at = db.execute("SELECT assignment, seen_at FROM link WHERE id = ?", (link.id,)).get
    assignment = read_assignment(json.loads(text))
    names = {group.id: group.name for group in groups_of(db, link.account_id, link.course_id)}
    time_zone = course_zone(db, link.account_id, link.course_id)
    return There(assignment, names.get(assignment.group_id or "", ""), seen_at, time_zone)


def course_zone(db: apsw.Connection, account_id: str, course_id: str) -> str:
    """The IANA name of a course's time zone; "" where it is not known."""
    query = "SELECT time_zone FROM course WHERE account = ? AND id = ?"
    found = db.execute(query, (account_id, course_id)).get
    return str(found or "")

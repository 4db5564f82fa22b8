"""What Canvas told of the assignment that a quiz is there: who sees it, from when, and who has other dates.

Read from the raw answer that a link keeps; what is missing there or of another shape counts as not told.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

Json = Mapping[str, Any]


class OwnDates(NamedTuple):
    """How many sections, groups and students have dates of their own on Canvas.

    `others` counts those of a kind that nobody here knows, and stands for any number where Canvas only said that there
    are some.
    """

    sections: int = 0
    groups: int = 0
    students: int = 0
    others: int = 0

    def __bool__(self) -> bool:
        """Whether anybody has."""
        return bool(self.sections or self.groups or self.students or self.others)


NO_OWN_DATES = OwnDates()


class Assignment(NamedTuple):
    """An assignment as it was last seen. Times in epoch seconds, None where there is none.

    `handed_in` counts students, None where Canvas did not tell how many.
    """

    published: bool = False
    submitted: bool = False
    handed_in: int | None = None
    can_unpublish: bool = True
    opens_at: float | None = None
    due_at: float | None = None
    closes_at: float | None = None
    own_dates: OwnDates = NO_OWN_DATES
    for_some_only: bool = False
    group_id: str | None = None


SUMMARY = "submission_summary"
"""Where a kept answer has the count of those who handed in, which Canvas tells at an address of its own."""


def read_assignment(raw: Json) -> Assignment:
    """The assignment of Canvas's answer."""
    submitted = bool(raw.get("has_submitted_submissions"))
    return Assignment(
        published=bool(raw.get("published")),
        submitted=submitted,
        handed_in=_handed_in(raw.get(SUMMARY)),
        can_unpublish=raw.get("unpublishable", not submitted) is not False,
        opens_at=moment(raw.get("unlock_at")),
        due_at=moment(raw.get("due_at")),
        closes_at=moment(raw.get("lock_at")),
        own_dates=_own_dates(raw),
        for_some_only=bool(raw.get("only_visible_to_overrides")),
        group_id=None if raw.get("assignment_group_id") is None else str(raw["assignment_group_id"]),
    )


def moment(text: object) -> float | None:
    """Epoch seconds of a date as Canvas writes it (ISO 8601 with a zone)."""
    try:
        found = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return found.timestamp() if found.tzinfo is not None else None


def _handed_in(summary: object) -> int | None:
    if not isinstance(summary, Mapping):
        return None
    counts = [summary.get(name) for name in ("graded", "ungraded")]
    return sum(count for count in counts if isinstance(count, int)) or None


def _own_dates(raw: Json) -> OwnDates:
    listed = raw.get("overrides")
    rows = [row for row in listed if isinstance(row, Mapping)] if isinstance(listed, list | tuple) else []
    sections = {str(row["course_section_id"]) for row in rows if row.get("course_section_id") is not None}
    groups = {str(row["group_id"]) for row in rows if row.get("group_id") is not None}
    lists = [row["student_ids"] for row in rows if isinstance(row.get("student_ids"), list | tuple)]
    students = {str(student) for one in lists for student in one}
    named = ("course_section_id", "group_id", "student_ids")
    others = sum(all(row.get(name) is None for name in named) for row in rows)
    if not rows and raw.get("has_overrides"):
        others = 1
    return OwnDates(len(sections), len(groups), len(students), others)

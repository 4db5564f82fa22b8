"""What Canvas told of an assignment, also where it told little or told it otherwise."""

import pytest

from app.library.assignment import Assignment, OwnDates, read_assignment

RICH = {
    "published": True,
    "has_submitted_submissions": True,
    "unlock_at": "1970-01-01T00:01:00Z",
    "due_at": "1970-01-01T00:02:00Z",
    "lock_at": "1970-01-01T00:03:00Z",
    "overrides": [
        {"id": 1, "course_section_id": 4, "due_at": None},
        {"id": 2, "course_section_id": 5},
        {"id": 3, "student_ids": [7, 8]},
        {"id": 4, "student_ids": [8, 9]},
        {"id": 5, "group_id": 1},
        {"id": 6, "noop_id": 1},
    ],
}


def test_everything_that_was_told_is_read() -> None:
    told = read_assignment(RICH)
    assert (told.published, told.submitted, told.can_unpublish) == (True, True, False)
    assert (told.opens_at, told.due_at, told.closes_at) == (60, 120, 180)
    assert told.own_dates == OwnDates(sections=2, groups=1, students=3, others=1)


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"published": None, "overrides": None, "due_at": "soon"},
        {"overrides": [], "has_overrides": False},
        {"overrides": "x"},
    ],
)
def test_what_is_not_told_counts_as_nothing(raw: dict[str, object]) -> None:
    assert read_assignment(raw) == Assignment()
    assert not read_assignment(raw).own_dates


def test_that_some_have_dates_of_their_own_is_known_without_their_number() -> None:
    assert read_assignment({"has_overrides": True}).own_dates

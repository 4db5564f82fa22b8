"""Dates that go to another term and another place keep their time on the clock."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from app.models.date_shift import MovedDate, days_until, moved_dates
from app.models.quiz import NewQuiz
from app.models.quiz_dates import dates_of, with_dates
from app.models.wall_clock import moved, zone_named

NEW_YORK, BERLIN, UTC = ZoneInfo("America/New_York"), ZoneInfo("Europe/Berlin"), ZoneInfo("UTC")


@pytest.mark.parametrize(
    ("stamp", "days", "there", "after"),
    [
        ("2026-10-26T03:59:00Z", 14, NEW_YORK, "2026-11-09T04:59:00Z"),  # clocks go back on 1 November
        ("2027-03-09T04:59:00Z", 7, NEW_YORK, "2027-03-16T03:59:00Z"),  # and forward on 14 March
        ("2026-10-26T03:59:00Z", 0, BERLIN, "2026-10-25T22:59:00Z"),  # 23:59 there is 23:59 here
        ("2027-03-07T07:30:00Z", 7, NEW_YORK, "2027-03-14T07:30:00Z"),  # 02:30 is left out that night: 03:30
        ("2026-10-26T03:59:00+02:00", 7, UTC, "2026-11-02T02:59:00Z"),
        ("2026-10-26", -7, NEW_YORK, "2026-10-19T00:00:00Z"),
    ],
)
def test_the_time_on_the_clock_stays(stamp: str, days: int, there: ZoneInfo, after: str) -> None:
    here = NEW_YORK if there is not UTC else BERLIN
    assert moved(stamp, days, here, there) == after


@pytest.mark.parametrize("stamp", ["soon", "", "9999-12-31T23:59:00Z"])
def test_what_is_no_date_or_leaves_the_calendar_does_not_travel(stamp: str) -> None:
    assert moved(stamp, 7, UTC, UTC) is None


def test_every_date_of_a_quiz_is_moved_also_those_of_the_results() -> None:
    view = {"show_item_responses_at": "2026-12-01T12:00:00Z", "display_items": True}
    fields = NewQuiz.model_validate(
        {"title": "T", "due_at": "2026-11-30T23:59:00Z", "quiz_settings": {"result_view_settings": view}}
    )
    dates = moved_dates(fields, 7, UTC, UTC)
    assert dates == (
        MovedDate("due_at", "2026-11-30T23:59:00Z", "2026-12-07T23:59:00Z"),
        MovedDate("show_item_responses_at", "2026-12-01T12:00:00Z", "2026-12-08T12:00:00Z"),
    )
    after = with_dates(fields, {one.field: one.after for one in dates})
    assert dates_of(after) == {one.field: one.after for one in dates}
    assert (after.title, after.quiz_settings.result_view_settings.display_items) == ("T", True)  # type: ignore[union-attr]


def test_the_first_day_is_that_of_the_earliest_date_of_all_quizzes() -> None:
    late = NewQuiz(due_at="2026-10-30T03:59:00Z")
    early = NewQuiz(due_at="2026-10-26T03:59:00Z", unlock_at="2026-10-20T03:00:00Z")
    quizzes = [(late, NEW_YORK), (early, NEW_YORK)]
    assert days_until(date(2027, 1, 11), quizzes) == (date(2027, 1, 11) - date(2026, 10, 19)).days
    assert days_until(date(2027, 1, 11), [(NewQuiz(), UTC)]) is None


def test_zones_that_nobody_knows_are_none() -> None:
    assert [zone_named(name) for name in ("", "Mars/Olympus", "../etc/passwd")] == [None, None, None]

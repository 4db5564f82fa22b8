"""“Time and a half” for quizzes of different length."""

import pytest

from app.models.results.extra_time import extra_minutes, shares


@pytest.mark.parametrize(
    ("seconds", "per_cent", "minutes"),
    [(45 * 60, 150, 23), (60 * 60, 150, 30), (60 * 60, 200, 60), (50 * 60, 125, 13), (1, 150, 1), (60, 100, 0),
     (10**9, 200, 10_080)],
)  # fmt: skip
def test_minutes_are_whole_and_never_too_few(seconds: int, per_cent: int, minutes: int) -> None:
    assert extra_minutes(seconds, per_cent) == minutes


def test_the_course_gets_what_every_quiz_needs_and_longer_ones_the_rest() -> None:
    found = shares({"short": 45 * 60, "long": 90 * 60, "open": 0}, 150)
    assert (found.course, dict(found.by_quiz)) == (23, {"long": 22})
    assert (found.of("short"), found.of("long"), found.of("next term")) == (23, 45, 23)


def test_without_a_time_limit_there_is_nothing_to_give() -> None:
    assert shares({"open": 0}, 150).course == 0

"""Times are said as people say them."""

import pytest
from PySide6.QtCore import QLocale

from app.ui.library.when import when

NOW = 1_700_049_600.0
DAY = 86_400


@pytest.mark.parametrize(
    ("past", "words"),
    [
        (5, "just now"),
        (60, "1 minute ago"),
        (59 * 60, "59 minutes ago"),
        (2 * 3600, "2 hours ago"),
        (DAY, "yesterday"),
        (-300, "just now"),
    ],
)
def test_recent_times_are_relative(past: float, words: str) -> None:
    assert when(NOW - past, NOW) == words


def test_within_a_week_the_day_is_named() -> None:
    names = {QLocale().standaloneDayName(day) for day in range(1, 8)}
    assert when(NOW - 3 * DAY, NOW) in names


def test_older_times_are_dates() -> None:
    assert any(sign.isdigit() for sign in when(NOW - 30 * DAY, NOW))

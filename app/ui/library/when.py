"""Times as people say them: relative within a week, else in the system's format (look.md, "Words")."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.message import message
from app.ui.words import words

MINUTE: Final = 60
HOUR: Final = 3600
WEEK_DAYS: Final = 7


def when(at: float, now: float) -> str:
    """The time `at` seen from `now`, both epoch seconds, in the system's time zone."""
    past, passed = datetime.fromtimestamp(at), now - at
    days = (datetime.fromtimestamp(now).date() - past.date()).days
    if passed < MINUTE:
        return QCoreApplication.translate("When", "just now")
    if passed < HOUR:
        count = int(passed // MINUTE)
        return words(message("{count} minute ago", plural="{count} minutes ago", count=count))
    if days == 0:
        count = int(passed // HOUR)
        return words(message("{count} hour ago", plural="{count} hours ago", count=count))
    return _day(past, days)


def _day(past: datetime, days: int) -> str:
    date = QDate(past.year, past.month, past.day)
    if days == 1:
        return QCoreApplication.translate("When", "yesterday")
    if 0 < days < WEEK_DAYS:
        return QLocale().standaloneDayName(date.dayOfWeek())
    return QLocale().toString(date, QLocale.FormatType.ShortFormat)

"""Moments of the API as the clock on a course's wall shows them.

Canvas keeps moments in UTC and shows them in the course's time zone. A deadline at 23:59 stays at 23:59 when a quiz
goes to another term or another place, whatever the clocks were set forward or back between.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def zone_named(name: str) -> ZoneInfo | None:
    """The zone with this IANA name; None where nobody knows it."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def moment(stamp: str | None) -> datetime | None:
    """The moment that an ISO 8601 text names, without an offset in UTC; None where it names none."""
    try:
        found = datetime.fromisoformat(stamp) if stamp else None
    except ValueError:
        return None
    return found if found is None or found.tzinfo is not None else found.replace(tzinfo=UTC)


def day(stamp: str | None, zone: ZoneInfo) -> date | None:
    """The day that it is in a zone; None where the text names no moment."""
    found = moment(stamp)
    return None if found is None else found.astimezone(zone).date()


def stamped(when: datetime) -> str:
    """A moment as the API takes it."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moved(stamp: str, days: int, here: ZoneInfo, there: ZoneInfo) -> str | None:
    """The same time on the clock, so many days later, in the zone of another place; None for a text that is no moment.

    A time that is left out when clocks are set forward becomes the one an hour later.
    """
    found = moment(stamp)
    if found is None:
        return None
    try:
        wall = found.astimezone(here).replace(tzinfo=None) + timedelta(days=days)
        return stamped(wall.replace(tzinfo=there))
    except OverflowError:
        return None

"""A date of the API as a moment that can be compared."""

from datetime import datetime


def instant(text: str | None) -> datetime | None:
    """The moment that an ISO 8601 text names; None for nothing and for what cannot be read."""
    try:
        when = datetime.fromisoformat(text) if text else None
        return when.astimezone() if when else None
    except (ValueError, OverflowError):
        return None

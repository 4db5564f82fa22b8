"""A moment of Canvas as the clock of the course shows it."""

from datetime import tzinfo

from PySide6.QtCore import QLocale

from app.models.wall_clock import moment


def moment_text(stamp: str | None, zone: tzinfo | None) -> str:
    """Day and time in the system's own format, on the system's clock for no zone; "" for a text that is no moment."""
    found = moment(stamp)
    if found is None:
        return ""
    return QLocale().toString(found.astimezone(zone).replace(tzinfo=None), QLocale.FormatType.ShortFormat)  # type: ignore[call-overload, no-any-return]

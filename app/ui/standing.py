"""How a quiz stands, in an icon, a colour and words: never by colour alone (look.md, "Foundations")."""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QDate, QLocale

from app.library.row import QuizRow, State, Visibility
from app.message import Message, message
from app.ui.theme import Role


class Standing(NamedTuple):
    """What a list shows of a state."""

    icon: str
    role: Role
    words: Message


ONLY_HERE = Standing("laptop", "text_quiet", message("Only here"))
ON_CANVAS = Standing("check", "good", message("On Canvas"))
ONLY_THERE = Standing("cloud", "text_quiet", message("Only on Canvas"))
BRING = Standing("cloud-download", "accent", message("Bring here"))
"""What is done with a quiz that is only there."""
CHANGED_THERE = Standing("arrow-down", "accent", message("Changed on Canvas"))


def state(row: QuizRow) -> Standing:
    """How the quiz stands to Canvas (decisions 24)."""
    if row.state is State.EDITED:
        return Standing(
            "arrow-up",
            "accent",
            message("{count} change here", plural="{count} changes here", count=row.changes),
        )
    if row.state is State.CONFLICT:
        count = message("1 conflict", plural="{count} conflicts", count=row.conflicts)
        return Standing("triangle-alert", "danger", count)
    return _STATES[row.state]


def visibility(row: QuizRow) -> Standing:
    """Who sees the quiz."""
    if 0 < row.published < row.there:
        told = message("Published in {published} of {count} courses", published=row.published, count=row.there)
        return Standing("eye", "text", told)
    if row.visibility is None:
        return Standing("", "text_quiet", message("Only you"))
    quiet: Role = "text_quiet" if row.state is State.ONLY_THERE else "text"
    if row.visibility is Visibility.PUBLISHED:
        return Standing("eye", quiet, message("Published"))
    if row.visibility is Visibility.OPEN_UNTIL and row.closes_at is not None:
        return Standing("eye", quiet, message("Open until {day}", day=_day(row.closes_at)))
    if row.visibility is Visibility.CLOSED:
        return Standing("eye-off", "text_quiet", message("Closed"))
    return Standing("eye-off", "text_quiet", message("Not published"))


def _day(at: float) -> str:
    """The day of a time in epoch seconds, in the system's zone and format."""
    day = datetime.fromtimestamp(at)
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)


_STATES = {
    State.LOCAL: ONLY_HERE,
    State.SYNCED: ON_CANVAS,
    State.CHANGED_THERE: CHANGED_THERE,
    State.ONLY_THERE: ONLY_THERE,
}

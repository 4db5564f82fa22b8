"""How an attempt stands, in words."""

from app.library.results.row import AttemptRow
from app.message import Message, message
from app.ui.words import words

_STATES: dict[str, Message] = {
    "untaken": message("Under way"),
    "pending_review": message("To mark"),
    "complete": message("Marked"),
    "graded": message("Marked"),
    "submitted": message("Handed in"),
    "settings_only": message("Not begun"),
    "unsubmitted": message("Not begun"),
    "preview": message("Preview"),
}


def state_words(row: AttemptRow) -> str:
    """Overdue and waiting before everything else; a state that nobody knows is shown as it came."""
    if row.overdue:
        return words(message("Time is over, not handed in"))
    if row.waiting > 1:
        return words(message("{count} answers to mark", count=row.waiting))
    known = _STATES.get(row.state)
    return words(known) if known is not None else row.state

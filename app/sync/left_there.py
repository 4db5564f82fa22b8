"""What a sync leaves to the person, to be done in Canvas itself."""

from app.sync.carry_out import MADE_ANEW
from app.sync.create import GROUP_GONE
from app.sync.outcome import Outcome
from app.sync.regrade import REGRADE

_DONE_THERE = (REGRADE, MADE_ANEW, GROUP_GONE)


def waits_on_canvas(outcome: Outcome) -> bool:
    """Whether something stays here that only Canvas may take, or a note asks for something that is done there."""
    return bool(outcome.held) or any(note in _DONE_THERE for note in outcome.notes)

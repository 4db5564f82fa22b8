"""What a sync leaves to the person, to be done in Canvas itself."""

from app.sync.carry_out import MADE_ANEW
from app.sync.create import GROUP_GONE
from app.sync.held import MADE_THERE, UNKNOWN
from app.sync.outcome import Outcome
from app.sync.plan import PINS_STAY
from app.sync.regrade import REGRADE
from app.sync.structure import ONLY_THERE

_DONE_THERE = (REGRADE, MADE_ANEW, GROUP_GONE)
_CHANGED_THERE = (ONLY_THERE, PINS_STAY, MADE_THERE, UNKNOWN)


def waits_on_canvas(outcome: Outcome) -> bool:
    """Whether something stays here that can only be done there, or a note asks for that.

    What the person holds back or has not finished waits for her here.
    """
    held = (held.reason for held in outcome.held)
    return any(why in _CHANGED_THERE for why in held) or any(note in _DONE_THERE for note in outcome.notes)

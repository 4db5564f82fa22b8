"""What a sync did, and how far it is, for the window and the command line."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.message import Message
from app.sync.step import Conflict, Held, Plan


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` requests; `what` names the present one."""

    done: int
    total: int
    what: Message


OnProgress = Callable[[Progress], None]


@dataclass
class Outcome:
    """The counts of one sync, filled while it runs. A cancelled one tells what was done up to then.

    `notes` tell what the person should know and nothing waits for; `strangers` are hosts beside Canvas where pictures
    are that were not fetched.
    """

    created_quiz: int = 0
    created: int = 0
    updated: int = 0
    updated_quiz: int = 0
    deleted: int = 0
    moved: int = 0
    uploaded: int = 0
    fetched: int = 0
    brought_new: int = 0
    brought_changed: int = 0
    brought_removed: int = 0
    brought_quiz: int = 0
    brought_order: int = 0
    notes: list[Message] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    @property
    def writes(self) -> int:
        """How many things changed on Canvas."""
        return (
            self.created_quiz
            + self.created
            + self.updated
            + self.updated_quiz
            + self.deleted
            + self.moved
            + self.uploaded
        )

    @property
    def did_anything(self) -> bool:
        """Whether something changed on either side."""
        return bool(self.writes + self.brought + self.fetched)

    @property
    def brought(self) -> int:
        """How many things changed here."""
        items = self.brought_new + self.brought_changed + self.brought_removed
        return items + self.brought_quiz + self.brought_order


def total_of(plan: Plan) -> int:
    """The writes that a plan stands for."""
    steps = len(plan.uploads) + len(plan.files) + len(plan.creates) + len(plan.updates) + len(plan.deletes)
    return steps + plan.moved + (1 if plan.quiz else 0)

"""What a sync did, or would do, as the commands print it."""

from dataclasses import dataclass

from app.cli.exit_code import ExitCode, code_of
from app.errors import UserError
from app.message import Message
from app.sync.letter import warnings
from app.sync.outcome import Outcome
from app.sync.step import BringItem, BringUnits, Conflict, Held, Plan, RemoveItem, UpdateQuiz

SENT = ("created", "updated", "deleted", "moved", "uploaded")
BROUGHT = ("created", "updated", "deleted", "downloaded")


@dataclass(frozen=True)
class OutcomeRow:
    """The counts of one quiz in the order of `SENT` and `BROUGHT`; `error` ended it before it was finished."""

    quiz_id: str
    title: str
    sent: tuple[int, ...] = (0,) * len(SENT)
    brought: tuple[int, ...] = (0,) * len(BROUGHT)
    held: tuple[Held, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    notes: tuple[Message, ...] = ()
    strangers: tuple[str, ...] = ()
    error: UserError | None = None
    is_plan: bool = False

    @classmethod
    def of(cls, quiz_id: str, title: str, done: Outcome, error: UserError | None = None) -> "OutcomeRow":
        """What was done; the fields of the quiz itself count as an update."""
        sent = (done.created, done.updated + done.updated_quiz, done.deleted, done.moved, done.uploaded)
        brought = (done.brought_new, done.brought_changed + done.brought_quiz, done.brought_removed, done.fetched)
        told = (tuple(done.held), tuple(done.conflicts), tuple(done.notes), tuple(done.strangers))
        return cls(quiz_id, title, sent, brought, *told, error)

    @classmethod
    def planned(cls, quiz_id: str, title: str, plan: Plan) -> "OutcomeRow":
        """What would be done."""
        updated = len(plan.updates) + isinstance(plan.quiz, UpdateQuiz)
        sent = (len(plan.creates), updated, len(plan.deletes), plan.moved, len(plan.uploads) + len(plan.files))
        changed = sum(isinstance(step, BringUnits) and bool(step.units) for step in plan.brings)
        brought = (
            sum(isinstance(step, BringItem) for step in plan.brings),
            changed + bool(plan.bring_quiz),
            sum(isinstance(step, RemoveItem) for step in plan.brings),
            0,
        )
        return cls(quiz_id, title, sent, brought, plan.held, plan.conflicts, warnings(plan), is_plan=True)

    @property
    def document(self) -> dict[str, object]:
        """The promise to scripts; an item is null where it is the quiz itself."""
        return {
            "quiz": self.quiz_id,
            "sent": dict(zip(SENT, self.sent, strict=True)),
            "brought": dict(zip(BROUGHT, self.brought, strict=True)),
            "held": [{"item": held.item_id or None, "reason": str(held.reason)} for held in self.held],
            "conflicts": [
                {"item": one.item_id or None, "unit": one.unit, "mine": one.mine, "theirs": one.theirs}
                for one in self.conflicts
            ],
            "notes": [str(note) for note in self.notes],
            "error": str(self.error.message) if self.error else None,
        }

    @property
    def lines(self) -> list[str]:
        """The same for people."""
        sent, brought = ("would send", "would bring in") if self.is_plan else ("sent", "brought in")
        return [
            f"{self.title}: {_counts(sent, SENT, self.sent)}; {_counts(brought, BROUGHT, self.brought)}",
            *(f"  held back: {_where(held.item_id)}: {held.reason}" for held in self.held),
            *(f"  conflict: {_where(one.item_id)}: {one.unit} changed here and on Canvas" for one in self.conflicts),
            *(f"  {note}" for note in self.notes),
            *(f"  --fetch-from {host} fetches what is there" for host in self.strangers),
        ]

    @property
    def code(self) -> ExitCode:
        """How this quiz ended."""
        if self.error is not None:
            return code_of(self.error)
        if self.conflicts:
            return ExitCode.CONFLICTS
        return ExitCode.PROBLEMS if self.held else ExitCode.DONE


def _counts(head: str, names: tuple[str, ...], counts: tuple[int, ...]) -> str:
    done = ", ".join(f"{count} {name}" for name, count in zip(names, counts, strict=True) if count)
    return f"{head} {done or 'nothing'}"


def _where(item_id: str) -> str:
    return f"item {item_id[:8]}" if item_id else "quiz"

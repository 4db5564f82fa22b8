"""What a sync will do, as values: shown to the person before anything is sent, then carried out one by one."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.library.assignment import NO_OWN_DATES, OwnDates
from app.message import Message

Raw = Mapping[str, Any]


class Way(StrEnum):
    """Which way something goes."""

    TO_CANVAS = "to Canvas"
    FROM_CANVAS = "from Canvas"
    CONFLICT = "conflict"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class CreateQuiz:
    """A quiz that the course does not have yet."""

    payload: Raw


@dataclass(frozen=True, slots=True)
class UpdateQuiz:
    """Fields and settings that changed here."""

    units: frozenset[str]


@dataclass(frozen=True, slots=True)
class Upload:
    """A hot-spot picture that goes up before its question; each question has its own upload. `size` in bytes."""

    item_id: str
    reference: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class UploadFile:
    """A picture of texts that goes to the course's files, once for all who name it; "" stands for the quiz itself."""

    reference: str
    item_ids: tuple[str, ...]
    size: int = 0


@dataclass(frozen=True, slots=True)
class CreateItem:
    """A question that Canvas does not have."""

    item_id: str


@dataclass(frozen=True, slots=True)
class UpdateItem:
    """Units of a question that changed here; `anew` where a server that merges takes them only with a new row."""

    item_id: str
    canvas_id: str
    units: frozenset[str]
    anew: bool = False


@dataclass(frozen=True, slots=True)
class DeleteItem:
    """A question that was deleted here and not changed there; `raw` is what Canvas has of it still."""

    item_id: str
    canvas_id: str
    raw: Raw


@dataclass(frozen=True, slots=True)
class BringItem:
    """A row that is new on Canvas, or was changed there after it was deleted here; `item_id` is ours for it.

    A new row gets another id of ours from every plan until it is here: its `tick_id` is Canvas's. `like` is the id
    that a question has here, or gets, that it looks like; "" where there is none.
    """

    item_id: str
    raw: Raw
    like: str = ""

    @property
    def tick_id(self) -> str:
        """What stands for it in a selection."""
        return str(self.raw["id"])


@dataclass(frozen=True, slots=True)
class BringUnits:
    """Units that changed on Canvas only; `agreed` became the same on both sides."""

    item_id: str
    raw: Raw
    units: frozenset[str]
    agreed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """A row that was deleted on Canvas (a GET by its id said so) and not changed here."""

    item_id: str
    canvas_id: str


@dataclass(frozen=True, slots=True)
class ForgetItem:
    """Deleted on both sides: only the memory of it is left to go."""

    item_id: str
    canvas_id: str


Bring = BringItem | BringUnits | RemoveItem | ForgetItem
ORDER = "order"
"""What stands in a selection for the order of the questions, whichever way it goes; ids of items are longer."""


def tick_id(step: Bring) -> str:
    """What stands for a step in a selection."""
    return step.tick_id if isinstance(step, BringItem) else step.item_id


@dataclass(frozen=True, slots=True)
class Conflict:
    """The same unit changed on both sides; `item_id` is "" for the quiz itself."""

    item_id: str
    unit: str
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Held:
    """A row that is not sent, and why; the rest goes. `raw` is what Canvas has of one that is not here any more."""

    item_id: str
    reason: Message
    raw: Raw | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the quiz is on Canvas, for warnings. `fixed` counts the stimuli and banks, which only Canvas can change.

    `handed_in` counts students, None where it is not known; `seen_at` is when that was told, in epoch seconds.
    A server that `merges` keeps what an update leaves out; `elsewhere` says whether another course has the quiz too.
    """

    published: bool = False
    submitted: bool = False
    handed_in: int | None = None
    seen_at: float = 0.0
    own_dates: OwnDates = NO_OWN_DATES
    fixed: int = 0
    merges: bool = False
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that one sync of one quiz would do. `order` is the wanted order of our ids, brought rows included."""

    quiz: CreateQuiz | UpdateQuiz | None = None
    bring_quiz: frozenset[str] = frozenset()
    agreed_quiz: frozenset[str] = frozenset()
    uploads: tuple[Upload, ...] = ()
    files: tuple[UploadFile, ...] = ()
    creates: tuple[CreateItem, ...] = ()
    updates: tuple[UpdateItem, ...] = ()
    deletes: tuple[DeleteItem, ...] = ()
    moved: int = 0
    brings: tuple[Bring, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    held: tuple[Held, ...] = ()
    order: tuple[str, ...] = ()
    brings_order: bool = False
    moves_allowed: bool = True
    brake: Message | None = None
    brake_here: Message | None = None
    facts: Facts = Facts()

    @property
    def sends(self) -> bool:
        """Whether anything would be written on Canvas."""
        return bool(self.quiz or self.creates or self.updates or self.deletes or self.moved)

    @property
    def tick_ids(self) -> frozenset[str]:
        """What stands in a selection for all that is sent or brought in; "" for the quiz itself."""
        ids = {step.item_id for step in self.creates} | {step.item_id for step in self.updates}
        ids |= {step.item_id for step in self.deletes} | {tick_id(step) for step in self.brings}
        ids |= {""} if self.quiz or self.bring_quiz else set()
        return frozenset(ids | {ORDER} if self.moved or self.brings_order else ids)

    @property
    def brought(self) -> bool:
        """Whether anything would change here."""
        return bool(self.bring_quiz or self.brings or self.brings_order)

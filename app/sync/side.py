"""The three sides that a plan compares: mine, the base, theirs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from app.library.assignment import read_assignment
from app.message import Message
from app.models.quiz import Quiz
from app.sync.step import Facts
from app.sync.unit import Units, item_units, quiz_units
from app.sync.wire import Addresses, wire_item, wire_quiz

Raw = Mapping[str, Any]


@dataclass(frozen=True)
class Mine:
    """The quiz here; `held` tells why an item must not be sent now, asked only for those that would be.

    `size` gives the bytes of a picture by its reference, `held_fields` the units of the quiz itself that wait, and why.
    """

    quiz: Quiz
    addresses: Addresses
    held: Callable[[str], Message | None]
    size: Callable[[str], int] = lambda _reference: 0
    held_fields: Mapping[str, Message] = field(default_factory=dict)

    def units(self, item_id: str) -> Units:
        """The units of one item on the wire of this link."""
        return item_units(wire_item(self.quiz.item(item_id), self.addresses))

    @cached_property
    def quiz_units(self) -> Units:
        """The units of the quiz itself."""
        return quiz_units(wire_quiz(self.quiz, self.addresses))


@dataclass(frozen=True)
class BaseItem:
    """What both sides last agreed on for one item: the units as sent, and Canvas's raw answer.

    `kept` holds units for which an older answer still counts, because the newer one was never taken in here: a conflict
    that is not decided, or a change that came between our GET and our write.
    """

    item_id: str
    canvas_id: str
    sent: Units
    returned: Raw
    kept: Units = field(default_factory=dict)

    @cached_property
    def returned_units(self) -> Units:
        """The units that Canvas is known to have."""
        return {**item_units(self.returned), **self.kept}


@dataclass(frozen=True)
class Base:
    """What both sides last agreed on; empty before the first sync.

    `order` is our item ids as they stood on both sides; `moving`: moves of ours were cut off.
    """

    canvas_id: str | None = None
    sent: Units = field(default_factory=dict)
    returned: Raw = field(default_factory=dict)
    kept: Units = field(default_factory=dict)
    items: Mapping[str, BaseItem] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    moving: bool = False

    @cached_property
    def returned_units(self) -> Units:
        """The units of the quiz itself that Canvas is known to have."""
        return {**quiz_units(self.returned), **self.kept}

    def units_of(self, payload: Raw) -> Units:
        """The units of the quiz's payload; points that are left out, the sum being 0, stay as they were."""
        points = {"points_possible": self.sent["points_possible"]} if "points_possible" in self.sent else {}
        return {**points, **quiz_units(payload)}

    @cached_property
    def by_canvas_id(self) -> dict[str, BaseItem]:
        """Canvas's id → what was agreed."""
        return {item.canvas_id: item for item in self.items.values()}


@dataclass(frozen=True)
class Theirs:
    """The quiz as Canvas has it now: every row, and the ids that a GET said are gone for certain.

    `order_known` is false where the list hid rows that are there: then their order says nothing. `assignment` is None
    where it cannot be read.
    """

    quiz: Raw
    items: tuple[Raw, ...]
    gone: frozenset[str] = frozenset()
    order_known: bool = True
    assignment: Raw | None = None

    @cached_property
    def submitted(self) -> bool:
        """Whether students have handed it in: then Canvas changes texts and points alone (decisions 16)."""
        told = (self.assignment or {}).get("has_submitted_submissions")
        return bool(told) or any(raw.get("status") == "immutable" for raw in self.items)

    @cached_property
    def facts(self) -> Facts:
        """What the person should know before anything is sent there."""
        told = read_assignment(self.assignment or {})
        return Facts(
            published=told.published,
            submitted=self.submitted,
            handed_in=told.handed_in,
            own_dates=told.own_dates,
            fixed=sum(str(raw.get("entry_type", "Item")) != "Item" for raw in self.items),
        )

    @cached_property
    def by_id(self) -> dict[str, Raw]:
        """Canvas's id → the raw row."""
        return {str(raw["id"]): raw for raw in self.items}

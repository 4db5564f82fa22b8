"""What differs between a version of a quiz and the quiz as it is now."""

from dataclasses import dataclass
from typing import Literal

from app.models.item import Item
from app.models.question import Question
from app.models.quiz import Quiz
from app.sync.unit import OTHER, Units, item_units, quiz_units
from app.sync.wire import NOWHERE, wire_item, wire_quiz

Kind = Literal["changed", "gone", "new", "fields", "order"]


@dataclass(frozen=True, slots=True)
class Difference:
    """`then` and `now` are the item on both sides, None where it was not there; "fields" is about the quiz itself.

    "gone" was there then and is not any more, "new" came since.
    """

    kind: Kind
    then: Item | None = None
    now: Item | None = None

    @property
    def item(self) -> Item | None:
        """The item it is about."""
        return self.then or self.now


def differences(then: Quiz, now: Quiz) -> tuple[Difference, ...]:
    """Every difference, questions in the order of the old version, those that came since last."""
    today = {item.id: item for item in now.items}
    found = [_of(item, today.get(item.id)) for item in then.items]
    before = {item.id for item in then.items}
    new = [Difference("new", None, item) for item in now.items if item.id not in before]
    fields = [Difference("fields")] if (then.fields, then.local) != (now.fields, now.local) else []
    return (*fields, *_of_order(then, now), *(one for one in found if one is not None), *new)


def _of(then: Item, now: Item | None) -> Difference | None:
    if now is None:
        return Difference("gone", then)
    return None if _same(then, now) else Difference("changed", then, now)


def _same(then: Item, now: Item) -> bool:
    return then is now or (then.points == now.points and then.document == now.document)


def _of_order(then: Quiz, now: Quiz) -> tuple[Difference, ...]:
    both = {item.id for item in then.items} & {item.id for item in now.items}
    orders = [[item.id for item in quiz.items if item.id in both] for quiz in (then, now)]
    return (Difference("order"),) if orders[0] != orders[1] else ()


def units_of(quiz: Quiz, item_id: str) -> Units:
    """The parts of an item, or of the quiz itself for "", of which each is compared by itself; tags are one more."""
    if not item_id:
        units = quiz_units(wire_quiz(quiz, NOWHERE))
        units["points_possible"] = quiz.fields.points_possible  # the sum of the questions is told by them
        return {**units, "tags": ", ".join(quiz.local.tags or ())}
    item = quiz.item(item_id)
    if not isinstance(item.entry, Question):
        return {"entry": item.entry.wire(), "points": item.points}
    return {**item_units(wire_item(item, NOWHERE)), "tags": ", ".join(item.local.tags or ())}


def changed_units(then: Quiz, now: Quiz, item_id: str) -> tuple[str, ...]:
    """Which of them differ; "other" where none of them does: then it is a detail that has no words."""
    before, after = units_of(then, item_id), units_of(now, item_id)
    names = dict.fromkeys((*before, *after))
    return tuple(name for name in names if before.get(name) != after.get(name)) or (OTHER,)


def restored(then: Quiz, now: Quiz, item_id: str) -> Quiz:
    """The quiz as it is now, with one item as it was then; one that is gone comes back where it stood."""
    item = then.item(item_id)
    if item_id in now.places:
        return now.with_item(item)
    above = [one.id for one in then.items[: then.places[item_id]]]
    place = next((now.places[id] + 1 for id in reversed(above) if id in now.places), 0)
    return now.with_items((*now.items[:place], item, *now.items[place:]))

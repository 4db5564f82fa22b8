"""What differs between a version of a quiz and the quiz as it is now."""

from dataclasses import dataclass
from typing import Literal

from app.models.item import Item
from app.models.quiz import Quiz

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


def restored(then: Quiz, now: Quiz, item_id: str) -> Quiz:
    """The quiz as it is now, with one item as it was then; one that is gone comes back where it stood."""
    item = then.item(item_id)
    if item_id in now.places:
        return now.with_item(item)
    above = [one.id for one in then.items[: then.places[item_id]]]
    place = next((now.places[id] + 1 for id in reversed(above) if id in now.places), 0)
    return now.with_items((*now.items[:place], item, *now.items[place:]))

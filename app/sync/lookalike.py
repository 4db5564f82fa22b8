"""Rows that are new on Canvas and may be questions that are here already: a copy, or what a restored backup forgot.

Nobody can tell which from the two sides, and neither may go unasked (reliability.md 1.2): both are kept, and the person
reads that they look alike.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain, takewhile

from app.sync.adopt import text_of
from app.sync.copied import own_ids
from app.sync.side import Mine
from app.sync.step import BringItem
from app.sync.unit import ANSWERS, Units, item_units

Sides = Mapping[str, Units]


def with_likeness(brings: Iterable[BringItem], mine: Mine) -> list[BringItem]:
    """The rows that come in, each with the question that it looks like, if there is one: here, or before it there.

    A quiz without questions takes all as they are: what is there twice was made so on Canvas.
    """
    steps = list(brings)
    new = {step.item_id: item_units(step.raw) for step in steps if step.raw.get("entry_type", "Item") == "Item"}
    here = {item.id: mine.units(item.id) for item in mine.quiz.items if item.entry_type == "Item"} if new else {}
    if not here:
        return steps
    like = {item_id: _like(item_id, units, here, new) for item_id, units in new.items()}
    return [replace(step, like=like.get(step.item_id, "")) for step in steps]


def _like(item_id: str, row: Units, here: Sides, new: Sides) -> str:
    before = takewhile(lambda one: one[0] != item_id, new.items())
    alike = chain(
        (key for key, units in here.items() if _looks_like(units, row)),
        (key for key, units in before if own_ids(row) and _looks_like(units, row)),  # titles alone are often the same
    )
    return next(alike, "")


def _looks_like(one: Units, other: Units) -> bool:
    """Whether they are of one type and share ids and title or text; without ids, the title."""
    if one[ANSWERS].get("interaction_type_slug") != other[ANSWERS].get("interaction_type_slug"):
        return False
    titled = bool(one.get("title")) and one.get("title") == other.get("title")
    mine, theirs = own_ids(one), own_ids(other)
    if mine or theirs:
        return bool(mine & theirs) and (titled or text_of(one) == text_of(other))
    return titled

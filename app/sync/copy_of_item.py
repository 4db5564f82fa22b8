"""One question as two copies of a quiz have it, merged unit by unit from what both once had."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.models.item import Item
from app.models.local import Local
from app.sync.bring import brought_units
from app.sync.merge import UnitConflict, merged
from app.sync.unit import ANSWERS, item_units

ENTRY = "entry"
"""The whole of a row that is no question."""
_LOCAL = "local/"
_FOR_STUDENTS = (ANSWERS, "item_body")


@dataclass(frozen=True, slots=True)
class MetItem:
    """`item` is what goes on, the same object where nothing of the file was taken; `conflicts` name units.

    `twice`: the other one has to stand beside it, because students would read one or the other.
    """

    item: Item
    conflicts: tuple[str, ...]
    twice: bool


def met_item(mine: Item, theirs: Item, base: Item | None) -> MetItem:
    """What was changed in one copy counts; what was changed in both stays as it is here. Without a base all differs."""
    before = _units(base) if base is not None else {}
    found = merged(mine=_units(mine), theirs=_units(theirs), sent=before, returned=before)
    changed = _with_local(mine, theirs, found.bring)
    wanted = frozenset(name for name in found.bring if not name.startswith(_LOCAL))
    if wanted:
        changed = brought_units(changed, theirs.wire(), wanted, lambda _address: None)
    return MetItem(changed, tuple(one.unit for one in found.conflicts), any(map(_is_read, found.conflicts)))


def _is_read(conflict: UnitConflict) -> bool:
    """Whether somebody loses work that is more than a number or a label; regions' names go with their regions."""
    unit = conflict.unit
    if unit.startswith(_LOCAL):
        return unit != f"{_LOCAL}tags"
    return unit in _FOR_STUDENTS or (unit.startswith("feedback/") and bool(conflict.theirs))


def _units(item: Item) -> dict[str, Any]:
    own = {f"{_LOCAL}{key}": value for key, value in item.local.wire().items()}
    if item.entry_type != "Item":
        return {ENTRY: item.wire(), **own}
    return {**item_units(item.wire()), **own}


def _with_local(mine: Item, theirs: Item, names: frozenset[str]) -> Item:
    keys = [name.removeprefix(_LOCAL) for name in names if name.startswith(_LOCAL)]
    if not keys:
        return mine
    own, there = mine.local.wire(), theirs.local.wire()
    kept: Mapping[str, Any] = {key: value for key, value in own.items() if key not in keys}
    return mine.with_local(Local.model_validate({**kept, **{key: there[key] for key in keys if key in there}}))

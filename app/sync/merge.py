"""Three-way merge, unit by unit, with a base kept twice: what was sent, and what came back (decisions 5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.sync.unit import OTHER, Units


@dataclass(frozen=True, slots=True)
class UnitConflict:
    """The same unit changed on both sides since they agreed."""

    unit: str
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """`send` and `bring` name units that changed on one side only, `agreed` those that became the same on both."""

    send: frozenset[str]
    bring: frozenset[str]
    agreed: frozenset[str]
    conflicts: tuple[UnitConflict, ...]

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.send or self.bring or self.agreed or self.conflicts)


def merged(*, mine: Units, theirs: Units, sent: Units, returned: Units) -> Merged:
    """Mine changed ⇔ mine ≠ sent; theirs changed ⇔ theirs ≠ returned: a server's tidying never looks like an edit."""
    send: set[str] = set()
    bring: set[str] = set()
    agreed: set[str] = set()
    conflicts: list[UnitConflict] = []
    for name in sorted({*mine, *theirs, *sent, *returned}):
        here, there = mine.get(name), theirs.get(name)
        mine_changed = here != sent.get(name) and name != OTHER
        theirs_changed = there != returned.get(name)
        if mine_changed and theirs_changed:
            if here == there:
                agreed.add(name)
            else:
                conflicts.append(UnitConflict(name, sent.get(name), here, there))
        elif mine_changed:
            send.add(name)
        elif theirs_changed:
            bring.add(name)
    return Merged(frozenset(send), frozenset(bring), frozenset(agreed), tuple(conflicts))


def overlaid(base: Mapping[str, Any], changed: Mapping[str, Any], names: frozenset[str]) -> dict[str, Any]:
    """`base` with the named units as in `changed`; a unit that `changed` lacks goes."""
    kept = {name: value for name, value in base.items() if name not in names}
    return kept | {name: changed[name] for name in names if name in changed}

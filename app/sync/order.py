"""Minimal moves: the longest run that is in order already stays, everything else moves (reliability.md 1.4)."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Move:
    """Put the row with this id at a 1-based position, the others making room."""

    id: str
    position: int


def moves(present: Sequence[str], wanted: Sequence[str], pinned: Collection[str] = ()) -> tuple[Move, ...]:
    """The moves, in the order in which they are carried out, that turn `present` into `wanted`.

    Both hold the same ids. Pinned rows cannot be moved by the API; two of them in another order raise ValueError.
    """
    places = {row: place for place, row in enumerate(wanted)}
    kept = kept_rows([places[row] for row in present], [places[row] for row in present if row in set(pinned)])
    rows = list(present)
    found = []
    for place, row in enumerate(wanted):
        if place in kept:
            continue
        rows.remove(row)
        before = _rows_before(rows, wanted[:place])
        rows.insert(before, row)
        found.append(Move(row, before + 1))
    return tuple(found)


def _rows_before(rows: Sequence[str], settled: Sequence[str]) -> int:
    """Behind the last row that should stand before the moved one."""
    last = settled[-1] if settled else None
    return rows.index(last) + 1 if last is not None else 0


def kept_rows(places: Sequence[int], pinned: Sequence[int]) -> frozenset[int]:
    """The longest increasing subsequence of `places` that holds every pinned one. Raises ValueError if they cross."""
    if list(pinned) != sorted(pinned):
        raise ValueError("rows that Canvas cannot move would change their order")
    fixed = frozenset(pinned)
    usable = [place for n, place in enumerate(places) if place in fixed or _fits(place, n, places, fixed)]
    return _longest_increasing(usable)


def _fits(place: int, n: int, places: Sequence[int], fixed: frozenset[int]) -> bool:
    """A row can stay only if it stands on the right side of every pinned one."""
    return all((other < place) == (m < n) for m, other in enumerate(places) if other in fixed)


def _longest_increasing(places: Sequence[int]) -> frozenset[int]:
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for n, place in enumerate(places):
        length = bisect_left(tails, place)
        previous.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(place)
            ends.append(n)
        else:
            tails[length], ends[length] = place, n
    kept, n = set(), ends[-1] if ends else -1
    while n >= 0:
        kept.add(places[n])
        n = previous[n]
    return frozenset(kept)


def merged_order(mine: Sequence[str], base: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """The order after a merge of the rows that both sides have.

    Changed on one side: that side's. On both: Canvas's, with our moves re-applied behind the row they follow here.
    Rows that only one side has are not for this function: the caller puts them where they stand there.
    """
    known = [row for row in base if row in set(mine) and row in set(theirs)]
    ours = [row for row in mine if row in set(known)]
    there = [row for row in theirs if row in set(known)]
    if there == known or ours == there:
        return tuple(ours)
    if ours == known:
        return tuple(there)
    moved = {move.id for move in moves(known, ours)}
    rows = [row for row in there if row not in moved]
    for place, row in enumerate(ours):
        if row in moved:
            rows.insert(_rows_before(rows, [r for r in ours[:place] if r in rows]), row)
    return tuple(rows)


def weave(rows: list[str], side: Sequence[str]) -> None:
    """Put the rows that only `side` has into `rows`, each behind the one that it follows there."""
    for place, row in enumerate(side):
        if row not in rows:
            rows.insert(rows.index(side[place - 1]) + 1 if place else 0, row)

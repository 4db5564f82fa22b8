"""Putting the rows on Canvas in order with few moves, whatever `position` means there (reliability.md 1.4)."""

from collections.abc import Collection, Mapping, Sequence

from app.sync.order import moves
from app.sync.send import Sender
from app.sync.side import BaseItem

TRIES = 3


def position_after(rows: Sequence[str], order: Sequence[str], item_id: str) -> int:
    """The 1-based position behind the row that `item_id` follows in the wanted order."""
    present = {row: place for place, row in enumerate(rows)}
    before = [present[row] for row in order[: order.index(item_id)] if row in present]
    return before[-1] + 2 if before else 1


async def arrange(
    sender: Sender,
    items: Mapping[str, BaseItem],
    present: Sequence[str],
    wanted: Sequence[str],
    pins: Collection[str],
    *,
    check: bool,
) -> tuple[int, Sequence[str]]:
    """Move rows until Canvas's list stands as wanted; gives the number of moves, and the order of the rows in the end.

    `present` is the order as far as known; after any move, or when `check`, the list is read again. A server that takes
    a position in another way than by making room gets every row's position in ascending order.
    """
    done = 0
    for trial in range(TRIES):
        seen = frozenset(present)
        steps = moves(present, [row for row in wanted if row in seen], pins)
        if not steps and not (check and trial == 0):
            return done, present
        await sender.begin_moves()
        if trial < TRIES - 1:
            for step in steps:
                await sender.move(items[step.id].canvas_id, step.position)
        else:
            for position, row in enumerate(wanted, start=1):
                if row not in pins:
                    await sender.move(items[row].canvas_id, position)
        done += len(steps)
        present = await sender.order(items)
    return done, present

"""What `position` does to the order of a quiz. The documents do not say, so there are three semantics.

An order is a list of `[item id, position]`, sorted as the item list shows it.
"""

from enum import StrEnum

Order = list[list[object]]


class Positions(StrEnum):
    """INSERT shifts the rest, SET writes the number alone, APPEND ignores it on a POST and else inserts."""

    INSERT = "insert"
    SET = "set"
    APPEND = "append-on-post"


def _key(pair: list[object]) -> int:
    return int(str(pair[1]))


def numbered(order: Order) -> Order:
    """The same order with positions 1, 2, 3…"""
    return [[pair[0], place] for place, pair in enumerate(order, start=1)]


def added(order: Order, item: str, position: int | None, semantics: Positions) -> Order:
    """The order after a POST; without a position the item goes to the end."""
    last = max(map(_key, order), default=0)
    if position is None or semantics is Positions.APPEND:
        return [*order, [item, last + 1]]
    return _placed(order, item, position, semantics)


def moved(order: Order, item: str, position: int, semantics: Positions) -> Order:
    """The order after a PATCH with a position."""
    return _placed([pair for pair in order if pair[0] != item], item, position, semantics)


def removed(order: Order, item: str, semantics: Positions) -> Order:
    """The order after a DELETE: the rest closes up, but where positions are only set."""
    rest = [pair for pair in order if pair[0] != item]
    return rest if semantics is Positions.SET else numbered(rest)


def _placed(order: Order, item: str, position: int, semantics: Positions) -> Order:
    if semantics is Positions.SET:
        return sorted([*order, [item, position]], key=_key)
    before = order[: position - 1]
    return numbered([*before, [item, 0], *order[len(before) :]])

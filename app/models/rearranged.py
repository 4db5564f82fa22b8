"""Tuples of rows with one more, one less, one elsewhere."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Keyed(Protocol):
    """A row with an id."""

    @property
    def id(self) -> str:
        """Which row it is."""


T = TypeVar("T")


def place_of(rows: Sequence[Keyed], key: str) -> int:
    """Where the row with this id stands, from 0. Raises KeyError where there is none."""
    for place, row in enumerate(rows):
        if row.id == key:
            return place
    raise KeyError(key)


def inserted(rows: Sequence[T], place: int, *more: T) -> tuple[T, ...]:
    """The rows with others before the one at `place`."""
    return (*rows[:place], *more, *rows[place:])


def removed(rows: Sequence[T], place: int) -> tuple[T, ...]:
    """The rows without the one at `place`."""
    return (*rows[:place], *rows[place + 1 :])


def moved(rows: Sequence[T], place: int, target: int) -> tuple[T, ...]:
    """The rows with the one at `place` standing at `target`."""
    return inserted(removed(rows, place), target, rows[place])


def exchanged(rows: Sequence[T], place: int, row: T) -> tuple[T, ...]:
    """The rows with another one at `place`."""
    return (*rows[:place], row, *rows[place + 1 :])

"""What the checks say of guessing: how many points whoever knows nothing earns."""

from collections.abc import Sequence
from typing import Final

from app.grading.expected import TRIES, expected_points
from app.message import Message, message
from app.models.item import Item

_AFFORDED: Final = 5_000
"""So many tries in all, for a quiz that is looked through at once."""


def guessing_said(earned: float, possible: float) -> Message | None:
    """One line; None for a quiz in which nothing can be earned."""
    if possible <= 0:
        return None
    share = round(100 * earned / possible)
    return message("Guessing earns about {earned} ({share} %)", earned=_number(earned), share=share)


def guessed(items: Sequence[Item]) -> Message | None:
    """That line for these questions."""
    tries = max(1, min(TRIES, _AFFORDED // max(len(items), 1)))
    earned = sum(expected_points(item, tries) for item in items)
    return guessing_said(earned, sum(item.points or 0 for item in items))


def _number(points: float) -> str:
    return f"{points:.1f}".removesuffix(".0")

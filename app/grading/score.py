"""What an answer earns, and why, as a value for people and for scripts."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from app.message import Message, message


@dataclass(frozen=True, slots=True)
class Rule:
    """How a mark was found; `source` names where that stands, `assumes` what no document says.

    A mark that rests on an assumption is indicative: Canvas may give another.
    """

    words: Message
    source: str
    assumes: Message | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is right or wrong by itself: a choice, a pair, a category, a blank, a region.

    `right` is None where nobody can tell; `points` is what it adds, less than 0 where a wrong one costs.
    """

    key: str
    right: bool | None
    words: Message
    points: float = 0


@dataclass(frozen=True, slots=True)
class Score:
    """The mark of one question; `points` and `right` are None while it waits for a person."""

    points: float | None
    possible: float
    right: bool | None
    rule: Rule
    parts: tuple[Part, ...] = ()


def all_or_nothing(right: bool, possible: float, rule: Rule, parts: Sequence[Part] = ()) -> Score:
    """All points or none."""
    return Score(possible if right else 0, possible, right, rule, tuple(parts))


def in_shares(parts: Sequence[Part], possible: float, rule: Rule) -> Score:
    """Each right part earns the same share; exact, so that three thirds are a whole. No part earns nothing."""
    count = sum(part.right is True for part in parts)
    right = bool(parts) and count == len(parts)
    each = share(possible, 1, len(parts))
    told = tuple(Part(part.key, part.right, part.words, each if part.right else 0) for part in parts)
    return Score(share(possible, count, len(parts)), possible, right, rule, told)


def waiting(possible: float, rule: Rule, parts: Sequence[Part] = ()) -> Score:
    """A mark that only a person can give."""
    return Score(None, possible, None, rule, tuple(parts))


@lru_cache(maxsize=4096)  # a quiz has few shares, and fractions are slow
def share(possible: float, count: int, of: int) -> float:
    """So many parts of the points; 0 of nothing. Not rounded (canvas-facts 3.15)."""
    return float(Fraction(possible) * count / of) if of else 0


NO_ANSWER = message("No answer.")

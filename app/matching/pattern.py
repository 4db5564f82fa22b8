"""Regular expressions of answers, tried so that none can hold the program up (reliability.md 3.4).

Which flavour Canvas takes, and whether a pattern must fit the whole answer, is written nowhere: what is found here is
indicative.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

import regex

MOST_PATTERN, MOST_SUBJECT = 500, 2_000
"""Signs of a pattern, and of what it is tried on."""
PATIENCE: Final = 0.1
"""Seconds for one try."""
_NESTED = re.compile(r"\((?:[^()\\]|\\.)*[+*}](?:[^()\\]|\\.)*\)(?:[+*]|\{\d*,)")


class Fit(StrEnum):
    """How a pattern fits an answer; SLOW where it did not come to an end."""

    WHOLE = "whole"
    PART = "part"
    NONE = "none"
    SLOW = "slow"


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a pattern, and at which sign, from 1; None where that is not known."""

    words: str
    place: int | None = None


@lru_cache(maxsize=256)
def flaw(pattern: str) -> Flaw | None:
    """What keeps a pattern from being read; None for a sound one. One that is too long is not looked at."""
    if len(pattern) > MOST_PATTERN:
        return None
    try:
        regex.compile(pattern)
    except regex.error as error:
        place = getattr(error, "pos", None)  # the stubs know neither
        return Flaw(getattr(error, "msg", str(error)), None if place is None else place + 1)
    except (OverflowError, RecursionError, MemoryError) as error:
        return Flaw(type(error).__name__)
    return None


def fit(pattern: str, answer: str, seconds: float = PATIENCE) -> Fit:
    """How a sound pattern fits an answer. Other threads run meanwhile."""
    subject = answer[:MOST_SUBJECT]
    try:
        compiled = _compiled(pattern)
        if compiled.fullmatch(subject, timeout=seconds, concurrent=True):
            return Fit.WHOLE
        found = compiled.search(subject, timeout=seconds, concurrent=True)
    except TimeoutError:
        return Fit.SLOW
    return Fit.PART if found else Fit.NONE


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern)


def nests_repeats(pattern: str) -> bool:
    """Whether something that repeats is repeated, as in (a+)+, which can take for ever."""
    return _NESTED.search(pattern) is not None

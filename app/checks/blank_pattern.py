"""Checks of a regular expression in a blank (reliability.md 3.4)."""

from collections.abc import Iterator, Sequence
from typing import Final

from app.checks.problem import Problem, error, hint, warning
from app.matching.pattern import MOST_PATTERN, Fit, fit, flaw, nests_repeats
from app.message import message
from app.models.questions.blank import Blank

_PATIENCE: Final = 0.005
"""Seconds for a try: the checks run while somebody types. What takes longer is tried elsewhere, and not told here."""


def of_pattern(field: str, blank: Blank, number: int, examples: Sequence[str]) -> Iterator[Problem]:
    """One that is too long, cannot be read, can take for ever, or fits none of its examples."""
    pattern = blank.accepted[0] if blank.accepted else ""
    if len(pattern) > MOST_PATTERN:
        words = message("The regular expression of blank {number} is too long.", number=number)
        yield error(field, "long-pattern", words, message("Use at most {most} signs.", most=MOST_PATTERN))
        return
    found = flaw(pattern)
    if found is not None and found.place is not None:
        words = message(
            "The regular expression of blank {number} is wrong at sign {place}.", number=number, place=found.place
        )
        yield error(field, "bad-pattern", words, message("What was found: {what}.", what=found.words))
    elif found is not None:
        words = message("The regular expression of blank {number} cannot be read.", number=number)
        yield error(field, "bad-pattern", words, message("What was found: {what}.", what=found.words))
    else:
        yield from _of_sound(field, pattern, number, [example for example in examples if example])


def _of_sound(field: str, pattern: str, number: int, examples: Sequence[str]) -> Iterator[Problem]:
    if nests_repeats(pattern):
        words = message("In blank {number} something that repeats is repeated.", number=number)
        yield hint(field, "nested-repeats", words, message("Such a regular expression can take very long."))
    elif pattern and examples and all(fit(pattern, one, _PATIENCE) is Fit.NONE for one in examples):
        words = message("The regular expression of blank {number} fits none of its examples.", number=number)
        yield warning(field, "unfit-pattern", words, message("Change it, or the examples."))

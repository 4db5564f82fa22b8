"""Which words of two texts differ, for marking them side by side."""

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain, pairwise
from typing import TypeVar

T = TypeVar("T", bound=Hashable)
Lines = Sequence[Sequence[T]]
Runs = tuple[tuple[range, ...], tuple[range, ...]]
"""What each of them has for itself, as runs of words that never reach over the end of a line."""
MOST_PAIRS = 4_000_000
"""Above this many pairs of words in changed lines all of them are marked: no window waits for the rest."""


def differing(one: Lines[T], other: Lines[T]) -> Runs:
    """The runs of words, counted through all lines. Lines that are the same on both sides are found first.

    As many changed lines on both sides are taken for each other, so that an answer is compared with itself.
    """
    here: list[range] = []
    there: list[range] = []
    starts, other_starts = _starts(one), _starts(other)
    lines = SequenceMatcher(None, [*map(tuple, one)], [*map(tuple, other)], autojunk=False)
    for kind, a, b, c, d in lines.get_opcodes():
        if kind == "equal":
            continue
        pairs = zip(range(a, b), range(c, d), strict=True) if b - a == d - c else ()
        parts = [((m, m + 1), (n, n + 1)) for m, n in pairs] or [((a, b), (c, d))]
        for (first, last), (other_first, other_last) in parts:
            mine, theirs = _words_differing(one[first:last], other[other_first:other_last])
            here += _by_line(mine, starts, starts[first])
            there += _by_line(theirs, other_starts, other_starts[other_first])
    return tuple(here), tuple(there)


def _starts(lines: Lines[T]) -> list[int]:
    """At which word each line begins, and at the end how many there are."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts


def _words_differing(one: Lines[T], other: Lines[T]) -> tuple[list[range], list[range]]:
    words, others = [*chain(*one)], [*chain(*other)]
    if len(words) * len(others) > MOST_PAIRS:
        return [range(len(words))], [range(len(others))]
    steps = SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    changed = [(range(a, b), range(c, d)) for kind, a, b, c, d in steps if kind != "equal"]
    return [mine for mine, _ in changed], [theirs for _, theirs in changed]


def _by_line(runs: Sequence[range], starts: Sequence[int], offset: int) -> Iterator[range]:
    """The runs, counted from `offset`, cut where a line ends."""
    for run in runs:
        start, end = run.start + offset, run.stop + offset
        for first, last in pairwise(starts):
            part = range(max(start, first), min(end, last))
            if part:
                yield part

"""The part of a text that a list shows of a hit, with the places of the searched words in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.library.term import Term, composed, folded

WIDTH = 160
"""As many characters as the first words of a question."""
_BEFORE = 40
_LOOKED_AT = 64
_CUT = "…"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Snippet:
    """`found` are places in `text`, from and to."""

    text: str
    found: tuple[Span, ...] = ()


class Finder:
    """Finds the terms of one search in many texts."""

    def __init__(self, terms: Sequence[Term]) -> None:
        alternatives = "|".join(f"({term.pattern})" for term in terms)
        self._pattern = re.compile(alternatives) if terms else None

    def snippet(self, text: str) -> Snippet:
        """Where most of the terms stand near each other; the beginning of the text where that is as good."""
        text = composed(text)
        places = self._places(text)
        start = _start(text, places)
        shown = text[start : start + WIDTH]
        if start + WIDTH < len(text):
            shown = shown[: max(shown.rfind(" "), WIDTH - _BEFORE)]
        end, lead = start + len(shown), _CUT if start else ""
        shift = start - len(lead)
        spans = tuple((left - shift, right - shift) for left, right, _ in places if left >= start and right <= end)
        return Snippet(lead + shown + (_CUT if end < len(text) else ""), spans)

    def _places(self, text: str) -> list[tuple[int, int, int]]:
        """From, to and the number of the term, of so many that a better part would be by chance."""
        if self._pattern is None:
            return []
        found: list[tuple[int, int, int]] = []
        for match in self._pattern.finditer(folded(text)):
            found.append((match.start(), match.end(), match.lastindex or 0))
            if len(found) == _LOOKED_AT:
                break
        return found


def _start(text: str, places: Sequence[tuple[int, int, int]]) -> int:
    def terms_from(start: int) -> int:
        return len({term for left, right, term in places if start <= left and right <= start + WIDTH - _BEFORE})

    every = len({term for _, _, term in places})
    best, most = 0, terms_from(0)
    for left, _, _ in places:
        if most == every:
            break
        if (here := terms_from(left)) > most:
            best, most = left, here
    if best == 0:
        return 0
    return text.rfind(" ", 0, max(best - _BEFORE, 0)) + 1

"""Which questions of a quiz are the same, or nearly the same, to those who read them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, Literal

from app.checks.glance import Wording
from app.matching.text import distance

NEARLY: Final = 0.85
"""Two questions are compared closely if they share this part of their words."""
LEAST: Final = 8
"""Of fewer different words one more or less is another question: "What is a cell?", "What is a cell wall?"."""
_MANY: Final = 64
"""Words that more questions have in front are no help to find the one that is meant."""
_SLIP: Final = 4
"""A word of at least so many letters may be misspelled by one."""

Kind = Literal["same", "near"]


class Likeness:
    """Finds an earlier question with the same text, or with nearly the same words.

    Of two texts that share so much, one of the few longest words of the one is among those of the other (prefix
    filtering, Chaudhuri, Ganti, Kaushik 2006): only questions that share one are compared.
    """

    def __init__(self) -> None:
        self._first: dict[str, str] = {}
        self._index: dict[tuple[str, frozenset[str]], list[Wording]] = defaultdict(list)

    def find(self, item_id: str, wording: Wording) -> tuple[Kind, str] | None:
        """The id of a question that was put in before and is like this one; this one is put in then."""
        first = self._first.get(wording.text)
        if first is not None:
            return "same", first
        near = next((other for other in self._candidates(wording) if is_near(wording, other)), None)
        self._first[wording.text] = item_id
        for word in _front(wording):
            self._index[word, wording.numbers].append(wording)
        return None if near is None else ("near", self._first[near.text])

    def _candidates(self, wording: Wording) -> Iterable[Wording]:
        found: dict[str, Wording] = {}
        for word in _front(wording):
            others = self._index.get((word, wording.numbers), ())
            if len(others) <= _MANY:
                found |= {other.text: other for other in others}
        return found.values()


def is_near(one: Wording, other: Wording) -> bool:
    """Whether two texts differ only by slips of the pen and by a few words that one of them has more.

    Numbers and pictures must be the same ones: they are what parallel questions differ by.
    """
    if one.numbers != other.numbers:
        return False
    shared = len(one.words & other.words)
    if shared < NEARLY * (len(one.words) + len(other.words) - shared):
        return False
    less, more = sorted((one.words - other.words, other.words - one.words), key=len)
    return all(any(_is_slip(word, meant) for meant in more) for word in less)


def _front(wording: Wording) -> Iterator[str]:
    """The longest words, as many as it takes; none of a text that is too short to be nearly another one."""
    count = len(wording.words)
    if count >= LEAST:
        ordered = sorted(sorted(wording.words), key=len, reverse=True)
        yield from ordered[: count - int(NEARLY * count) + 1]


def _is_slip(word: str, meant: str) -> bool:
    return min(len(word), len(meant)) >= _SLIP and distance(word, meant, ignore_case=False) <= 1

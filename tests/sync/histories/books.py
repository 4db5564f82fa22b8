"""The oracle: every edit is a word of its own, and in the end each word is there, or somebody knew that it went.

A word that a person's own act takes from the screen is replaced knowingly; one that a decision refuses, too. A word of
a colleague that came between our look and our write cannot be seen by anybody (reliability.md 1.6): those are counted.
"""

import re
import uuid
from collections.abc import Iterable, Set
from functools import lru_cache

_WORD = re.compile(r"word\d+")
_WORD_BYTES = re.compile(rb"word\d+")


def words_in(text: str) -> frozenset[str]:
    """Every word of a JSON text."""
    return frozenset(_WORD.findall(text))


@lru_cache(maxsize=4096)
def words_in_bytes(text: bytes) -> frozenset[str]:
    """Every word of a body or a document."""
    return frozenset(word.decode() for word in _WORD_BYTES.findall(text))


class Books:
    """What was ever written, and what became of it.

    `shared` are words of questions of which both versions were kept: they stand twice, and go one by one.
    """

    def __init__(self) -> None:
        self.count = self.ids = 0
        self.replaced: dict[str, str] = {}
        self.in_window: set[str] = set()
        self.shared: set[str] = set()
        self.seen: set[str] = set()

    def word(self) -> str:
        """A word that nobody has used."""
        self.count += 1
        return f"word{self.count}"

    def id(self) -> str:
        """An id of an element that nobody has used, as long as the window's."""
        self.ids += 1
        return str(uuid.uuid5(uuid.NAMESPACE_OID, str(self.ids)))

    @property
    def written(self) -> set[str]:
        """Every word so far."""
        return {f"word{number}" for number in range(1, self.count + 1)}

    def act(self, before: Set[str], after: Set[str], why: str) -> None:
        """A person turned what stood on one side into something else, and saw both."""
        self.replaced.update(dict.fromkeys(before - after, why))
        self.live_again(after - before)

    def refuse(self, words: Iterable[str], why: str) -> None:
        """A person decided against these words."""
        self.replaced.update(dict.fromkeys(words, why))

    def live_again(self, words: Iterable[str]) -> None:
        """These words are before a person's eyes, so losing them would be a loss again."""
        for word in words:
            self.replaced.pop(word, None)
            self.in_window.discard(word)

    def lost(self, *sides: Set[str]) -> set[str]:
        """Words that went without anybody's knowledge."""
        return self.written - set().union(*sides) - self.replaced.keys() - self.in_window - self.shared

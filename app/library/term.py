"""The words of a search as the search text has them: without case, accents and signs."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MOST_TERMS = 32
"""More words than a person types; a pasted page is cut here."""
_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile("[\u0300-\u036f]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Term:
    """What was typed between two spaces: one word, or several that signs hold together ("well-known").

    An open one is still being typed: it stands for every word that begins so.
    """

    words: tuple[str, ...]
    is_open: bool = False

    @property
    def expression(self) -> str:
        """The term in the language of the full-text table (SQLite, FTS5, 3)."""
        return f'"{" ".join(self.words)}"{"*" if self.is_open else ""}'

    @property
    def is_letter(self) -> bool:
        """Whether it is the first letter of a word that is being typed."""
        return self.is_open and len(self.words) == 1 and len(self.words[0]) == 1

    @property
    def pattern(self) -> str:
        """A regular expression that finds the term in a `folded` text."""
        end = r"[^\W_]*" if self.is_open else r"(?![^\W_])"
        return r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, self.words)) + end


def terms(text: str) -> tuple[Term, ...]:
    """The words of `text`, each of which must be found, the last one perhaps only begun; signs are left out."""
    plain = _MARK.sub("", folded(composed(text)))
    found = [words for part in plain.split() if (words := tuple(_WORD.findall(part)))]
    return tuple(Term(words, is_open=words == found[-1]) for words in dict.fromkeys(found))[:MOST_TERMS]


def composed(text: str) -> str:
    """The text with one sign for a letter and its accent, and single spaces."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def folded(text: str) -> str:
    """A composed text without case and accents, every sign at its place."""
    return _BEYOND_ASCII.sub(lambda sign: _base(sign[0]), text).lower()


@lru_cache(1024)
def _base(sign: str) -> str:
    letter = unicodedata.normalize("NFD", sign)[0]
    plain = letter.casefold()
    return plain if len(plain) == 1 else letter

"""The words of a text that a dictionary can judge."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|\S+\.(?:com|org|edu|net|html?|pdf|docx?|xlsx?|py)\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_LETTER = re.compile(r"[\w]")
_LONGEST = 60


class Word(NamedTuple):
    """From `start` to `end` of the text; `text` with straight apostrophes, as dictionaries have them."""

    start: int
    end: int
    text: str


def words(text: str) -> Iterator[Word]:
    """Every word, but for addresses, abbreviations (DNA), names of things (pH, mRNA, kJ) and what has digits in it."""
    shown = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    for found in _WORD.finditer(shown):
        if not _is_glued(shown, found) and _is_word(found[0]):
            yield Word(found.start(), found.end(), found[0].replace("’", "'"))


def _is_word(text: str) -> bool:
    """More than a letter, in small letters after the first."""
    letters = text.replace("-", "").replace("'", "").replace("’", "")
    return 1 < len(letters) <= _LONGEST and (letters[1:].islower() or not letters.isascii())


def _is_glued(text: str, found: re.Match[str]) -> bool:
    """Beside a digit or an underscore: a formula (H2O), a number with its unit, a name in a program."""
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    return bool(_LETTER.fullmatch(before) or _LETTER.fullmatch(after))

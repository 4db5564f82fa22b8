"""Comparing what a student typed with a right text, the way each rule of a blank does (canvas-facts 3.15).

Texts are compared in one Unicode form, without the spaces around them. Whether Canvas trims is written nowhere.
"""

from collections.abc import Iterable
from unicodedata import normalize

from rapidfuzz.distance import Levenshtein


def same(response: str, answer: str) -> bool:
    """The very same signs, upper and lower case told apart."""
    return _plain(response) == _plain(answer)


def contains(response: str, answer: str) -> bool:
    """Whether the answer stands anywhere in the response, in upper or lower case; an empty answer stands nowhere."""
    wanted = _small(answer)
    return bool(wanted) and wanted in _small(response)


def among(response: str, answers: Iterable[str]) -> bool:
    """Whether the response is one of the answers, in upper or lower case."""
    given = _small(response)
    return bool(given) and any(given == _small(answer) for answer in answers)


def distance(response: str, answer: str, *, ignore_case: bool) -> int:
    """How many signs have to be put in, taken out or changed (Levenshtein)."""
    form = _small if ignore_case else _plain
    return int(Levenshtein.distance(form(response), form(answer)))


def is_blank(response: str) -> bool:
    """Whether nothing was typed."""
    return not _plain(response)


def _plain(text: str) -> str:
    return normalize("NFC", text).strip()


def _small(text: str) -> str:
    return _plain(text).lower()

"""Comparing what a student typed with a right text, the way each rule of a blank does (canvas-facts 3.15).

Texts are compared in one Unicode form, without the spaces around them. Whether Canvas trims is written nowhere.
"""

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from unicodedata import normalize


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
    return _levenshtein()(form(response), form(answer))


@cache
def _levenshtein() -> Callable[[str, str], int]:
    """Loaded when it is first asked: with it come 40 modules, which no quiz waits for that is only opened."""
    found: Callable[[str, str], int] = import_module("rapidfuzz.distance.Levenshtein").distance
    return found


def is_blank(response: str) -> bool:
    """Whether nothing was typed."""
    return not _plain(response)


def _plain(text: str) -> str:
    return normalize("NFC", text).strip()


def _small(text: str) -> str:
    return _plain(text).lower()

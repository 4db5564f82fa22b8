"""Dictionaries that judge words: Hunspell's, where its library is there, and the person's own words.

Hunspell is optional: without the library (platforms that it has no build for) or without a dictionary for the person's
languages nothing is ever called wrong.
"""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Protocol

_MOST = 6
_KEPT = 50_000


class _Hunspell(Protocol):
    """What we use of the library's object."""

    def spell(self, word: str) -> bool: ...
    def suggest(self, word: str) -> tuple[str, ...]: ...


class Dictionary:
    """Several languages at once: a word is right in any of them. Not for two threads at a time."""

    def __init__(self, paths: Iterable[Path], own: Path | None = None) -> None:
        self._languages = tuple(found for path in paths if (found := _opened(path)) is not None)
        self._own_file = own
        self._own = _read(own)
        self._judged: dict[str, bool] = {}

    @property
    def is_there(self) -> bool:
        """Whether there is any language to judge by."""
        return bool(self._languages)

    def knows(self, word: str) -> bool:
        """Whether a word is right. What a dictionary's alphabet cannot write is not judged."""
        if (judged := self._judged.get(word)) is None:
            judged = not self._languages or self._is_right(word)
            if len(self._judged) >= _KEPT:
                self._judged.clear()
            self._judged[word] = judged
        return judged

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant, likeliest first. May take 100 ms."""
        found = [suggestion for language in self._languages for suggestion in _suggested(language, word)[:_MOST]]
        return tuple(dict.fromkeys(found))[:_MOST]

    def add(self, word: str) -> None:
        """Call a word right from now on, and keep it in the person's own list."""
        self._own.add(word)
        self._judged.clear()
        if self._own_file is not None:
            self._own_file.parent.mkdir(parents=True, exist_ok=True)
            with self._own_file.open("a", encoding="utf-8") as file:
                file.write(f"{word}\n")

    def _is_right(self, word: str) -> bool:
        if word in self._own or word.lower() in self._own:
            return True
        if any(_is_spelled(language, word) for language in self._languages):
            return True
        parts = word.split("-")
        return len(parts) > 1 and all(len(part) < 2 or self._is_right(part) for part in parts)


def _opened(path: Path) -> _Hunspell | None:
    """The dictionary of a `.dic`; None where the library or the file cannot be used."""
    try:
        found: _Hunspell = import_module("hunspell").Hunspell(path.stem, hunspell_data_dir=str(path.parent))
    except (ImportError, OSError):
        return None
    return found


def _is_spelled(language: _Hunspell, word: str) -> bool:
    try:
        return language.spell(word)
    except UnicodeEncodeError:
        return True


def _suggested(language: _Hunspell, word: str) -> tuple[str, ...]:
    try:
        return language.suggest(word)
    except UnicodeEncodeError:
        return ()


def _read(own: Path | None) -> set[str]:
    try:
        return set(own.read_text(encoding="utf-8").split()) if own is not None else set()
    except (OSError, UnicodeDecodeError):
        return set()

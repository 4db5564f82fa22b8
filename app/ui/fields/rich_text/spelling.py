"""The dictionary of the window: opened when the first text is shown, in the languages of the system."""

from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from app.spelling.dictionary import Dictionary
from app.spelling.place import fitting, installed


class Spelling(QObject):
    """One for the application. `changed` comes when words are judged otherwise than before."""

    changed = Signal()

    def __init__(self, own_words: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own_words = own_words
        self._dictionary: Dictionary | None = None
        self._is_asked = False

    @property
    def is_there(self) -> bool:
        """Whether there is a dictionary, and it is open."""
        return self._dictionary is not None and self._dictionary.is_there

    def start(self) -> None:
        """Open the dictionaries as soon as the window has nothing else to do; they take 40 to 200 ms."""
        if not self._is_asked:
            self._is_asked = True
            QTimer.singleShot(0, self, self._open)

    def _open(self) -> None:
        if self._dictionary is None:  # none was given meanwhile
            self.use(Dictionary(_paths(), self._own_words))

    def use(self, dictionary: Dictionary) -> None:
        """Judge by this dictionary."""
        self._is_asked, self._dictionary = True, dictionary
        self.changed.emit()

    def knows(self, word: str) -> bool:
        """Whether a word is right; every one is where there is no dictionary."""
        return self._dictionary is None or self._dictionary.knows(word)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant."""
        return self._dictionary.suggestions(word) if self._dictionary is not None else ()

    def add(self, word: str) -> None:
        """Call a word right from now on."""
        if self._dictionary is not None:
            self._dictionary.add(word)
            self.changed.emit()


def _paths() -> tuple[Path, ...]:
    return fitting(QLocale.system().uiLanguages(), installed())

"""The thread in which searches run, with a connection of its own: a search never waits for a save (decisions 14)."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from app.library.library import Library
from app.library.row import Found
from app.library.sought import Sought
from app.session.worker import Worker

T = TypeVar("T")


class Seeker(Worker):
    """Searches for every list of a window, one after the other."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__("search", parent)
        self._library = library
        self._reader: Library | None = None

    def search(self, sought: Sought) -> Found:
        """What is found; called in the thread."""
        return self.reading(lambda library: library.search(sought))

    def reading(self, work: Callable[[Library], T]) -> T:
        """What `work` reads; called in the thread."""
        if self._reader is None:
            self._reader = self._library.reader()
        return work(self._reader)

    def close(self) -> None:
        """End the thread, then its connection."""
        super().close()
        if self._reader is not None:
            self._reader.close()

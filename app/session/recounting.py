"""Counts of problems follow the rules beside the window, a few questions at a time, after an update of the program."""

from collections import deque
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.library.library import Library
from app.library.recounting import recount, stale
from app.session.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.library.sameness import Place

AT_ONCE: Final = 16
"""So many are counted in one transaction: some milliseconds, for which an edit may have to wait."""
PAUSE_MS: Final = 30


class Recounting(QObject):
    """`counted` carries the counts that are others than before, by quiz and item; `ended` comes then, when all is done.

    What cannot be written is left for the next start: nobody asked for it.
    """

    counted = Signal(object)
    ended = Signal()

    def __init__(self, library: Library, writer: Writer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._writer = library, writer
        self._due: deque[Place] = deque()
        self._has_told = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Look for what was counted by other rules, and count it."""
        self._writer.submit(lambda: stale(self._library.db), self._take, lambda _: self.stop())

    def stop(self) -> None:
        """Count no more."""
        self._due.clear()
        self._pause.stop()

    def _take(self, places: "list[Place]") -> None:
        self._due = deque(places)
        self._pause.start()

    def _go_on(self) -> None:
        if not self._due:
            if self._has_told:
                self.ended.emit()
            self._has_told = False
            return
        places = [self._due.popleft() for _ in range(min(AT_ONCE, len(self._due)))]
        self._writer.submit(lambda: recount(self._library, places), self._tell, lambda _: self.stop())

    def _tell(self, others: "Mapping[Place, int]") -> None:
        if others:
            self._has_told = True
            self.counted.emit(others)
        self._pause.start()

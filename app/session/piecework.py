"""Something done to many questions, a few milliseconds at a time."""

from collections import deque
from collections.abc import Callable, Iterable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

AT_ONCE = 8
"""So many questions are done in the same breath: a person who changed them sees the outcome at once."""
SLICE_SECONDS = 0.003
_FIRST_MS = 16
"""The first slice waits for so long once the window is free again: what changed is painted before."""


class Piecework(QObject):
    """`done` comes when all that was asked for is done."""

    done = Signal()

    def __init__(self, work: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._do = work
        self._due: deque[str] = deque()
        self._is_free = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def ask(self, item_ids: Iterable[str]) -> None:
        """Do it to these beside everything else that the window does."""
        self._due.extend(item_ids)
        if not self._timer.isActive():
            self._is_free = False
            self._timer.start(0)

    def drop(self) -> None:
        """Forget what is still waiting."""
        self._due.clear()
        self._timer.stop()

    def finish(self) -> None:
        """Do what is still waiting, now."""
        if self._due:
            self._work(float("inf"))

    def _go_on(self) -> None:
        if not self._is_free:
            self._is_free = True
            self._timer.setInterval(_FIRST_MS)
            return
        self._timer.setInterval(0)
        self._work(perf_counter() + SLICE_SECONDS)

    def _work(self, until: float) -> None:
        while self._due and perf_counter() < until:
            self._do(self._due.popleft())
        if not self._due:
            self._timer.stop()
            self.done.emit()

"""Guessing a whole quiz blindly, many times, a few milliseconds at a time.

A thread would share Python with the window, which then waits for its turn again and again; between slices it need not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from PySide6.QtCore import QObject, Signal

from app.grading.guess import Guessing, guessed_points, guessing_of, unreachable
from app.models.item import Item
from app.session.piecework import Piecework

TRIES = 1000
_AT_A_TIME = 20
"""Questions in the same breath."""
_TELL_EVERY = 10
"""Tries."""


@dataclass(frozen=True, slots=True)
class Guessed:
    """What guessing earns, and which questions not even their own key gets right."""

    guessing: Guessing
    unreachable: tuple[str, ...]


class Guesses(QObject):
    """`went_on` tells how many tries are done, `ended` gives what came of them."""

    went_on = Signal(int)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: Sequence[Item] = ()
        self._random = Random()
        self._points: list[float] = []
        self._unreachable: list[str] = []
        self._work = Piecework(self._do, self)
        self._work.done.connect(self._end)
        self.is_running = False

    def begin(self, items: Sequence[Item], seed: int) -> None:
        """Guess these; a run that is under way is forgotten."""
        self.cancel()
        self.is_running = True
        self._items, self._random = items, Random(seed)
        self._points, self._unreachable = [0.0] * TRIES, []
        starts = range(0, len(items), _AT_A_TIME)
        self._work.ask(f"{number} {start}" for number in range(TRIES) for start in starts)
        self._work.ask(f"key {start}" for start in starts or (0,))

    def cancel(self) -> None:
        """Forget the run."""
        self._work.drop()
        self.is_running = False

    def _do(self, key: str) -> None:
        what, start = key.split()
        some = self._items[int(start) : int(start) + _AT_A_TIME]
        if what == "key":
            self._unreachable += unreachable(some)
            return
        number = int(what)
        self._points[number] += sum(guessed_points(some, 1, self._random))
        if start == "0" and number % _TELL_EVERY == 0:
            self.went_on.emit(number)

    def _end(self) -> None:
        self.is_running = False
        self.went_on.emit(TRIES)
        self.ended.emit(Guessed(guessing_of(self._points, self._items), tuple(self._unreachable)))

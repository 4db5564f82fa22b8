"""Guessing a whole quiz blindly, many times, beside the window."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from PySide6.QtCore import QObject, Signal

from app.grading.guess import Guessing, guessed_points, guessing_of, unreachable
from app.models.item import Item

TRIES = 1000
_AT_A_TIME = 20
"""After so many it is looked whether anybody still waits."""


@dataclass(frozen=True, slots=True)
class Guessed:
    """What guessing earns, and which questions not even their own key gets right."""

    guessing: Guessing
    unreachable: tuple[str, ...]


class _Run(QObject):
    """One run. Its signals come from a thread; after `cancel` none comes."""

    went_on = Signal(int)
    ended = Signal(object)

    def __init__(self, items: Sequence[Item], seed: int) -> None:
        super().__init__()
        self._items, self._seed = items, seed
        self._cancelled = False

    def cancel(self) -> None:
        """Nobody waits any more."""
        self._cancelled = True

    def run(self) -> None:
        """Guess; for a thread."""
        random, points = Random(self._seed), list[float]()
        while len(points) < TRIES and not self._cancelled:
            points += guessed_points(self._items, _AT_A_TIME, random)
            if not self._cancelled:
                self.went_on.emit(len(points))
        if not self._cancelled:
            self.ended.emit(Guessed(guessing_of(points, self._items), unreachable(self._items)))


class Guesses(QObject):
    """`went_on` tells how many tries are done, `ended` gives what came of them."""

    went_on = Signal(int)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run: _Run | None = None

    @property
    def is_running(self) -> bool:
        """Whether a run is under way."""
        return self._run is not None

    def begin(self, items: Sequence[Item], seed: int) -> None:
        """Guess these; a run that is under way is forgotten."""
        self.cancel()
        run = self._run = _Run(items, seed)
        run.went_on.connect(self._go_on)
        run.ended.connect(self._end)
        self.destroyed.connect(run.cancel)
        threading.Thread(target=run.run, name="guesses").start()

    def cancel(self) -> None:
        """Forget the run."""
        if self._run is not None:
            self._run.cancel()
            self._run.disconnect(self)
            self._run = None

    def _go_on(self, count: int) -> None:
        if self._run is not None and self.sender() is self._run:
            self.went_on.emit(count)

    def _end(self, guessed: object) -> None:
        if self._run is not None and self.sender() is self._run:
            self._run = None
            self.ended.emit(guessed)

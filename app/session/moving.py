"""The library's way to another computer and back, beside the window: nothing else is written meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from app import paths
from app.interchange.luggage import packed, unpacked
from app.library.errors import files_told
from app.library.moved_file import Moved, moved_library
from app.library.moving import hand_over, take_back
from app.library.taking_over import Arrival, take_over
from app.preferences import Preferences
from app.session.workspace import Failed, Workspace


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What was written: bytes of the file, and how many pictures were damaged on disk and are not in it."""

    file: Path
    size: int
    left_out: int


class _Stopped(Exception):
    """The person gave it up."""


class Moving(QObject):
    """`progressed` carries how many pictures of how many are written; `stopped` comes where a move was given up.

    `standing_changed`: the library can be changed from now on, or no longer; quizzes that were open are let go.
    """

    progressed = Signal(int, int)
    stopped = Signal()
    standing_changed = Signal()

    def __init__(self, workspace: Workspace, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._preferences = workspace, preferences
        self._stop = Event()

    def hand_over(self, to: Path, done: Callable[[HandedOver], object], failed: Failed) -> None:
        """Write everything to a file, after what was just typed; from then on this copy is read only."""
        stop = self._stop = Event()

        def step(number: int, total: int) -> None:
            if stop.is_set():
                raise _Stopped
            self.progressed.emit(number, total)

        def work() -> HandedOver | None:
            with files_told(to):
                luggage = packed(self._preferences, paths.own_words_file())
            try:
                left_out = hand_over(self._workspace.library, to, luggage, step)
            except _Stopped:
                return None
            return HandedOver(to, to.stat().st_size, len(left_out))

        def tell(found: HandedOver | None) -> None:
            if found is None:
                self.stopped.emit()
                return
            self._stand_anew()
            done(found)

        self._workspace.save_now(lambda: self._workspace.write(work, tell, failed))

    def cancel(self) -> None:
        """Give up a move that is being written; nothing has changed then."""
        self._stop.set()

    def look(self, source: Path, done: Callable[[Moved], object], failed: Failed) -> None:
        """Read what a file says of itself."""

        def work() -> Moved:
            with files_told(source):
                return moved_library(source)

        self._workspace.writer.submit(work, done, failed)

    def take_over(self, source: Path, done: Callable[[Arrival], object], failed: Failed) -> None:
        """Take in a library of another computer."""

        def work() -> Arrival:
            with files_told(source):
                luggage = moved_library(source).luggage
            arrival = take_over(self._workspace.library, source)
            with files_told(paths.own_words_file()):
                unpacked(luggage, self._preferences, paths.own_words_file())
            return arrival

        def tell(arrival: Arrival) -> None:
            self._stand_anew()
            done(arrival)

        self._workspace.save_now(lambda: self._workspace.write(work, tell, failed))

    def take_back(self, done: Callable[[], object], failed: Failed) -> None:
        """Let this copy be changed again."""

        def tell(_: object) -> None:
            self._stand_anew()
            done()

        self._workspace.writer.submit(lambda: take_back(self._workspace.library), tell, failed)

    def _stand_anew(self) -> None:
        self._workspace.stand_anew()
        self.standing_changed.emit()

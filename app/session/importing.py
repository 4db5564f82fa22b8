"""Files read beside the window before anything of them is in the library, and what was chosen of them taken in."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from app.interchange.errors import Stopped
from app.interchange.incoming import Clipboard, of_clipboard
from app.interchange.material import Material
from app.interchange.reading_process import ReadingProcess
from app.interchange.review import Review
from app.interchange.source import Step, seldom
from app.interchange.table_head import KnownRoles
from app.interchange.take_in import made_ready, take_in_all, what_is_done
from app.interchange.twins import twins
from app.models.item import Item
from app.session.seeker import Seeker
from app.session.workspace import Failed, Workspace


@dataclass(frozen=True, slots=True)
class Reading:
    """How far it is: `done` of `total` questions of a file; a `total` of 0 where nobody knows."""

    name: str
    done: int = 0
    total: int = 0


class Importing(QObject):
    """`progressed` carries a `Reading`; `read` a `Review` at the end; `stopped` comes where there is none.

    `roles` is what is known of the columns of tables.
    """

    progressed = Signal(object)
    read = Signal(object)
    stopped = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._seeker = Seeker(workspace.library, self)
        self._files = ReadingProcess()  # its process is there while somebody chooses files or looks at them
        self._stop = Event()
        self._sources: Sequence[Path | Clipboard] = ()
        self.roles: KnownRoles = {}
        workspace.closing.connect(self._close)

    def expect(self) -> None:
        """Files will come: be ready for them when they do."""
        self._seeker.submit(self._files.start)

    def rest(self) -> None:
        """No more files come for now."""
        self._seeker.submit(self._files.close)

    def begin(self, sources: Sequence[Path | Clipboard]) -> None:
        """Read files, or what was copied; what is being read is given up for it."""
        self.cancel()
        self._sources = sources
        stop = self._stop = Event()
        self._workspace.save_now(lambda: self._begin(sources, stop))  # else what was just typed is no twin of anything

    def begin_again(self) -> None:
        """Read the same once more: something else is known of its tables now."""
        self.begin(self._sources)

    def cancel(self) -> None:
        """Give up what is being read."""
        self._stop.set()

    def make(self, materials: Sequence[Material], made: Callable[[list[str]], object], failed: Failed) -> None:
        """Make new quizzes; `made` gets their ids."""
        self._workspace.write(lambda: take_in_all(self._workspace.library, materials), made, failed)

    def put_in(
        self,
        materials: Sequence[Material],
        quiz_id: str,
        below: str,
        put: Callable[[list[str]], object],
        failed: Failed,
    ) -> None:
        """Put questions into a quiz, below an item or, without one, at its end, as one step; `put` gets their ids."""

        def arrive(items: tuple[Item, ...]) -> None:
            document = self._workspace.open(quiz_id)
            place = document.quiz.places.get(below, len(document.quiz.items) - 1) + 1
            document.insert_items(items, place, str(what_is_done(len(items))))
            self._workspace.autosave(quiz_id).save_now()
            put([item.id for item in items])

        self._workspace.write(lambda: made_ready(self._workspace.library, materials), arrive, failed)

    def _begin(self, sources: Sequence[Path | Clipboard], stop: Event) -> None:
        def done(review: Review | None) -> None:
            if stop is self._stop:
                self.stopped.emit() if review is None else self.read.emit(review)

        def let_go(ended: "Future[Review | None]") -> None:
            if ended.exception() is not None and stop is self._stop:  # a fault of ours, which is told elsewhere
                self.stopped.emit()

        self._seeker.submit(lambda: self._review(sources, stop), done).add_done_callback(let_go)

    def _review(self, sources: Sequence[Path | Clipboard], stop: Event) -> Review | None:
        """Called in the thread; None where it was given up."""
        roles = self.roles
        try:
            files = []
            for one in sources:
                step = self._step(one.name, stop)
                if isinstance(one, Path):
                    files.append(self._files.incoming(one, step, roles))
                else:
                    files.append(of_clipboard(one, step, roles))
            step = self._step("", stop)
            return Review(tuple(files), self._seeker.reading(lambda library: twins(library, files, step)))
        except Stopped:
            return None

    def _step(self, name: str, stop: Event) -> Step:
        tell = seldom(lambda done, total: self.progressed.emit(Reading(name, done, total)))

        def step(done: int, total: int) -> None:
            if stop.is_set():
                raise Stopped
            tell(done, total)

        step(0, 0)
        return step

    def _close(self) -> None:
        self.cancel()
        self.rest()
        self._seeker.close()

"""A quiz as a file of some format, made beside the window before anything is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from app.interchange.errors import Stopped
from app.interchange.format import Format, Written
from app.interchange.left import named
from app.interchange.source import Step, seldom
from app.library.library import Library
from app.library.lineage import with_past
from app.message import Message
from app.session.files import write_file
from app.session.seeker import Seeker
from app.session.workspace import Failed, Workspace


@dataclass(frozen=True, slots=True)
class Trial:
    """A file to be; `ids` has the item of each name that its losses call a question by. The quiz itself has none."""

    written: Written
    ids: Mapping[str, str]

    @property
    def losses(self) -> dict[str, list[Message]]:
        """Name of a question, or the quiz's title → what is lost of it, in the order of the file."""
        found: dict[str, list[Message]] = {}
        for loss in self.written.losses:
            found.setdefault(loss.where, []).append(loss.what)
        return found

    def is_missing(self, name: str) -> bool:
        """Whether a question would not be in the file at all."""
        return self.ids.get(name) in self.written.missing


class Exporting(QObject):
    """Only the last trial that was asked for is answered; `progressed` says how many of how many questions it has."""

    progressed = Signal(int, int)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._seeker = Seeker(workspace.library, self)
        self._stop = Event()
        workspace.closing.connect(self._close)

    def prove(self, quiz_id: str, form: Format, done: Callable[[Trial], object], failed: Failed) -> None:
        """Make the file without writing it."""
        self.cancel()
        stop = self._stop = Event()

        def begin() -> None:
            self._seeker.submit(work, tell, lambda error: None if stop.is_set() else failed(error))

        told = seldom(self.progressed.emit)

        def step(done: int, total: int) -> None:
            if stop.is_set():
                raise Stopped
            told(done, total)

        def work() -> Trial | None:
            try:
                return self._seeker.reading(lambda library: _trial(library, quiz_id, form, step))
            except Stopped:
                return None

        def tell(trial: Trial | None) -> None:
            if trial is not None and not stop.is_set():
                done(trial)

        self._workspace.save_now(begin)

    def cancel(self) -> None:
        """Nobody waits for the last trial any more."""
        self._stop.set()

    def write(self, path: Path, data: bytes, done: Callable[[], object], failed: Failed) -> None:
        """Write what was tried, or what was said of it."""
        self._workspace.writer.submit(lambda: write_file(path, data), lambda _: done(), failed)

    def _close(self) -> None:
        self.cancel()
        self._seeker.close()


def _trial(library: Library, quiz_id: str, form: Format, step: Step) -> Trial:
    quiz = with_past(library, library.open_quiz(quiz_id).quiz)
    written = form.written(quiz, library.read_media, step)
    return Trial(written, {named(item, place): item.id for place, item in enumerate(quiz.items, start=1)})

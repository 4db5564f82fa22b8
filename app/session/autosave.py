"""Keeps an open quiz on disk: every burst of typing at most a second after it (reliability.md, Durability)."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.library.row import Saving
from app.models.quiz import Quiz
from app.session.document import Document
from app.session.save_status import SAVED, SAVING, SaveStatus, waiting
from app.session.writer import Writer

IDLE_MS = 400
LIMIT_MS = 1000
RETRY_MS = 10_000

Save = Callable[[Sequence[Saving]], object]
"""Commits what differs between two values of quizzes, all or nothing. Runs in the writer's thread."""


class Autosave(QObject):
    """Saves one document. "Saved" is only said after the commit returned.

    Whatever else is not on disk goes in the same transaction: each write is a picture of all open quizzes at one
    moment, so that a question that went from one to another is on disk in exactly one of them.
    """

    status_changed = Signal(object)

    def __init__(
        self,
        document: Document,
        save: Save,
        writer: Writer,
        parent: QObject | None = None,
        *,
        others: "Callable[[], Iterable[Autosave]]" = tuple,
    ) -> None:
        """`others` gives what saves every open quiz; this one may be among them."""
        super().__init__(parent)
        self.document, self._save, self._writer, self._others = document, save, writer, others
        self._saved = document.quiz
        self._texts: list[str] = []
        self.in_hand: tuple[Quiz, Future[object]] | None = None
        self._afterwards: list[Callable[[], object]] = []
        self.status = SAVED
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._limit = QTimer(self, singleShot=True, interval=LIMIT_MS)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        for timer in (self._idle, self._limit, self._retry):
            timer.timeout.connect(self.save_now)
        document.changed.connect(self._note)

    @property
    def dirty(self) -> bool:
        """Whether anything is not on disk yet."""
        return self.document.quiz is not self._saved

    def save_now(self) -> None:
        """Hand what changed to the writer, unless it is at it already: then this comes right after."""
        self.rest()
        if any(one.in_hand for one in self.all_open()):
            return
        if not self.dirty:
            self._tell_saved()
            return
        batch = self._unsaved()
        future = self._writer.submit(
            self._work(batch), lambda _: _report(batch, None), lambda error: _report(batch, error)
        )
        for one, saved in batch:
            one.rest()
            one.in_hand = (saved, future)

    def when_saved(self, do: Callable[[], object]) -> None:
        """Save, and call `do` once everything is on disk; several are called in their order."""
        self._afterwards.append(do)
        self.save_now()

    async def flush(self) -> None:
        """Save now and wait until it is on disk. Raises UserError where it cannot be saved."""
        self.document.finish_burst()
        while self.dirty or self.in_hand is not None:
            if any(one.in_hand for one in self.all_open()):
                await self._writer.run(lambda: None)  # what the writer is at is reported before its thread is free
                continue
            batch = self._unsaved()
            await self._writer.run(self._work(batch))
            _taken(batch)

    def follow(self, change: Callable[[], object]) -> None:
        """Let the document follow what was just written to the library: where all was on disk, it is again."""
        is_on_disk = not self.dirty and self.in_hand is None
        change()
        if is_on_disk:
            self.take_saved(self.document.quiz)

    def finish(self) -> None:
        """Save the last change and wait: for closing the window. Raises UserError where it cannot be saved."""
        for one in self.all_open():
            one.wait()
        if self.dirty:
            batch = self._unsaved()
            try:
                self._writer.finish(self._work(batch))
            except UserError as error:
                for one, _ in batch:
                    one.take_failed(error)
                raise
            _taken(batch)
        else:
            self._tell_saved()

    def wait(self) -> None:
        """Wait for what the writer is at; what is reported of it later is known here already."""
        if self.in_hand is not None:
            saved, future = self.in_hand
            self._saved = self._saved if future.exception() else saved
            self.in_hand = None

    def all_open(self) -> "list[Autosave]":
        """What saves every open quiz, this one first."""
        return [self, *(one for one in self._others() if one is not self)]

    def _unsaved(self) -> "Batch":
        return [(one, one.document.quiz) for one in self.all_open() if one.dirty]

    def _work(self, batch: "Batch") -> Callable[[], object]:
        savings = [one.saving() for one, _ in batch]
        return lambda: self._save(savings)

    def saving(self) -> Saving:
        """What is not on disk yet, with every problem counted."""
        self.document.finish_checks()
        return Saving(self._saved, self.document.quiz, self._words(), self.document.problem_counts())

    def _words(self) -> str:
        texts = list(dict.fromkeys(self._texts)) or [self.document.last_text]
        return ", ".join(texts[:3]) + (", …" if len(texts) > 3 else "")

    def _note(self) -> None:
        self._texts.append(self.document.last_text)
        self._show(SAVING)
        self._idle.start()
        if not self._limit.isActive():
            self._limit.start()

    def take_saved(self, saved: Quiz) -> None:
        """This value is on disk."""
        self.in_hand = None
        self._saved = saved
        self._texts.clear()
        if not self.dirty:
            self.rest()
            self._tell_saved()

    def _tell_saved(self) -> None:
        """All is on disk: by a save, or because an undo came right after its step."""
        if self.status is not SAVED:
            self._show(SAVED)
        afterwards, self._afterwards = self._afterwards, []
        for do in afterwards:
            do()

    def take_failed(self, error: UserError) -> None:
        """It could not be saved: it is tried again."""
        self.in_hand = None
        self._show(waiting(error))
        self._retry.start()

    def rest(self) -> None:
        """Nothing is to be saved by itself until something changes."""
        for timer in (self._idle, self._limit, self._retry):
            timer.stop()

    def _show(self, status: SaveStatus) -> None:
        self.status = status
        self.status_changed.emit(status)


Batch = Sequence[tuple[Autosave, Quiz]]
"""What is saved together, each with the value that is."""


def _report(batch: Batch, error: UserError | None) -> None:
    """Take the writer's word, unless `finish` did not wait for it: then it is about quizzes that are long saved."""
    told = [(one, saved) for one, saved in batch if one.in_hand is not None and one.in_hand[0] is saved]
    if error is None:
        _taken(told)
        return
    for one, _ in told[:1]:
        for unsaved in one.all_open():
            if unsaved.dirty or unsaved.in_hand is not None:
                unsaved.take_failed(error)


def _taken(batch: Batch) -> None:
    """These are on disk; what changed meanwhile, and what waited for them, follows at once."""
    for one, saved in batch:
        one.take_saved(saved)
    for one, _ in batch[:1]:
        for waiting_one in one.all_open():
            waiting_one.save_now()

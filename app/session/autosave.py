"""Keeps an open quiz on disk: every burst of typing at most a second after it (reliability.md, Durability)."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.models.quiz import Quiz
from app.session.document import Document
from app.session.save_status import SAVED, SAVING, SaveStatus, waiting
from app.session.writer import Writer

IDLE_MS = 400
LIMIT_MS = 1000
RETRY_MS = 10_000

Save = Callable[[Quiz, Quiz, str, Mapping[str, int]], object]
"""Commits what differs between two values of a quiz, with a history row of these words. Runs in the writer's thread."""


class Autosave(QObject):
    """Saves one document. "Saved" is only said after the commit returned."""

    status_changed = Signal(object)

    def __init__(self, document: Document, save: Save, writer: Writer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._save, self._writer = document, save, writer
        self._saved = document.quiz
        self._texts: list[str] = []
        self._in_hand: tuple[Quiz, Future[object]] | None = None
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
        return self._document.quiz is not self._saved

    def save_now(self) -> None:
        """Hand what changed to the writer, unless it is at it already: then this comes right after."""
        for timer in (self._idle, self._limit, self._retry):
            timer.stop()
        if self._in_hand is not None:
            return
        if not self.dirty:
            self._tell_saved()
            return
        saved = self._document.quiz
        future = self._writer.submit(
            self._work(self._saved),
            lambda _: self._report(saved, None),
            lambda error: self._report(saved, error),
        )
        self._in_hand = (saved, future)

    def when_saved(self, do: Callable[[], object]) -> None:
        """Save, and call `do` once everything is on disk; several are called in their order."""
        self._afterwards.append(do)
        self.save_now()

    async def flush(self) -> None:
        """Save now and wait until it is on disk. Raises UserError where it cannot be saved."""
        self._document.finish_burst()
        while self._in_hand is not None:  # what the writer is at is reported here before its thread is free again
            await self._writer.run(lambda: None)
        while self.dirty:
            saved = self._document.quiz
            await self._writer.run(self._work(self._saved))
            self._on_saved(saved)

    def finish(self) -> None:
        """Save the last change and wait: for closing the window. Raises UserError where it cannot be saved."""
        if self._in_hand is not None:
            saved, future = self._in_hand
            self._saved = self._saved if future.exception() else saved
            self._in_hand = None  # what is reported of it later is known here already
        if self.dirty:
            saved = self._document.quiz
            try:
                self._writer.finish(self._work(self._saved))
            except UserError as error:
                self._on_failed(error)
                raise
            self._on_saved(saved)
        else:
            self._tell_saved()

    def _report(self, saved: Quiz, error: UserError | None) -> None:
        """Take the writer's word, unless `finish` did not wait for it: then it is about a quiz that is long saved."""
        if self._in_hand is None or self._in_hand[0] is not saved:
            return
        if error is None:
            self._on_saved(saved)
        else:
            self._on_failed(error)

    def _work(self, before: Quiz) -> Callable[[], object]:
        self._document.finish_checks()
        after = self._document.quiz
        words, counts = self._words(), self._document.problem_counts()
        return lambda: self._save(before, after, words, counts)

    def _words(self) -> str:
        texts = list(dict.fromkeys(self._texts)) or [self._document.last_text]
        return ", ".join(texts[:3]) + (", …" if len(texts) > 3 else "")

    def _note(self) -> None:
        self._texts.append(self._document.last_text)
        self._show(SAVING)
        self._idle.start()
        if not self._limit.isActive():
            self._limit.start()

    def _on_saved(self, saved: Quiz) -> None:
        self._in_hand = None
        self._saved = saved
        self._texts.clear()
        if self.dirty:
            self.save_now()
        else:
            self._tell_saved()

    def _tell_saved(self) -> None:
        """All is on disk: by a save, or because an undo came right after its step."""
        if self.status is not SAVED:
            self._show(SAVED)
        afterwards, self._afterwards = self._afterwards, []
        for do in afterwards:
            do()

    def _on_failed(self, error: UserError) -> None:
        self._in_hand = None
        self._show(waiting(error))
        self._retry.start()

    def _show(self, status: SaveStatus) -> None:
        self.status = status
        self.status_changed.emit(status)

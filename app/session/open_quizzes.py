"""The quizzes that are open in a window, each with its undo and what keeps it on disk, for as long as the window is."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.library.library import Library
from app.session.writer import Writer

if TYPE_CHECKING:
    from app.library.sameness import Place
    from app.session.autosave import Autosave
    from app.session.document import Document
    from app.session.pictures import PictureShelf


class OpenQuizzes(QObject):
    """Opened by their ids. `status_changed` is that of whichever was written last."""

    status_changed = Signal(object)
    closing = Signal()

    def __init__(
        self, library: Library, reader: Library, writer: Writer, shelf: "Callable[[], PictureShelf]", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library, self._reader, self._writer, self._shelf = library, reader, writer, shelf
        self._open: dict[str, tuple[Document, Autosave]] = {}

    def __contains__(self, quiz_id: str) -> bool:
        """Whether it is open."""
        return quiz_id in self._open

    def open(self, quiz_id: str) -> "Document":
        """Read it, or give the one that is open. Raises `NoSuchQuiz`."""
        if quiz_id not in self._open:
            self._open[quiz_id] = self._opened(quiz_id)
        return self._open[quiz_id][0]

    def autosave(self, quiz_id: str) -> "Autosave":
        """What keeps an open quiz on disk."""
        return self._open[quiz_id][1]

    def finish(self, quiz_id: str) -> None:
        """Close the burst of an open quiz, and hand to the writer what is not on disk yet."""
        if quiz_id in self._open:
            self._open[quiz_id][0].finish_burst()
            self._open[quiz_id][1].save_now()

    def save_now(self) -> None:
        """Hand to the writer what is not on disk yet."""
        for autosave in self._autosaves():
            autosave.save_now()

    def save_all(self) -> None:
        """Put everything on disk and wait for it. Raises UserError."""
        for autosave in self._autosaves():
            autosave.finish()

    def check_anew(self, kind: str) -> None:
        """What counts as wrong with questions of one type changed."""
        for document, _ in self._open.values():
            document.check_anew(kind)

    def take_counts(self, others: "Mapping[Place, int]") -> None:
        """Problems of these questions were counted anew where they are kept."""
        for quiz_id, (document, _) in self._open.items():
            document.take_counts({item: count for (quiz, item), count in others.items() if quiz == quiz_id})

    def let_go(self) -> None:
        """Forget them all: the library is another one."""
        for document, autosave in self._open.values():
            document.stop()
            autosave.rest()
        self._open.clear()

    def stop(self) -> None:
        """Look for nothing any more: the library closes."""
        self.closing.emit()
        for document, _ in self._open.values():
            document.stop()

    def _opened(self, quiz_id: str) -> "tuple[Document, Autosave]":
        found = self._reader.open_quiz(quiz_id)
        documents = import_module("app.session.document")
        autosaves = import_module("app.session.autosave")
        document: Document = documents.Document(found.quiz, found.problem_counts, self)
        document.refusal = lambda: self._library.read_only_reason
        autosave: Autosave = autosaves.Autosave(
            document, self._library.save_together, self._writer, self, others=self._autosaves
        )
        autosave.status_changed.connect(self.status_changed)
        painter = import_module("app.session.cover_painter").CoverPainter(document, self._shelf, document)
        self.closing.connect(painter.stop)
        return document, autosave

    def _autosaves(self) -> "list[Autosave]":
        return [autosave for _, autosave in self._open.values()]

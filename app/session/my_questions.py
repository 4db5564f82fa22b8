"""The questions of every quiz here, found, read and copied beside the window."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.library.library import Library
from app.library.row import Found, Hit
from app.library.sameness import Place
from app.library.sought import Sought
from app.session.searching import Searching
from app.session.seeker import Seeker

if TYPE_CHECKING:
    from app.library.row import QuizName, QuizRow
    from app.models.item import Item


class MyQuestions(QObject):
    """`found` carries the answer to what was asked last, `known` after it which of its questions other quizzes have.

    `failed` carries a UserError.
    """

    found = Signal(object)
    known = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        seeker: Seeker,
        save: Callable[[Callable[[], None]], None],
        tags: Callable[[], Sequence[str]],
        parent: QObject | None = None,
    ) -> None:
        """`save` puts on disk what is not there yet, and calls back; `tags` gives those that are in use."""
        super().__init__(parent)
        self._seeker, self._save, self.tags = seeker, save, tags
        self._searching = Searching(seeker.search, seeker, self)
        self._searching.found.connect(self._tell)
        self._searching.failed.connect(self.failed)
        self._last: Found | None = None

    def refresh(self, done: Callable[[], None]) -> None:
        """Have what was typed just now among what can be found; `done` follows."""
        self._save(lambda: done() if isValid(self) else None)

    def ask(self, sought: Sought) -> None:
        """Look for it; an answer to anything asked before does not come any more."""
        self._searching.ask(sought)

    def list_quizzes(self, done: "Callable[[list[QuizRow]], None]") -> None:
        """Every quiz that has questions to choose from, the last edited first."""
        self._submit(lambda library: [row for row in library.quizzes() if row.questions], done)

    def read(self, hit: Hit, done: "Callable[[Item | None], None]") -> None:
        """Read one question; None where it is not there any more."""
        self._submit(lambda library: _read(library, hit), done)

    def copy(self, hits: Sequence[Hit], done: "Callable[[list[Item]], None]") -> None:
        """Copies of these questions for another quiz; those that are not there any more are left out."""
        self._submit(lambda library: _copies(library, hits), done)

    def _tell(self, found: Found) -> None:
        self._last = found
        self.found.emit(found)
        places = [(hit.quiz_id, hit.item_id) for hit in found.hits]

        def known(elsewhere: "Mapping[Place, tuple[QuizName, ...]]") -> None:
            if self._last is found:
                self.known.emit(elsewhere)

        self._submit(lambda library: library.same_elsewhere(places), known)

    def _submit(self, work: Callable[[Library], Any], done: Callable[[Any], None]) -> None:
        """Answers that come after the panel is gone are for nobody."""
        self._seeker.submit(
            lambda: self._seeker.reading(work),
            lambda result: done(result) if isValid(self) else None,
            lambda error: self.failed.emit(error) if isValid(self) else None,
        )


def _read(library: Library, hit: Hit) -> "Item | None":
    item = library.item(hit.quiz_id, hit.item_id)
    if item is not None:
        _ = item.entry  # the window finds it read
    return item


def _copies(library: Library, hits: Sequence[Hit]) -> "list[Item]":
    copied: Any = import_module("app.models.copied").copied
    packed: Any = import_module("app.library.portable").with_own_hot_spot
    items = [(hit, library.item(hit.quiz_id, hit.item_id)) for hit in hits]
    return [
        copied(packed(library, item), quiz_id=hit.quiz_id, quiz_title=hit.quiz_title)
        for hit, item in items
        if item is not None
    ]

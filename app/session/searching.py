"""The search of one list: asked while a person types, answered beside the window, the newest question alone."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.errors import UserError
from app.library.row import Found
from app.library.sought import Sought
from app.session.worker import Worker


class Searching(QObject):
    """`found` carries the answer to what was asked last, a `Found`; `failed` a UserError.

    While one question is under way the next ones wait, and only the newest of those is ever looked for.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, search: Callable[[Sought], Found], thread: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._search, self._thread = search, thread
        self._wanted: Sought | None = None
        self._under_way: Sought | None = None

    @property
    def sought(self) -> Sought | None:
        """What is still being looked for, None where the last answer stands."""
        return self._wanted

    def ask(self, sought: Sought) -> None:
        """Look for it; an answer to anything asked before does not come any more."""
        self._wanted = sought
        if self._under_way is None:
            self._begin(sought)

    def drop(self) -> None:
        """Want nothing any more: no answer comes until something is asked again."""
        self._wanted = None

    def _begin(self, sought: Sought) -> None:
        self._under_way = sought
        self._thread.submit(lambda: self._search(sought), self._answer, self._fail)

    def _answer(self, found: Found) -> None:
        if self._is_newest():
            self.found.emit(found)

    def _fail(self, error: UserError) -> None:
        if self._is_newest():
            self.failed.emit(error)

    def _is_newest(self) -> bool:
        """Whether the answer that is here is the one that is wanted; else the wanted one is looked for.

        A list that is gone wants nothing any more.
        """
        answered, wanted = self._under_way, self._wanted
        self._under_way = None
        if not isValid(self):
            return False
        if answered is not wanted:
            if wanted is not None:
                self._begin(wanted)
            return False
        self._wanted = None
        return True

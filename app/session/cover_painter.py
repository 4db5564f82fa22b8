"""Paints the covers of hot spots into their pictures, beside the window, as soon as a question wants it."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from app.errors import UserError
from app.models.item import Item
from app.models.quiz import Quiz
from app.session.document import Document

PAUSE_MS = 250
"""Covers that were not changed for so long are painted."""

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf, TakenPicture


class CoverPainter(QObject):
    """Looks at every value of a document: an edit, an undo, an older version put back, a quiz that was killed halfway.

    Painting waits for a pause, so that a burst of arrow keys is painted once, and one picture is painted at a time.
    What was painted once is known again: an undo has its picture at once.
    """

    def __init__(self, document: Document, shelf: Callable[[], "PictureShelf"], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._shelf = document, shelf
        self._seen: dict[str, Item] = {}
        self._painted: dict[str, str] = {}
        self._failed: set[str] = set()
        self._under_way = self._stopped = False
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self._work)
        document.changed.connect(self._look)
        self._look(document.quiz)

    @property
    def has_failed(self) -> bool:
        """Whether a picture could not be painted: it is lost, or damaged. Its question is held back at a sync."""
        return bool(self._failed)

    def stop(self) -> None:
        """The library is closed: what is still to be painted is when the quiz is opened again."""
        self._stopped = True
        self._due.stop()

    def _look(self, quiz: Quiz) -> None:
        """Never within the change that brought it: what is painted is a change too."""
        wanted = [self._key(item) for item in quiz.items if self._seen.get(item.id) is not item]
        self._seen = {item.id: item for item in quiz.items}
        keys = [key for key in wanted if key]
        if keys and not self._stopped:
            self._due.start(0 if all(key in self._painted for key in keys) else PAUSE_MS)

    def _work(self) -> None:
        for item in self._document.quiz.items:
            key = self._key(item)
            if key in self._painted:
                self._put(item, self._painted[key])
            elif key and key not in self._failed and not self._under_way:
                self._paint(item, key)

    def _paint(self, item: Item, key: str) -> None:
        self._under_way = True
        covering = _models().unpainted(item)
        paint = import_module("app.pictures.rework").Paint(covering.covers)
        name = item.local.picture_name or ""
        self._shelf().rework(covering.original, paint, name, lambda result: self._receive(key, result))

    def _receive(self, key: str, result: "TakenPicture | UserError") -> None:
        self._under_way = False
        if self._stopped:
            return
        if isinstance(result, UserError):
            self._failed.add(key)
        else:
            self._painted[key] = result.reference
        self._work()

    def _put(self, item: Item, reference: str) -> None:
        self._document.settle_item(_models().with_painted(item, _models().unpainted(item), reference))

    def _key(self, item: Item) -> str:
        """What is to be painted, in a form that is compared; "" where nothing is."""
        covering = _models().unpainted(item) if _may_have_covers(item) else None
        return "" if covering is None else str(covering.model_dump_json())


def _may_have_covers(item: Item) -> bool:
    """Told without reading a stored item, so that a quiz opens without a model, and without writing an edited one."""
    return item.summary.type == "hot-spot" and (item.is_read or b'"covering"' in item.document)


def _models() -> Any:  # noqa: ANN401  (a module)
    return import_module("app.models.covering")

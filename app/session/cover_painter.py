"""Paints the covers of hot spots into their pictures, beside the window, as soon as a question wants it."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from app.errors import UserError
from app.models.item import Item
from app.models.quiz import Quiz
from app.session.document import Document

if TYPE_CHECKING:
    from app.models.cover import Covering
    from app.session.pictures import PictureShelf, TakenPicture


class CoverPainter(QObject):
    """Looks at every value of a document: an edit, an undo, an older version put back, a quiz that was killed halfway.

    What was painted once is known again, so that an undo has its picture at once.
    """

    def __init__(self, document: Document, shelf: Callable[[], "PictureShelf"], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._shelf = document, shelf
        self._seen: dict[str, Item] = {}
        self._painted: dict[str, str] = {}
        self._under_way: set[str] = set()
        document.changed.connect(self._look)
        self._look(document.quiz)

    def _look(self, quiz: Quiz) -> None:
        for item in quiz.items:
            if self._seen.get(item.id) is not item:
                self._seen[item.id] = item
                if _may_have_covers(item) and (covering := _models().unpainted(item)) is not None:
                    self._paint(item, covering)

    def _paint(self, item: Item, covering: "Covering") -> None:
        key = covering.model_dump_json()
        if key in self._painted:
            QTimer.singleShot(0, self, lambda: self._put(key))  # never within the change that asks for it
        elif key not in self._under_way:
            self._under_way.add(key)
            paint = import_module("app.pictures.rework").Paint(covering.covers)
            name = item.local.picture_name or ""
            self._shelf().rework(covering.original, paint, name, lambda result: self._receive(key, result))

    def _receive(self, key: str, result: "TakenPicture | UserError") -> None:
        self._under_way.discard(key)
        if not isinstance(result, UserError):
            self._painted[key] = result.reference
            self._put(key)

    def _put(self, key: str) -> None:
        """Whoever wants these covers on this picture now gets them; a copy of the question too."""
        for item in self._document.quiz.items:
            covering = _models().unpainted(item) if _may_have_covers(item) else None
            if covering is not None and covering.model_dump_json() == key:
                self._document.settle_item(_models().with_painted(item, covering, self._painted[key]))


def _may_have_covers(item: Item) -> bool:
    """Told without reading the item: a quiz opens without a single model."""
    return item.summary.type == "hot-spot" and b'"covering"' in item.document


def _models() -> Any:  # noqa: ANN401  (a module)
    return import_module("app.models.covering")

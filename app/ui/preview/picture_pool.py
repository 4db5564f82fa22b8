"""Pictures for views that come and go: loaded by loaders that stay, the last one kept at hand."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.hot_spot.picture_loader import PictureLoader
from app.ui.hot_spot.pyramid import Pyramid

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class PicturePool(QObject):
    """`came` gives the path and the picture, first reduced where that is quick, then whole.

    A view may go while its picture is on its way: no loader, whose thread still tells of it, goes with a view.
    """

    came = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._idle: list[PictureLoader] = []
        self._loading: dict[Path, PictureLoader] = {}
        self._last: tuple[Path, Pyramid] | None = None

    def ask(self, path: Path) -> Pyramid | None:
        """The picture where it is at hand; else None, and it comes."""
        if self._last is not None and self._last[0] == path:
            return self._last[1]
        if path not in self._loading:
            loader = self._loading[path] = self._idle.pop() if self._idle else self._new_loader()
            loader.load(path, path.name)
        return None

    def _new_loader(self) -> PictureLoader:
        loader = PictureLoader(self)
        loader.shown.connect(lambda picture: self._tell(loader, picture))
        loader.finished.connect(lambda picture: self._end(loader, picture))
        loader.failed.connect(lambda _error: self._let_go(loader))
        return loader

    def _tell(self, loader: PictureLoader, picture: Pyramid) -> None:
        path = self._path_of(loader)
        if path is not None:
            self.came.emit(path, picture)

    def _end(self, loader: PictureLoader, picture: Pyramid) -> None:
        path = self._let_go(loader)
        if path is not None:
            self._last = (path, picture)
            self.came.emit(path, picture)

    def _let_go(self, loader: PictureLoader) -> Path | None:
        path = self._path_of(loader)
        if path is not None:
            del self._loading[path]
            self._idle.append(loader)
        return path

    def _path_of(self, loader: PictureLoader) -> Path | None:
        return next((path for path, one in self._loading.items() if one is loader), None)


def picture_pool(shelf: "PictureShelf") -> PicturePool:
    """One for everything that shares the pictures."""
    return shelf.beside(PicturePool)

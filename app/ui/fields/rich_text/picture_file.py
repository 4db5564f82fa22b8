"""Pictures of a text, read from the library's files beside the window."""

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

if TYPE_CHECKING:
    from pathlib import Path

    from app.session.pictures import PictureShelf

_TURNED = QImageIOHandler.Transformation.TransformationRotate90


def natural_size(shelf: "PictureShelf", address: str) -> QSize | None:
    """Width and height in pixels, from the file's head alone; None where it is not here."""
    path = shelf.path_of(address)
    return natural_size_of(path) if path is not None else None


def natural_size_of(path: "Path") -> QSize | None:
    """The same of a file; None where it is no picture."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        return None
    return size.transposed() if reader.transformation() & _TURNED else size


class PictureFiles(QObject):
    """The pictures of one text in the sizes in which they are shown; `arrived` comes when another one is there."""

    arrived = Signal()
    _read = Signal(object, object)

    def __init__(self, shelf: "PictureShelf", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._sizes: dict[str, QSize | None] = {}
        self._there: dict[str, QImage] = {}
        self._wanted: dict[str, QSize] = {}
        self._read.connect(self._take)

    def size(self, address: str) -> QSize | None:
        """Its own size in pixels, None where it is not on this computer."""
        if self._sizes.get(address) is None:
            self._sizes[address] = natural_size(self._shelf, address)
        return self._sizes[address]

    def picture(self, address: str, size: QSize) -> QImage | None:
        """The picture, `size` in device pixels; None while it is read, or in another size until it is."""
        shown = self._there.get(address)
        if (shown is None or shown.size() != size) and self._wanted.get(address) != size:
            path = self._shelf.path_of(address)
            if path is not None:
                self._wanted[address] = size
                threading.Thread(target=_read, args=(path, size, address, self._read), name="text picture").start()
        return shown

    def _take(self, address: str, picture: QImage) -> None:
        self._there[address] = picture
        self.arrived.emit()


def _read(path: "Path", size: QSize, address: str, done: object) -> None:
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    turned = reader.transformation() & _TURNED
    reader.setScaledSize(size.transposed() if turned else size)
    picture = reader.read()
    try:
        done.emit(address, picture)  # type: ignore[attr-defined]
    except RuntimeError:  # the text is gone
        return

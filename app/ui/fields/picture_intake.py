"""Pictures on their way in: looked at beside the window before they are offered to the library."""

import threading
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal
from PySide6.QtGui import QImage, QImageWriter

from app.errors import UserError
from app.message import message
from app.pictures.errors import NotAPicture, PictureTooLarge
from app.pictures.header import PictureHeader, Source, head_of, probe
from app.pictures.kind import is_svg
from app.pictures.policy import can_be_shrunk, check_size
from app.pictures.prepare import first_frame, shrunk

ACCEPTED = message("Use a PNG, JPEG, WebP, GIF, BMP, TIFF or SVG picture.")


class Arrival(QObject):
    """One picture being looked at; its signals come from the worker thread."""

    accepted = Signal(object, str)
    refused = Signal(object, object, str)


class PictureIntake(QObject):
    """Checks what was dropped, pasted or chosen.

    `offered(source, name)` comes for a picture that can be used, `refused(error, source, name)` for another; `source`
    is then None unless a smaller copy of it can be made. `still` takes the first frame of an animation.
    """

    offered = Signal(object, str)
    refused = Signal(object, object, str)

    def __init__(self, parent: QObject | None = None, *, still: bool = False) -> None:
        super().__init__(parent)
        self._still = still
        self._arrival: Arrival | None = None

    def take(self, source: Source | QImage, name: str) -> None:
        """Look at a file, at the bytes of one, or at pixels from the clipboard."""
        self._run(lambda arrival: _look(arrival, source, name, still=self._still))

    def take_smaller(self, source: Source, name: str) -> None:
        """Make a smaller copy of a picture that was refused for its size, and offer that."""
        self._run(lambda arrival: arrival.accepted.emit(shrunk(source, name).data, name))

    def _run(self, work: Callable[[Arrival], None]) -> None:
        arrival = self._arrival = Arrival()
        arrival.accepted.connect(self._accept)
        arrival.refused.connect(self._refuse)
        threading.Thread(target=_guarded, args=(arrival, work), name="picture intake").start()

    def _accept(self, source: object, name: str) -> None:
        self.offered.emit(source, name)

    def _refuse(self, error: object, source: object, name: str) -> None:
        self.refused.emit(error, source, name)


def _guarded(arrival: Arrival, work: Callable[[Arrival], None]) -> None:
    try:
        work(arrival)
    except UserError as error:
        arrival.refused.emit(error, None, "")
    except OSError as error:
        words = message("The picture cannot be read: {reason}.", reason=error.strerror or type(error).__name__)
        arrival.refused.emit(NotAPicture(words, message("Copy it to this computer, then add that.")), None, "")


def _look(arrival: Arrival, source: Source | QImage, name: str, *, still: bool) -> None:
    found = _encoded(source) if isinstance(source, QImage) else source
    if is_svg(head_of(found)):
        found = _encoded(import_module("app.ui.fields.svg_picture").rasterised(found, name))
        name = f"{Path(name).stem}.png"
    header = _probed(found, name)
    try:
        check_size(header, name)
    except PictureTooLarge as error:
        arrival.refused.emit(error, found if can_be_shrunk(header) else None, name)
        return
    arrival.accepted.emit(first_frame(found, name) if still and header.frames > 1 else found, name)


def _probed(source: Source, name: str) -> PictureHeader:
    try:
        return probe(source, name)
    except NotAPicture as error:
        raise NotAPicture(error.message, ACCEPTED) from error


def _encoded(picture: QImage) -> bytes:
    """Pixels as PNG, which loses nothing."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(picture)
    return bytes(buffer.data().data())

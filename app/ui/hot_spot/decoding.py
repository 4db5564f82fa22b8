"""Decoding pictures in a worker thread, within bounds of memory (stack.md, section 7)."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter

from app.errors import UserError
from app.geometry.point import Scale
from app.message import message
from app.pictures.errors import NotAPicture, PictureDamaged, PictureTooLarge
from app.pictures.policy import MAX_PIXELS, MAX_SIDE

WORKING_PIXELS = 25_000_000
"""The most that is kept in memory: 100 MB."""

PREVIEW_SHARE = 8
"""A JPEG can be decoded straight to an eighth of its sides, in a third of the time."""

PREVIEWED_PIXELS = 4_000_000
"""Smaller pictures need no preview."""

_BYTES = 8
"""The most that a decoder takes for a pixel (16 bits a channel)."""

_USUAL_LIMIT = QImageReader.allocationLimit()
_limit = threading.Lock()
_raised: list[int] = []

_TURNED = QImageIOHandler.Transformation.TransformationRotate90
"""The bit that all four quarter turns have."""


def measured(path: Path, name: str) -> Scale:
    """The upright size from the header alone. Raises `NotAPicture` and `PictureTooLarge`."""
    reader = _reader(path)
    size = _upright(reader, reader.size())
    if not size.isValid() or size.isEmpty():
        raise NotAPicture(
            message('"{name}" cannot be read as a picture.', name=name),
            message("Choose a PNG, JPEG, GIF, WebP or BMP picture."),
        )
    if max(size.width(), size.height()) > MAX_SIDE or size.width() * size.height() > MAX_PIXELS:
        raise _too_large(name, size)
    return Scale(size.width(), size.height())


def preview(path: Path, size: Scale) -> QImage | None:
    """A reduced picture where the format gives one cheaply, else None."""
    if size.width * size.height < PREVIEWED_PIXELS or not is_reduced_cheaply(path):
        return None
    return _read(_reader(path), size, 1 / PREVIEW_SHARE)


def is_reduced_cheaply(path: Path) -> bool:
    """Whether the format is decoded straight to a part of its size, without the memory of the whole."""
    return bytes(_reader(path).format().data()) in (b"jpeg", b"jpg")


def working_copy(path: Path, size: Scale, name: str) -> QImage:
    """The whole picture in at most `WORKING_PIXELS`. Raises `PictureDamaged`."""
    share = min(1.0, (WORKING_PIXELS / (size.width * size.height)) ** 0.5)
    # A JPEG decoder halves while it reads; a little more than half would cost the memory of the whole.
    picture = _read(_reader(path), size, 0.5 if 0.5 < share < 0.7 else share)
    if picture is None:
        raise damaged(name)
    return picture


def part(path: Path, place: QRect) -> QImage | None:
    """A place of an upright JPEG at its full size; None for others, which take the memory of the whole for it."""
    reader = _reader(path)
    if not is_reduced_cheaply(path) or reader.transformation() != QImageIOHandler.Transformation.TransformationNone:
        return None
    reader.setClipRect(place)
    picture = reader.read()
    return None if picture.isNull() else _opaque(picture)


def damaged(name: str) -> UserError:
    """The error for pixels that cannot be read."""
    return PictureDamaged(
        message('"{name}" is damaged and cannot be read.', name=name), message("Choose another picture.")
    )


def _too_large(name: str, size: QSize) -> PictureTooLarge:
    words = message(
        '"{name}" has {width} × {height} pixels, more than can be shown.',
        name=name,
        width=size.width(),
        height=size.height(),
    )
    return PictureTooLarge(words, message("Choose a smaller copy of it."), shrinkable=False)


def _reader(path: Path) -> QImageReader:
    """By its path: a device written in Python would be read under a lock of Qt's that other threads wait for."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    return reader


def _upright(reader: QImageReader, size: QSize) -> QSize:
    return size.transposed() if reader.transformation() & _TURNED else size


def _read(reader: QImageReader, size: Scale, share: float) -> QImage | None:
    if share < 1:
        scaled = QSize(max(1, round(size.width * share)), max(1, round(size.height * share)))
        reader.setScaledSize(_upright(reader, scaled))
    with _allowed(int(size.width * size.height * _BYTES / 2**20) + 1):
        picture = reader.read()
    return None if picture.isNull() else _opaque(picture)


@contextmanager
def _allowed(megabytes: int) -> Iterator[None]:
    """Let decoders take so much memory; Qt's limit is one for the process, so the last one out puts it back."""
    with _limit:
        _raised.append(megabytes)
        QImageReader.setAllocationLimit(max(_raised))
    try:
        yield
    finally:
        with _limit:
            _raised.remove(megabytes)
            QImageReader.setAllocationLimit(max(_raised, default=_USUAL_LIMIT))


def _opaque(picture: QImage) -> QImage:
    """On white, as Canvas's page is, in the format that is drawn fastest."""
    picture.setDevicePixelRatio(1)
    if not picture.hasAlphaChannel():
        return picture.convertToFormat(QImage.Format.Format_RGB32)
    white = QImage(picture.size(), QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    painter = QPainter(white)
    painter.drawImage(0, 0, picture)
    painter.end()
    return white

"""Formulas and pictures of a printing, made ready beside the window before a page is laid out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer
from shiboken6 import isValid

from app.ui.fields.rich_text.objects import equation_shelf
from app.ui.fields.rich_text.picture_file import natural_size_of
from app.ui.paper.needs import Needs
from app.ui.theme import COLOURS

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

FORMULA_SIZE: Final = 24
"""Of the letters of a formula as it is kept; it is drawn in any size."""
_MOST_PIXELS: Final = 1500
"""Of a side: 200 to the inch for a picture as wide as the page."""
_BAND_PIXELS: Final = 100_000
_OVERLAP: Final = 8
"""Rows."""


@dataclass(frozen=True, slots=True)
class Formula:
    """Lines and curves; `box` lies around them, with the start of the base line at 0."""

    ink: QSvgRenderer
    box: QRectF


@dataclass(frozen=True, eq=False)
class Band:
    """Rows of a picture; `share` is where they are in it, in parts of its height."""

    image: QImage
    share: tuple[float, float]


@dataclass(frozen=True, eq=False)
class StockedPicture:
    """A picture as fine as paper needs it, and how large its file is in pixels.

    It is kept in bands, so that no device has to take much at once; they overlap, so that nobody sees it.
    """

    bands: tuple[Band, ...]
    size: QSize

    def draw(self, painter: QPainter, place: QRectF) -> None:
        """Draw it so large."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for band in self.bands:
            top, bottom = (place.top() + share * place.height() for share in band.share)
            painter.drawImage(QRectF(place.left(), top, place.width(), bottom - top), band.image)
        painter.restore()


class Stock(QObject):
    """`ready` comes when everything that was asked for is here, or known to be nowhere. Asked again, it loads the rest.

    Nothing but the library's own files is read.
    """

    ready = Signal()

    def __init__(self, shelf: "PictureShelf", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._formulas: dict[str, Formula | None] = {}
        self._pictures: dict[str, StockedPicture | None] = {}
        self._due = 0
        self._stop = Event()

    def ask(self, needs: Needs) -> None:
        """Make these ready."""
        self._stop = Event()
        formulas = [latex for latex in needs.formulas if latex not in self._formulas]
        pictures = [address for address in needs.pictures if self._pictures.get(address) is None]
        paths = [(address, path) for address in pictures if (path := self._shelf.path_of(address)) is not None]
        self._due += len(formulas) + len(paths) + 1
        outlines = equation_shelf(self._shelf)
        for latex in formulas:
            outlines.outline(latex, FORMULA_SIZE, QColor(COLOURS["text"].light), self._taking(latex))
        for address, path in paths:
            self._shelf.studio.submit(partial(_read, path, self._stop), self._hanging(address))
        self._settle()

    def cancel(self) -> None:
        """Nobody waits for what is still to be read."""
        self._stop.set()

    def formula(self, latex: str) -> Formula | None:
        """None where it cannot be drawn."""
        return self._formulas.get(latex)

    def picture(self, address: str) -> StockedPicture | None:
        """None where it is not on this computer."""
        return self._pictures.get(address)

    @property
    def pictures(self) -> tuple[StockedPicture, ...]:
        """All that are here."""
        return tuple(filter(None, self._pictures.values()))

    def _taking(self, latex: str) -> Callable[[bytes | None], object]:
        def take(svg: bytes | None) -> None:
            if not isValid(self):
                return
            ink = QSvgRenderer(QByteArray(_without_outlines(svg)), self) if svg is not None else None
            usable = ink is not None and ink.isValid()
            self._formulas[latex] = Formula(ink, ink.viewBoxF()) if ink is not None and usable else None
            self._settle()

        return take

    def _hanging(self, address: str) -> Callable[[StockedPicture | None], object]:
        def hang(found: StockedPicture | None) -> None:
            if not isValid(self):
                return
            self._pictures[address] = found
            self._settle()

        return hang

    def _settle(self) -> None:
        self._due -= 1
        if not self._due:
            self.ready.emit()


def _without_outlines(svg: bytes) -> bytes:
    """A PDF would draw a line around each letter, though the file asks for none (Qt 6.11)."""
    return svg.replace(b"<svg ", b'<svg stroke="none" stroke-width="0" stroke-opacity="0" ', 1)


def _read(path: Path, stop: Event) -> StockedPicture | None:
    size = None if stop.is_set() else natural_size_of(path)
    if size is None:
        return None
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    own = reader.size()
    if max(own.width(), own.height()) > _MOST_PIXELS:
        reader.setScaledSize(own.scaled(_MOST_PIXELS, _MOST_PIXELS, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else StockedPicture(tuple(_bands(image)), size)


def _bands(image: QImage) -> Iterator[Band]:
    rows, height = max(_BAND_PIXELS // image.width(), 4 * _OVERLAP), image.height()
    for top in range(0, height, rows):
        bottom = min(top + rows + _OVERLAP, height)
        yield Band(image.copy(0, top, image.width(), bottom - top), (top / height, bottom / height))

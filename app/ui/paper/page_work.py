"""Draws pages on a printer or into a file, one after the other, while the window lives on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPagedPaintDevice, QPainter, QPdfWriter

from app.session.piecework import Piecework
from app.ui.paper.metric import UNITS
from app.ui.paper.page import Page
from app.ui.paper.stock import StockedPicture

_SPECK = QRectF(0, 0, 0.001, 0.001)


class PageWork(QObject):
    """`went_on` gives how many of how many pages are drawn.

    A PDF packs each picture when it first meets it, which takes longer than a page may: so it meets them before, band
    by band, as specks that nobody sees.
    """

    went_on = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = Piecework(self._do, self)
        self._work.done.connect(self._end)
        self._pages: Sequence[Page] = ()
        self._bands: Sequence[StockedPicture] = ()
        self._device: QPagedPaintDevice | None = None
        self._painter: QPainter | None = None
        self._is_well = True
        self._ended: Callable[[bool], object] | None = None

    @property
    def is_running(self) -> bool:
        """Whether it is at work."""
        return self._painter is not None

    def begin(
        self,
        device: QPagedPaintDevice,
        pages: Sequence[Page],
        pictures: Sequence[StockedPicture],
        ended: Callable[[bool], object],
    ) -> None:
        """Draw these on a device without margins; `pictures` are on them. `ended` gets whether it took them all."""
        self.cancel()
        self._ended = ended
        self._device, self._pages, self._bands = device, pages, pictures
        painter = QPainter()
        self._is_well = painter.begin(device)
        self.went_on.emit(0, len(pages))
        if not self._is_well:
            self._end()
            return
        self._painter = painter
        zoom = device.logicalDpiX() / UNITS
        painter.scale(zoom, zoom)
        if isinstance(device, QPdfWriter):
            bands = ((n, band) for n, picture in enumerate(pictures) for band in range(len(picture.bands)))
            self._work.ask(f"band {n} {band}" for n, band in bands)
        self._work.ask(f"page {number} 0" for number in range(len(pages)))

    def cancel(self) -> None:
        """Stop; nothing ends. A printer forgets what it has got."""
        self._work.drop()
        abort: Callable[[], object] | None = getattr(self._device, "abort", None)
        if abort is not None:
            abort()
        self._let_go()

    def _do(self, key: str) -> None:
        kind, first, second = key.split()
        assert self._painter is not None
        if kind == "band":
            self._painter.drawImage(_SPECK, self._bands[int(first)].bands[int(second)].image)
        else:
            self._draw(int(first))

    def _draw(self, number: int) -> None:
        assert self._painter is not None
        assert self._device is not None
        if number:
            self._is_well = self._device.newPage() and self._is_well
        self._pages[number].draw(self._painter)
        self.went_on.emit(number + 1, len(self._pages))

    def _end(self) -> None:
        self._let_go()
        if self._ended is not None:
            self._ended(self._is_well)

    def _let_go(self) -> None:
        if self._painter is not None:
            self._painter.end()
        self._painter = self._device = None
        self._pages, self._bands = (), ()

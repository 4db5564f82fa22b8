"""The part of a very large picture that is seen, at its full size: the working copy in memory has fewer pixels."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QPainter

from app.ui.hot_spot.decoding import part

PAUSE: Final = 250
"""Milliseconds that the view rests before a part is decoded."""


class Cutting(QObject):
    """One part on its way; it belongs to the application and goes in the window's thread, as `Loading` does."""

    cut = Signal(object)
    _ended = Signal()

    def __init__(self, path: Path, place: QRect) -> None:
        super().__init__(QCoreApplication.instance())
        self._path, self.place = path, place
        self._ended.connect(self.deleteLater)  # in the window's thread, behind what it told

    def run(self) -> None:
        """Decode it; for a worker thread."""
        try:
            self.cut.emit(part(self._path, self.place))
        finally:
            self._ended.emit()


class Detail(QObject):
    """`came` tells what is sharp now, in pixels of the picture."""

    came = Signal(QRectF)

    def __init__(self, wanted: Callable[[], QRect | None], parent: QObject) -> None:
        """`wanted` gives the place that is seen and not sharp; None where all that is seen is sharp."""
        super().__init__(parent)
        self._wanted = wanted
        self._path: Path | None = None
        self._image: QImage | None = None
        self._place = QRect()
        self._cutting: Cutting | None = None
        self._due = QTimer(self, singleShot=True, interval=PAUSE)
        self._due.timeout.connect(self._cut)

    @property
    def is_there(self) -> bool:
        """Whether a part is drawn at its full size."""
        return self._image is not None

    def show_file(self, path: Path | None) -> None:
        """Another picture is shown."""
        self._path, self._image, self._cutting = path, None, None

    def soon(self) -> None:
        """Another part may be seen now, larger or smaller."""
        self._due.start()

    def draw(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw what is there of the part `exposed`; all in pixels of the picture."""
        # Some pixels around: two parts drawn one after the other then show no seam.
        target = QRectF(exposed.toAlignedRect().adjusted(-2, -2, 2, 2).intersected(self._place))
        if self._image is not None and not target.isEmpty():
            painter.drawImage(target, self._image, target.translated(-self._place.x(), -self._place.y()))

    def _cut(self) -> None:
        place = self._wanted()
        if place is None or self._path is None:
            self._image = self._cutting = None
        elif self._image is None or not self._place.contains(place):
            self._cutting = Cutting(self._path, place)
            self._cutting.cut.connect(self._take)
            threading.Thread(target=self._cutting.run, name="part of a picture").start()

    def _take(self, image: QImage | None) -> None:
        cutting = self._cutting
        if cutting is None or self.sender() is not cutting:
            return
        self._cutting = None
        if image is not None:
            self._image, self._place = image, cutting.place
            self.came.emit(QRectF(cutting.place))

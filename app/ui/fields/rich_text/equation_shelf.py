"""Drawn formulas, each made once, off the window's thread."""

import sys
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPixmap
from shiboken6 import isValid

from app.html.latex import LatexFault

if TYPE_CHECKING:
    from app.ui.fields.rich_text.equation_drawing import Drawing

_KEPT = 500
"""Pictures; one of a usual formula takes some 10 KB."""


class _Key(NamedTuple):
    latex: str
    size: float
    colour: str
    ratio: float


@dataclass(frozen=True, slots=True)
class EquationPicture:
    """A formula; `ascent` above the baseline, `descent` below it, in device-independent pixels.

    Without a pixmap where it cannot be drawn: its source stands there instead, and `faults` say why.
    """

    pixmap: QPixmap | None
    ascent: float
    descent: float
    faults: tuple[LatexFault, ...] = ()

    @property
    def width(self) -> float:
        """In device-independent pixels."""
        return self.pixmap.deviceIndependentSize().width() if self.pixmap is not None else 0


class EquationShelf(QObject):
    """Asked while something is painted: answers at once, with None when the formula is yet to be drawn.

    `ready` comes with the LaTeX when it is. One for the application.
    """

    ready = Signal(str)
    _drawn = Signal(object, object)
    _outlined = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        thread = self._thread = ThreadPoolExecutor(1, thread_name_prefix="equations")
        self._pictures: OrderedDict[_Key, EquationPicture] = OrderedDict()
        self._asked: set[_Key] = set()
        self._is_closed = False
        self._drawn.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._outlined.connect(self._hand_on, Qt.ConnectionType.QueuedConnection)
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(self.close)
        self.destroyed.connect(lambda: thread.shutdown(wait=False, cancel_futures=True))

    def picture(self, latex: str, size: float, colour: QColor, ratio: float) -> EquationPicture | None:
        """The formula with letters of `size` pixels for a screen of this pixel ratio; None before it is `ready`."""
        key = _Key(latex, round(size, 1), colour.name(), ratio)
        if (found := self._pictures.get(key)) is not None:
            self._pictures.move_to_end(key)
        elif key not in self._asked and not self._is_closed:
            self._asked.add(key)
            self._thread.submit(_drawing, key).add_done_callback(partial(self._tell, key))
        return found

    def outline(self, latex: str, size: float, colour: QColor, done: Callable[[bytes | None], object]) -> None:
        """Have the formula drawn as SVG, for paper; `done` gets None where it cannot be drawn."""
        if not self._is_closed:
            future = self._thread.submit(_outlined, latex, size, colour.name())
            future.add_done_callback(lambda ended: self._outlined.emit(ended, done) if isValid(self) else None)

    def close(self) -> None:
        """Draw no more; a text that is painted once more as the program ends shows the source."""
        self._is_closed = True
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _tell(self, key: _Key, future: "Future[Drawing]") -> None:
        if isValid(self):
            self._drawn.emit(key, future)

    def _hand_on(self, future: "Future[bytes | None]", done: Callable[[bytes | None], object]) -> None:
        if future.cancelled():
            return
        if (error := future.exception()) is not None:
            sys.excepthook(type(error), error, error.__traceback__)
        done(None if error is not None else future.result())

    def _take(self, key: _Key, future: "Future[Drawing]") -> None:
        self._asked.discard(key)
        if future.cancelled():
            return
        if (error := future.exception()) is not None:
            sys.excepthook(type(error), error, error.__traceback__)
            return
        drawn = future.result()
        pixmap = QPixmap.fromImage(drawn.image) if drawn.image is not None else None
        self._pictures[key] = EquationPicture(pixmap, drawn.ascent, drawn.descent, drawn.faults)
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        self.ready.emit(key.latex)


def _drawing(key: _Key) -> "Drawing":
    found: Drawing = import_module("app.ui.fields.rich_text.equation_drawing").drawing(*key)
    return found


def _outlined(latex: str, size: float, colour: str) -> bytes | None:
    found: bytes | None = import_module("app.ui.fields.rich_text.equation_drawing").formula_svg(latex, size, colour)
    return found

"""A formula drawn by ziamath. Loaded with the first formula alone, in the thread that draws."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from ziamath.config import config
from ziamath.zmath import Latex

from app.html.latex import EMPTY, LatexFault, latex_faults
from app.html.latex_grammar import FAILURES, prepared
from app.message import message

config.svg2 = False  # Qt draws <symbol> and <use> as specks (cdelker/ziamath#85)
_LARGEST = 4096
"""Pixels of a side; a formula beyond that is shown as its source."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Ink on nothing: `ascent` above the baseline, `descent` below it, in device-independent pixels.

    Without an image where the formula cannot be drawn; `faults` say why.
    """

    image: QImage | None
    ascent: float = 0
    descent: float = 0
    faults: tuple[LatexFault, ...] = ()


def drawing(latex: str, size: float, colour: str, ratio: float) -> Drawing:
    """Draw a formula with letters of `size` pixels in `colour` (#rrggbb). Any thread may, one at a time."""
    faults = latex_faults(latex)
    if not _is_drawable(latex, faults):
        return Drawing(None, faults=faults)
    svg = _svg(latex, size, colour)
    painted = _painted(QSvgRenderer(QByteArray(svg)), ratio, faults) if svg is not None else None
    return painted or _undrawn(latex)


def formula_svg(latex: str, size: float, colour: str) -> bytes | None:
    """The formula as SVG with its baseline at 0; None where it cannot be drawn. Any thread may, one at a time."""
    return _svg(latex, size, colour) if _is_drawable(latex, latex_faults(latex)) else None


def _is_drawable(latex: str, faults: tuple[LatexFault, ...]) -> bool:
    return bool(latex.strip()) and all(fault.message == EMPTY for fault in faults)


def _svg(latex: str, size: float, colour: str) -> bytes | None:
    try:
        svg = Latex(prepared(latex), size=size, color=colour, inline=True).svg()
    except FAILURES:
        return None
    return svg.replace('"black"', f'"{colour}"').encode()  # ziamath 0.13 leaves the line of \overline black


def _painted(svg: QSvgRenderer, ratio: float, faults: tuple[LatexFault, ...]) -> Drawing | None:
    """The picture; the baseline is at 0 of the drawing's own coordinates."""
    box = svg.viewBoxF()
    width, height = ceil(box.width() * ratio), ceil(box.height() * ratio)
    if not svg.isValid() or not 0 < width <= _LARGEST or not 0 < height <= _LARGEST:
        return None
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    svg.render(painter, QRectF(0, 0, width, height))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return Drawing(image, ascent=-box.top(), descent=box.bottom(), faults=faults)


def _undrawn(latex: str) -> Drawing:
    fault = LatexFault(0, len(latex), message("This formula cannot be drawn here. Canvas may know it."), breaks=False)
    return Drawing(None, faults=(fault,))

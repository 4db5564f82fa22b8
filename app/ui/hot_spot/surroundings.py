"""The colour around a box of a picture: a cover of that colour is hardly seen."""

from statistics import median_low

from PySide6.QtGui import QColor, QImage

from app.geometry.box import Box
from app.ui.hot_spot.pyramid import Pyramid

_SAMPLES = 24
"""Places along each side."""

_APART = 0.006
"""How far from the box it is looked, in proportions of the picture."""

UNKNOWN = "#ffffff"
"""Where there is no picture to look at."""


def surroundings(picture: Pyramid | None, box: Box) -> str:
    """The middle value of each channel just outside the box: lines that cross it do not count."""
    if picture is None:
        return UNKNOWN
    level = picture.levels[-1]
    places = [(x, y) for x, y in _around(box) if 0 <= x < 1 and 0 <= y < 1]
    colours = [_colour(level, x, y) for x, y in places]
    if not colours:
        return UNKNOWN
    channels = zip(*((colour.red(), colour.green(), colour.blue()) for colour in colours), strict=True)
    return QColor(*(median_low(channel) for channel in channels)).name()


def _around(box: Box) -> list[tuple[float, float]]:
    shares = [step / (_SAMPLES - 1) for step in range(_SAMPLES)]
    across = [box.left + box.width * share for share in shares]
    down = [box.top + box.height * share for share in shares]
    left, right, top, bottom = box.left - _APART, box.right + _APART, box.top - _APART, box.bottom + _APART
    return [
        *((x, top) for x in across),
        *((x, bottom) for x in across),
        *((left, y) for y in down),
        *((right, y) for y in down),
    ]


def _colour(level: QImage, x: float, y: float) -> QColor:
    return level.pixelColor(int(x * level.width()), int(y * level.height()))

"""A picture at several sizes, each half of the one before, so that every zoom is drawn from one of about its size."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from app.geometry.point import Scale

SMALLEST_LEVEL = 256
PIXELATED = 4.0
"""From 400 % on the picture's pixels are shown as they are."""


@dataclass(frozen=True, slots=True)
class Pyramid:
    """`levels` go from the largest to the smallest; `size` is the whole picture's, also where no level has all."""

    levels: tuple[QImage, ...]
    size: Scale

    @property
    def sharpest(self) -> float:
        """Pixels of the largest level for a pixel of the picture."""
        return float(self.levels[0].width() / self.size.width)

    def draw(self, painter: QPainter, exposed: QRectF, scale: float, *, quickly: bool = False) -> None:
        """Draw the part `exposed` (in pixels of the picture) at `scale` device pixels for each of them.

        `quickly` leaves out the smoothing, which takes three quarters of the time.
        """
        part = exposed.intersected(QRectF(0, 0, self.size.width, self.size.height))
        if part.isEmpty():
            return
        level = self._level(scale)
        across, down = level.width() / self.size.width, level.height() / self.size.height
        # Whole pixels of the level and some around them: two parts drawn one after the other then show no seam.
        wanted = QRectF(part.x() * across, part.y() * down, part.width() * across, part.height() * down)
        source = QRectF(wanted.adjusted(-2, -2, 2, 2).toAlignedRect().intersected(level.rect()))
        target = QRectF(source.x() / across, source.y() / down, source.width() / across, source.height() / down)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < PIXELATED and not quickly)
        painter.drawImage(target, level, source)

    def _level(self, scale: float) -> QImage:
        for level in reversed(self.levels):
            if level.width() >= scale * self.size.width:
                return level
        return self.levels[0]


def pyramid(picture: QImage, size: Scale) -> Pyramid:
    """Make the levels below `picture`; takes a while, for worker threads."""
    levels = [picture]
    while max(levels[-1].width(), levels[-1].height()) > 2 * SMALLEST_LEVEL:
        half = QSize(max(1, levels[-1].width() // 2), max(1, levels[-1].height() // 2))
        levels.append(
            levels[-1].scaled(half, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
    return Pyramid(tuple(levels), size)

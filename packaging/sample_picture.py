"""What the pictures of the sample quiz are drawn with."""

from PySide6.QtCore import QBuffer, QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QImageWriter, QPainter, QRadialGradient

from app.geometry.box import Box

PAPER = "#f6f4ec"


def sheet(width: int, height: int) -> tuple[QImage, QPainter]:
    """An empty picture, and a painter for it."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return image, painter


def shaded(area: QRectF, light: str, dark: str) -> QBrush:
    """A brush that makes a body of an area."""
    gradient = QRadialGradient(area.center() - QPointF(area.width() / 6, area.height() / 6), area.width() / 1.5)
    gradient.setColorAt(0, QColor(light))
    gradient.setColorAt(1, QColor(dark))
    return QBrush(gradient)


def jpeg(image: QImage) -> bytes:
    """The picture as a file."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpeg")
    writer.setQuality(90)
    writer.write(image)
    return bytes(buffer.data().data())


def box(area: QRectF, width: int, height: int) -> Box:
    """An area in proportions of a picture of this size."""
    return Box(area.left() / width, area.top() / height, area.right() / width, area.bottom() / height)

"""The picture of a plant cell."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from sample_picture import shaded, sheet

NAME = "plant-cell.jpg"
NOTE = "A plant cell with a wall, a round nucleus, a large vacuole and six chloroplasts."
WIDTH, HEIGHT = 1600, 1120
NUCLEUS = QRectF(300, 250, 330, 320)
_VACUOLE = QRectF(690, 300, 620, 560)
_CHLOROPLASTS = ((360, 760, 20), (560, 880, -12), (1080, 200, 8), (820, 190, -15), (1390, 460, 80), (236, 590, 82))


def cell() -> QImage:
    """Draw it."""
    image, painter = sheet(WIDTH, HEIGHT)
    _walls(painter)
    _vacuole(painter)
    _nucleus(painter)
    for x, y, angle in _CHLOROPLASTS:
        _chloroplast(painter, QPointF(x, y), angle)
    painter.end()
    return image


def _walls(painter: QPainter) -> None:
    path = QPainterPath(QPointF(250, 110))
    path.cubicTo(700, 60, 1150, 70, 1430, 120)
    path.cubicTo(1540, 380, 1530, 760, 1420, 1010)
    path.cubicTo(1000, 1070, 600, 1060, 200, 1000)
    path.cubicTo(110, 700, 130, 350, 250, 110)
    painter.setPen(
        QPen(QColor("#7d8f4e"), 30, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(QColor("#e3edc9"))
    painter.drawPath(path)
    painter.setPen(QPen(QColor("#b9cc86"), 8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _vacuole(painter: QPainter) -> None:
    painter.setPen(QPen(QColor("#6f9fb8"), 7))
    painter.setBrush(shaded(_VACUOLE, "#eaf6fb", "#b3d6e6"))
    painter.drawRoundedRect(_VACUOLE, 230, 210)


def _nucleus(painter: QPainter) -> None:
    painter.setPen(QPen(QColor("#7b5a8c"), 8))
    painter.setBrush(shaded(NUCLEUS, "#e9d8f1", "#b78fcb"))
    painter.drawEllipse(NUCLEUS)
    inner = QRectF(440, 380, 110, 105)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shaded(inner, "#a06fb8", "#6d3f86"))
    painter.drawEllipse(inner)


def _chloroplast(painter: QPainter, at: QPointF, angle: float) -> None:
    painter.save()
    painter.translate(at)
    painter.rotate(angle)
    area = QRectF(-95, -52, 190, 104)
    painter.setPen(QPen(QColor("#3c6e2f"), 6))
    painter.setBrush(shaded(area, "#a5d278", "#5f9a3f"))
    painter.drawEllipse(area)
    painter.setPen(QPen(QColor("#3c6e2f"), 5))
    for x in (-55, -18, 19, 56):
        height = 52 * math.sqrt(1 - (x / 95) ** 2) * 0.6
        painter.drawLine(QPointF(x, -height), QPointF(x, height))
    painter.restore()

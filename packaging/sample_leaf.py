"""The picture of a leaf, cut across."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from sample_picture import shaded, sheet

NAME = "leaf.jpg"
NOTE = (
    "A leaf cut across: skin above and below, tall cells in a row, round cells with air between them, a vein, a pore."
)
WIDTH, HEIGHT = 1600, 1000
PALISADE = QRectF(60, 216, 1480, 260)
STOMA = ((480, 800), (660, 800), (690, 860), (660, 920), (480, 920), (450, 860))
"""Corners around both guard cells."""
_LEFT, _RIGHT = 60, 1540
_SPONGY = (
    *((130, 560, 66), (300, 545, 60), (455, 575, 70), (640, 550, 62), (800, 580, 72), (960, 545, 58), (1440, 555, 70)),
    *((96, 690, 36), (210, 700, 68), (385, 720, 62), (760, 725, 66), (930, 705, 64), (1356, 722, 60), (1490, 705, 50)),
)
"""Centre and radius of the cells of the spongy layer."""
_VEIN = QPointF(1160, 630)


def leaf() -> QImage:
    """Draw it."""
    image, painter = sheet(WIDTH, HEIGHT)
    _skin(painter, 120, [(_LEFT, _RIGHT)])
    painter.fillRect(QRectF(_LEFT, 104, _RIGHT - _LEFT, 14), QColor("#c9b46a"))
    _palisade(painter)
    for x, y, radius in _SPONGY:
        _cell(painter, QRectF(x - radius, y - radius, 2 * radius, 2 * radius), radius)
    _vein(painter)
    _skin(painter, 814, [(_LEFT, 470), (670, _RIGHT)])
    _stoma(painter)
    painter.end()
    return image


def _skin(painter: QPainter, top: float, stretches: list[tuple[float, float]]) -> None:
    """Flat cells without chloroplasts."""
    painter.setPen(QPen(QColor("#8f8556"), 5))
    for left, right in stretches:
        count = round((right - left) / 140)
        width = (right - left) / count
        for place in range(count):
            area = QRectF(left + place * width, top, width, 88)
            painter.setBrush(shaded(area, "#f7f1dc", "#e4d9b3"))
            painter.drawRoundedRect(area, 22, 22)


def _palisade(painter: QPainter) -> None:
    count = 17
    width = PALISADE.width() / count
    for place in range(count):
        _cell(painter, QRectF(PALISADE.left() + place * width + 3, PALISADE.top(), width - 6, PALISADE.height()), 34)


def _cell(painter: QPainter, area: QRectF, corner: float) -> None:
    """A cell with chloroplasts along its wall."""
    painter.setPen(QPen(QColor("#6f8f46"), 5))
    painter.setBrush(shaded(area, "#eaf4d3", "#cfe3a6"))
    painter.drawRoundedRect(area, corner, corner)
    painter.setPen(QPen(QColor("#3c6e2f"), 3))
    painter.setBrush(QColor("#78b04f"))
    rows = max(round(area.height() / 58), 2)
    for row in range(rows):
        y = area.top() + (row + 0.5) * area.height() / rows
        for x in (area.left() + area.width() * 0.27, area.right() - area.width() * 0.27):
            painter.drawEllipse(QPointF(x, y), 12, 18)


def _vein(painter: QPainter) -> None:
    painter.setPen(QPen(QColor("#9a8a5c"), 6))
    painter.setBrush(QColor("#efe6cc"))
    painter.drawEllipse(_VEIN, 128, 122)
    painter.setPen(QPen(QColor("#8c4b3c"), 5))
    painter.setBrush(QColor("#e7b9a6"))
    for dx, dy, radius in ((-56, -44, 30), (4, -62, 34), (62, -36, 28), (-18, -8, 24), (34, -2, 22)):
        painter.drawEllipse(_VEIN + QPointF(dx, dy), radius, radius)
    painter.setPen(QPen(QColor("#4f7390"), 4))
    painter.setBrush(QColor("#bfd6e6"))
    for dx, dy, radius in ((-60, 40, 22), (-14, 58, 26), (36, 48, 22), (72, 30, 16), (6, 94, 14)):
        painter.drawEllipse(_VEIN + QPointF(dx, dy), radius, radius)


def _stoma(painter: QPainter) -> None:
    """Two guard cells with the pore between them."""
    painter.setPen(QPen(QColor("#3c6e2f"), 6))
    for left in (496, 582):
        area = QRectF(left, 812, 70, 96)
        painter.setBrush(shaded(area, "#cde8a6", "#86b95b"))
        painter.drawRoundedRect(area, 35, 46)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#3c6e2f"))
    for x, y in ((531, 838), (531, 880), (617, 838), (617, 880)):
        painter.drawEllipse(QPointF(x, y), 12, 14)

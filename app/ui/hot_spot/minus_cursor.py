"""An arrow with a minus: a press takes something away. Qt has the one with a plus only."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QGuiApplication, QPainter, QPen, QPixmap, QPolygonF

_SIDE = 24
_ARROW = ((1, 1), (1, 15), (4.5, 11.8), (7, 17.5), (9.4, 16.4), (7, 11), (11.5, 11))
_BADGE = QRectF(11.5, 13.5, 9, 9)


def minus_cursor() -> QCursor:
    """As sharp as the screen is."""
    screen = QGuiApplication.primaryScreen()
    return _drawn(screen.devicePixelRatio() if screen is not None else 1.0)


@cache
def _drawn(ratio: float) -> QCursor:
    picture = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    light, dark = QColor(Qt.GlobalColor.white), QColor(Qt.GlobalColor.black)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(light, 1))
    painter.setBrush(dark)
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in _ARROW]))
    painter.setPen(QPen(dark, 1))
    painter.setBrush(light)
    painter.drawRect(_BADGE)
    painter.setPen(QPen(dark, 2))
    middle = _BADGE.center()
    painter.drawLine(middle - QPointF(2.5, 0), middle + QPointF(2.5, 0))
    painter.end()
    return QCursor(picture, 1, 1)

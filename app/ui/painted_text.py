"""One line of words painted into a rectangle, cut with an ellipsis where it does not fit."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from app.ui.theme import Role, TextKind, font, role


def write(painter: QPainter, rect: QRect, words: str, kind: TextKind, tone: Role, align: Qt.AlignmentFlag) -> None:
    """Paint `words` in the size of `kind` and the colour of `tone`."""
    painter.setFont(font(kind))
    painter.setPen(role(tone))
    fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, align.value | Qt.TextFlag.TextSingleLine.value, fitting)


def width_of(words: str, kind: TextKind) -> int:
    """How wide `words` are in the size of `kind`, in device-independent pixels."""
    return QFontMetrics(font(kind)).horizontalAdvance(words)

"""A rule between two parts of a text."""

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPyTextObject, QTextDocument, QTextFormat

from app.ui.theme import Gap, role


class RuleObject(QPyTextObject):
    """Draws every rule of one document, from side to side."""

    def intrinsicSize(self, document: QTextDocument, position: int, format_: QTextFormat) -> QSizeF:
        """As wide as the text."""
        return QSizeF(max(document.textWidth() - 2 * document.documentMargin() - 1, Gap.LARGE), Gap.SMALL)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, format_: QTextFormat
    ) -> None:
        """A line in the middle of its place."""
        place = QRectF(rect)
        painter.fillRect(QRectF(place.left(), place.center().y(), place.width(), 1), role("text_quiet"))

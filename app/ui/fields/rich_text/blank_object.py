"""The place of a blank in a text, drawn as a box with the word that belongs into it."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPyTextObject, QTextDocument, QTextFormat

from app.html.blank_place import blank_id
from app.ui.fields.rich_text.atom_place import base_line
from app.ui.fields.rich_text.document import RichDocument
from app.ui.fields.rich_text.style import SOURCE
from app.ui.theme import Gap, role

_WIDEST = 40
"""Of these many letters: a word is cut there."""
_NARROWEST = 3


class BlankObject(QPyTextObject):
    """Draws every blank of one document."""

    def __init__(self, document: RichDocument) -> None:
        super().__init__(document)
        self._document = document

    def intrinsicSize(self, document: QTextDocument, position: int, format_: QTextFormat) -> QSizeF:
        """As wide as its word, as high as a line."""
        metrics = self._metrics()
        least = _NARROWEST * metrics.averageCharWidth()
        width = max(metrics.horizontalAdvance(self._word(format_)), least) + 2 * Gap.SMALL
        return QSizeF(width, metrics.height())

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, format_: QTextFormat
    ) -> None:
        """A rounded frame around the word."""
        words, base = QRectF(rect), base_line(document, position)
        words.setTop(base - self._metrics().ascent())
        words.setBottom(base + self._metrics().descent())
        place = words.adjusted(0.5, -0.5, -0.5, 0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(role("accent"))
        painter.setBrush(role("surface"))
        painter.drawRoundedRect(place, Gap.TIGHT, Gap.TIGHT)
        painter.setFont(self._document.defaultFont())
        word = self._word(format_)
        left = place.center().x() - self._metrics().horizontalAdvance(word) / 2
        painter.drawText(QPointF(left, base), word)
        painter.restore()

    def _word(self, format_: QTextFormat) -> str:
        word = self._document.blank_words.get(blank_id(format_.stringProperty(SOURCE)), "")
        metrics = self._metrics()
        return metrics.elidedText(word, Qt.TextElideMode.ElideRight, _WIDEST * metrics.averageCharWidth())

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._document.defaultFont())

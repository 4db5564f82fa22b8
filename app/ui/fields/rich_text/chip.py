"""Markup that is kept as it came, drawn as a chip that says what it is."""

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPyTextObject, QTextDocument, QTextFormat

from app.html.atom import label_of
from app.html.rich import Atom
from app.ui.fields.rich_text.style import SOURCE
from app.ui.theme import Gap, font, role
from app.ui.words import words

_WIDEST = 40
"""Of these many letters: a label is cut there."""


class ChipObject(QPyTextObject):
    """Draws every chip of one document."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def intrinsicSize(self, document: QTextDocument, position: int, format_: QTextFormat) -> QSizeF:
        """As wide as its label, as high as a line."""
        metrics = QFontMetricsF(font("quiet"))
        width = metrics.horizontalAdvance(_label(format_, metrics)) + 2 * Gap.SMALL
        return QSizeF(width, metrics.height() + Gap.TIGHT / 2)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, format_: QTextFormat
    ) -> None:
        """A rounded frame around the label."""
        place = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(role("line"))
        painter.setBrush(role("surface"))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), Gap.TIGHT, Gap.TIGHT)
        painter.setFont(font("quiet"))
        painter.setPen(role("text_quiet"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter.value, _label(format_, QFontMetricsF(font("quiet"))))
        painter.restore()


def _label(format_: QTextFormat, metrics: QFontMetricsF) -> str:
    label = words(label_of(Atom(format_.stringProperty(SOURCE))))
    return metrics.elidedText(label, Qt.TextElideMode.ElideRight, _WIDEST * metrics.averageCharWidth())

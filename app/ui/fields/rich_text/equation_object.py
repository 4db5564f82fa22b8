"""An equation in a text, on the line that the words stand on; its source where it cannot be drawn."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from app.html.equation import equation
from app.html.rich import Atom
from app.ui.fields.rich_text.equation_shelf import EquationPicture, EquationShelf
from app.ui.theme import Gap, font, role

_LETTERS = 1.15
"""The letters of the formula against those of the text: they are smaller for their size."""
_WIDEST = 60
"""Letters of a source that are shown."""


class _Box(NamedTuple):
    """Above and below the line of the words."""

    width: float
    ascent: float
    descent: float


class EquationObject(QPyTextObject):
    """Draws every equation of a document. `source` is the property of a format that has the atom's source.

    The format must be aligned in the middle, as `alignment` says: Qt puts any other object above the line.
    """

    def __init__(self, shelf: EquationShelf, source: int, ratio: float = 1, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shelf, self.ratio = shelf, ratio
        self._source = source

    @staticmethod
    def alignment() -> QTextCharFormat.VerticalAlignment:
        """What an equation's format has for its vertical alignment."""
        return QTextCharFormat.VerticalAlignment.AlignMiddle

    def intrinsicSize(self, document: QTextDocument, position: int, format_: QTextFormat) -> QSizeF:
        """As wide as the ink; so high that, put in the middle, it holds the ink on the line of the words."""
        box, middle = self._box(format_), _middle(format_)
        return QSizeF(box.width, 2 * max(box.ascent - middle, box.descent + middle))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, format_: QTextFormat
    ) -> None:
        """The ink on the line of the words."""
        place = QRectF(rect)
        line = place.center().y() + _middle(format_)
        picture, box = self._picture(format_), self._box(format_)
        if picture is not None and picture.pixmap is not None:
            painter.drawPixmap(round(place.left()), round(line - picture.ascent), picture.pixmap)
        else:
            frame = QRectF(place.left(), line - box.ascent, box.width, box.ascent + box.descent)
            _draw_source(painter, frame, self._latex(format_), is_waiting=picture is None)

    def _latex(self, format_: QTextFormat) -> str:
        found = equation(Atom(format_.stringProperty(self._source)))
        return found.latex if found is not None else ""

    def _picture(self, format_: QTextFormat) -> EquationPicture | None:
        size = QFontInfo(format_.toCharFormat().font()).pixelSize() * _LETTERS
        return self.shelf.picture(self._latex(format_), size, _colour(format_), self.ratio)

    def _box(self, format_: QTextFormat) -> _Box:
        picture = self._picture(format_)
        if picture is not None and picture.pixmap is not None:
            return _Box(picture.width, picture.ascent, picture.descent)
        metrics = QFontMetricsF(font("quiet"))
        width = metrics.horizontalAdvance(_shown(self._latex(format_))) + 2 * Gap.TIGHT
        return _Box(width, metrics.ascent() + 1, metrics.descent() + 1)


def _middle(format_: QTextFormat) -> float:
    """How far above the line Qt puts the middle of an object (`QTextDocumentLayout::resizeInlineObject`)."""
    return QFontMetrics(format_.toCharFormat().font()).xHeight() / 4


def _colour(format_: QTextFormat) -> QColor:
    return format_.foreground().color() if format_.hasProperty(QTextFormat.Property.ForegroundBrush) else role("text")


def _shown(latex: str) -> str:
    return latex if len(latex) <= _WIDEST else latex[: _WIDEST - 1] + "…"


def _draw_source(painter: QPainter, frame: QRectF, latex: str, *, is_waiting: bool) -> None:
    """The LaTeX in a frame; while the drawing is under way only the words."""
    painter.save()
    painter.setFont(font("quiet"))
    painter.setPen(role("text_quiet"))
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter.value, _shown(latex))
    if not is_waiting:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(role("warning"))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), Gap.TIGHT, Gap.TIGHT)
    painter.restore()

"""An equation in a text, on the line that the words stand on; its source where it cannot be drawn."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt, QTimer
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
    QTextFragment,
)

from app.html.atom import label_of
from app.html.equation import equation
from app.html.rich import Atom
from app.ui.fields.rich_text.equation_shelf import EquationPicture, EquationShelf
from app.ui.theme import Gap, font, role
from app.ui.words import words

LETTERS = 1.15
"""The letters of the formula against those of the text: they are smaller for their size."""
_WIDEST = 60
"""Letters of a source that are shown."""


class _Box(NamedTuple):
    """Above and below the line of the words."""

    width: float
    ascent: float
    descent: float


class EquationObject(QPyTextObject):
    """Draws every equation of one document. `source` is the property of a format that has the atom's source.

    The format must be aligned in the middle, as `alignment` says: Qt puts any other object above the line.
    """

    def __init__(self, shelf: EquationShelf, document: QTextDocument, source: int, ratio: float = 1) -> None:
        super().__init__(document)
        self._shelf, self._document, self._source = shelf, document, source
        self.ratio = ratio
        """Pixels of the screen to one of ours."""
        self._drawn: set[str] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._lay_out)
        shelf.ready.connect(self._note_drawn)

    @staticmethod
    def alignment() -> QTextCharFormat.VerticalAlignment:
        """What an equation's format has for its vertical alignment."""
        return QTextCharFormat.VerticalAlignment.AlignMiddle

    def intrinsicSize(self, document: QTextDocument, position: int, format_: QTextFormat) -> QSizeF:
        """As wide as the ink; so high that, put in the middle, it holds the ink on the line of the words."""
        box, above = self._box(format_), middle(format_)
        return QSizeF(box.width, 2 * max(box.ascent - above, box.descent + above))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, format_: QTextFormat
    ) -> None:
        """The ink on the line of the words."""
        place = QRectF(rect)
        line = place.center().y() + middle(format_)
        picture, box = self._picture(format_), self._box(format_)
        if picture is not None and picture.pixmap is not None:
            painter.drawPixmap(round(place.left()), round(line - picture.ascent), picture.pixmap)
        else:
            frame = QRectF(place.left(), line - box.ascent, box.width, box.ascent + box.descent)
            _draw_source(painter, frame, self._words(format_), is_waiting=picture is None)

    def _note_drawn(self, latex: str) -> None:
        self._drawn.add(latex)
        self._soon.start(0)

    def _lay_out(self) -> None:
        """Make room for the formulas that have been drawn meanwhile, for all of them at once."""
        drawn, self._drawn = self._drawn, set()
        places = [place for place in self._places() if self._latex(place.charFormat()) in drawn]
        if places:
            start, end = places[0].position(), places[-1].position() + places[-1].length()
            self._document.markContentsDirty(start, end - start)

    def _places(self) -> Iterator[QTextFragment]:
        block = self._document.begin()
        while block.isValid():
            part = block.begin()
            while not part.atEnd():
                if part.fragment().charFormat().hasProperty(self._source):
                    yield part.fragment()
                part += 1
            block = block.next()

    def _latex(self, format_: QTextFormat) -> str:
        return latex_of(format_.stringProperty(self._source))

    def _words(self, format_: QTextFormat) -> str:
        """What stands for a formula that is not drawn: its LaTeX; for MathML beyond our LaTeX what it is."""
        text = self._latex(format_) or words(label_of(Atom(format_.stringProperty(self._source))))
        return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"

    def _picture(self, format_: QTextFormat) -> EquationPicture | None:
        size = QFontInfo(format_.toCharFormat().font()).pixelSize() * LETTERS
        return self._shelf.picture(self._latex(format_), size, _colour(format_), self.ratio)

    def _box(self, format_: QTextFormat) -> _Box:
        picture = self._picture(format_)
        if picture is not None and picture.pixmap is not None:
            return _Box(picture.width, picture.ascent, picture.descent)
        metrics = QFontMetricsF(font("quiet"))
        width = metrics.horizontalAdvance(self._words(format_)) + 2 * Gap.TIGHT
        return _Box(width, metrics.ascent() + 1, metrics.descent() + 1)


def middle(format_: QTextFormat) -> float:
    """How far above the line Qt puts the middle of an object (`QTextDocumentLayout::resizeInlineObject`)."""
    return QFontMetrics(format_.toCharFormat().font()).xHeight() / 4


def _colour(format_: QTextFormat) -> QColor:
    return format_.foreground().color() if format_.hasProperty(QTextFormat.Property.ForegroundBrush) else role("text")


@lru_cache(maxsize=2048)
def latex_of(source: str) -> str:
    """The LaTeX of an equation's source; "" where it has none."""
    found = equation(Atom(source))
    return found.latex if found is not None else ""


def _draw_source(painter: QPainter, frame: QRectF, text: str, *, is_waiting: bool) -> None:
    """The words in a frame; while the drawing is under way only the words."""
    painter.save()
    painter.setFont(font("quiet"))
    painter.setPen(role("text_quiet"))
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter.value, text)
    if not is_waiting:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(role("warning"))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), Gap.TIGHT, Gap.TIGHT)
    painter.restore()

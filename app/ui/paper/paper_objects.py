"""What draws pictures, formulas and the like in texts on paper: only what was made ready before."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPainter, QPyTextObject, QTextDocument, QTextFormat

from app.html.atom import AtomKind, label_of
from app.html.picture_tag import picture
from app.html.rich import Atom
from app.ui.fields.rich_text.chip import ChipObject
from app.ui.fields.rich_text.document import Objects
from app.ui.fields.rich_text.equation_object import LETTERS, latex_of, middle
from app.ui.fields.rich_text.picture import draw_place, fitted, said_size
from app.ui.fields.rich_text.rule_object import RuleObject
from app.ui.fields.rich_text.style import SOURCE
from app.ui.paper.stock import FORMULA_SIZE, Stock
from app.ui.theme import font, role
from app.ui.words import words


def paper_objects(stock: Stock, highest: float) -> Objects:
    """One for each kind, for all texts of a printing; no picture is higher than `highest`."""
    return {
        AtomKind.PICTURE: PaperPicture(stock, highest),
        AtomKind.EQUATION: PaperFormula(stock),
        AtomKind.RULE: RuleObject(stock),
        AtomKind.CHIP: ChipObject(stock),
        AtomKind.BLANK: ChipObject(stock),
    }


class PaperPicture(QPyTextObject):
    """A picture of a text, or its description."""

    def __init__(self, stock: Stock, highest: float) -> None:
        super().__init__(stock)
        self._stock, self._highest = stock, highest

    def intrinsicSize(self, document: QTextDocument, _position: int, format_: QTextFormat) -> QSizeF:
        """As its tag says or as its file is, never wider than the text."""
        shown = picture(format_.stringProperty(SOURCE))
        found = self._stock.picture(shown.address)
        size = fitted(said_size(shown, found.size if found is not None else None), document)
        return size if size.height() <= self._highest else size * (self._highest / size.height())

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, _document: QTextDocument, _position: int, format_: QTextFormat
    ) -> None:
        """The picture, or a frame with its description."""
        said = picture(format_.stringProperty(SOURCE))
        found = self._stock.picture(said.address)
        painter.save()
        if found is not None:
            found.draw(painter, QRectF(rect))
        else:
            draw_place(painter, QRectF(rect), said.alt or self.tr("Picture that is not on this computer yet"))
        painter.restore()


class PaperFormula(QPyTextObject):
    """A formula as lines and curves; its LaTeX where it cannot be drawn."""

    def __init__(self, stock: Stock) -> None:
        super().__init__(stock)
        self._stock = stock

    def intrinsicSize(self, _document: QTextDocument, _position: int, format_: QTextFormat) -> QSizeF:
        """As wide as the ink; so high that, put in the middle, it holds the ink on the line of the words."""
        box, above = self._box(format_), middle(format_)
        return QSizeF(box.width(), 2 * max(-box.top() - above, box.bottom() + above))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, _document: QTextDocument, _position: int, format_: QTextFormat
    ) -> None:
        """The ink on the line of the words."""
        place, box = QRectF(rect), self._box(format_)
        line = place.center().y() + middle(format_)
        formula = self._stock.formula(latex_of(format_.stringProperty(SOURCE)))
        painter.save()
        if formula is not None:
            formula.ink.render(painter, box.translated(place.left(), line))
        else:
            painter.setFont(font("quiet"))
            painter.setPen(role("text"))
            painter.drawText(QPointF(place.left(), line), _source(format_))
        painter.restore()

    def _box(self, format_: QTextFormat) -> QRectF:
        """Of the ink, around the start of the line of the words."""
        formula = self._stock.formula(latex_of(format_.stringProperty(SOURCE)))
        if formula is None:
            metrics = QFontMetricsF(font("quiet"))
            width = metrics.horizontalAdvance(_source(format_))
            return QRectF(0, -metrics.ascent(), width, metrics.ascent() + metrics.descent())
        zoom = QFontInfo(format_.toCharFormat().font()).pixelSize() * LETTERS / FORMULA_SIZE
        box = formula.box
        return QRectF(0, box.top() * zoom, box.width() * zoom, box.height() * zoom)


def _source(format_: QTextFormat) -> str:
    source = format_.stringProperty(SOURCE)
    return latex_of(source) or words(label_of(Atom(source)))

"""A rich text on paper: laid out as everywhere else, drawn with its lists, tables, pictures and formulas."""

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QAbstractTextDocumentLayout, QFont, QPainter, QPalette, QTextOption

from app.ui.fields.rich_text.document import Objects, RichDocument
from app.ui.fields.rich_text.margin import draw_margin
from app.ui.fields.rich_text.reading_view import shown_blocks
from app.ui.paper.drawn import open_cuts
from app.ui.theme import role


class DrawnText:
    """As wide as `width`, or as its longest line where it is `narrow`."""

    def __init__(self, html: str, width: float, font: QFont, objects: Objects, *, narrow: bool = False) -> None:
        document = self._document = RichDocument(font)
        option = QTextOption()
        option.setUseDesignMetrics(True)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setDocumentMargin(0)
        document.draw_objects(objects)
        document.setTextWidth(width)
        document.show_blocks(shown_blocks(html))
        if narrow:
            document.setTextWidth(min(document.idealWidth() + 1, width))
        self.width, self.height = document.textWidth(), document.size().height()
        first = document.begin().layout()
        self.base = first.position().y() + first.lineAt(0).y() + first.lineAt(0).ascent()

    @property
    def cuts(self) -> tuple[float, ...]:
        """Between lines, where no other line stands beside."""
        return open_cuts(self._lines())

    def _lines(self) -> Iterator[tuple[float, float]]:
        block, layout = self._document.begin(), self._document.documentLayout()
        while block.isValid():
            top = layout.blockBoundingRect(block).top()
            for number in range(block.layout().lineCount()):
                line = block.layout().lineAt(number).rect()
                yield top + line.top(), top + line.bottom()
            block = block.next()

    def draw(self, painter: QPainter) -> None:
        """The words, then what stands beside them."""
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, role("text"))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = palette
        self._document.documentLayout().draw(painter, context)
        draw_margin(painter, self._document, QRect(0, 0, round(self.width), round(self.height)))

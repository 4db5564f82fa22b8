"""Bullets, numbers and the bars of quotes, painted beside the lines they belong to."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock
from PySide6.QtWidgets import QWidget

from app.html.look import BlockLook, block_look
from app.ui.fields.rich_text.document import RichDocument
from app.ui.fields.rich_text.row import Frame, containers, frame
from app.ui.theme import Gap, role

_STYLES = {"lower-alpha": "a", "upper-alpha": "A", "lower-latin": "a", "upper-latin": "A"} | {
    "lower-roman": "i",
    "upper-roman": "I",
    "": "1",
}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_LOW = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def paint_margin(view: QWidget, document: RichDocument, part: QRect) -> None:
    """Paint what stands beside the lines within `part` of a view that is not scrolled."""
    if _has_frames(document):
        painter = QPainter(view)
        draw_margin(painter, document, part)
        painter.end()


def draw_margin(painter: QPainter, document: RichDocument, part: QRect) -> None:
    """Draw what stands beside the lines within `part`, where the painter's origin is that of the document."""
    rows = document.lines if _has_frames(document) else []
    if not rows:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(document.defaultFont())
    for line, place in _seen(document, part):
        number = line.blockNumber()
        block = rows[number]
        here = frame(rows[number - 1] if number else None, block)
        left = place.left() + line.blockFormat().leftMargin() - here.depth * document.style.step
        _paint_bars(painter, document, here, QRectF(left, place.top(), 0, place.height()), line)
        if here.begins and block is not None:
            first = line.layout().lineAt(0)
            words = marker(block_look(block), document.numbers()[number])
            x = place.left() + line.blockFormat().leftMargin() - Gap.TIGHT
            base = QPointF(x, place.top() + first.y() + first.ascent())
            _paint_marker(painter, document, words, base, hollow=here.list_depth % 2 == 0)


def marker(look: BlockLook, number: int) -> str:
    """What stands before an item of a numbered list, as its style wants it; "" for a bullet."""
    if look.list_kind != "ol":
        return ""
    name = _STYLES.get(look.list_style, look.list_style)
    found = _letters(number) if name in ("a", "A") else _roman(number) if name in ("i", "I") else str(number)
    return f"{found.upper() if name in ('A', 'I') else found}."


def _paint_bars(painter: QPainter, document: RichDocument, here: Frame, place: QRectF, line: QTextBlock) -> None:
    for depth in here.bars:
        x = place.left() + depth * document.style.step + document.style.step / 3
        painter.fillRect(QRectF(x, place.top(), Gap.TIGHT / 2, place.height()), role("text_quiet"))


def _paint_marker(painter: QPainter, document: RichDocument, words: str, end: QPointF, *, hollow: bool) -> None:
    """The number or bullet that ends at a point of the base line."""
    painter.setPen(role("text_quiet"))
    if words:
        painter.drawText(QPointF(end.x() - painter.fontMetrics().horizontalAdvance(words), end.y()), words)
        return
    radius = document.style.line / 8
    centre = QPointF(end.x() - 2 * radius, end.y() - painter.fontMetrics().xHeight() / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else role("text_quiet"))
    painter.drawEllipse(centre, radius, radius)


def _seen(document: RichDocument, part: QRect) -> Iterator[tuple[QTextBlock, QRectF]]:
    """The lines that touch `part`, each with its place."""
    layout = document.documentLayout()
    first = document.findBlock(max(layout.hitTest(QPointF(0, part.top()), Qt.HitTestAccuracy.FuzzyHit), 0))
    line = first.previous() if first.previous().isValid() else first
    while line.isValid():
        place = layout.blockBoundingRect(line)
        if place.top() > part.bottom():
            return
        yield line, place
        line = line.next()


def _has_frames(document: RichDocument) -> bool:
    return any(containers(line) for line in document.lines)


def _letters(number: int) -> str:
    found = ""
    while number > 0:
        number, rest = divmod(number - 1, len(_LETTERS))
        found = _LETTERS[rest] + found
    return found or "0"


def _roman(number: int) -> str:
    found = ""
    for value, sign in (*_ROMAN, *_ROMAN_LOW):
        while number >= value:
            found, number = found + sign, number - value
    return found or "0"

"""Where atoms are on the screen, and which one is under the mouse."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextCursor, QTextDocument

from app.ui.fields.rich_text.line_reading import OBJECT

if TYPE_CHECKING:
    from app.ui.fields.rich_text.edit import RichEdit


def atom_rect(document: QTextDocument, position: int) -> QRectF:
    """The place of the atom at `position`: it stands on the base line of its line."""
    block = document.findBlock(position)
    at = position - block.position()
    line = block.layout().lineForTextPosition(at)
    format_ = format_at(document, position)
    drawer = document.documentLayout().handlerForObject(format_.objectType())
    if not line.isValid() or drawer is None:
        return QRectF()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    size = drawer.intrinsicSize(document, position, format_)
    x = float(line.cursorToX(at)[0])  # type: ignore[index] # the stubs know one of two results
    base = origin.y() + line.y() + line.ascent()
    if format_.verticalAlignment() == QTextCharFormat.VerticalAlignment.AlignMiddle:
        base += size.height() / 2 - QFontMetricsF(format_.font()).xHeight() / 4
    return QRectF(origin.x() + x, base - size.height(), size.width(), size.height())


def base_line(document: QTextDocument, position: int) -> float:
    """How far down the line is on which the words around a position stand; Qt rounds the place of an object."""
    block = document.findBlock(position)
    line = block.layout().lineForTextPosition(position - block.position())
    return document.documentLayout().blockBoundingRect(block).top() + line.y() + line.ascent()


def atom_at(edit: "RichEdit", point: QPointF) -> int | None:
    """The position of the atom under a point of the viewport."""
    near = edit.rich.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
    for position in (near, near - 1):
        if position >= 0 and is_atom(edit.rich, position) and atom_rect(edit.rich, position).contains(point):
            return position
    return None


def atoms(document: QTextDocument) -> Iterator[int]:
    """The positions of all atoms."""
    text = document.toRawText()
    position = text.find(OBJECT)
    while position >= 0:
        yield len(text[:position].encode("utf-16-le", "surrogatepass")) // 2
        position = text.find(OBJECT, position + 1)


def is_atom(document: QTextDocument, position: int) -> bool:
    """Whether the sign at a position is an atom."""
    return document.characterAt(position) == OBJECT


def format_at(document: QTextDocument, position: int) -> QTextCharFormat:
    """The format of the sign behind a position."""
    cursor = QTextCursor(document)
    cursor.setPosition(position + 1)
    return cursor.charFormat()

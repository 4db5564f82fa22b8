"""An atom's drawer that is loaded when the first such atom is laid out."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPyTextObject, QTextDocument, QTextFormat


class LateObject(QPyTextObject):
    """Stands for the drawer that `make` gives."""

    def __init__(self, make: Callable[[], QPyTextObject], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._made: QPyTextObject | None = None

    def intrinsicSize(self, document: QTextDocument, position: int, format_: QTextFormat) -> QSizeF:
        """As the drawer says."""
        return self._drawer().intrinsicSize(document, position, format_)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, format_: QTextFormat
    ) -> None:
        """As the drawer does."""
        self._drawer().drawObject(painter, rect, document, position, format_)

    def _drawer(self) -> QPyTextObject:
        if self._made is None:
            self._made = self._make()
        return self._made

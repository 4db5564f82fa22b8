"""Words painted into rows. Fonts and metrics are made once, because a list paints hundreds of words a second."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from app.ui.theme import Role, TextKind, font, role

_ALIGN, _LINE = Qt.AlignmentFlag, Qt.TextFlag.TextSingleLine
ABOVE = (_ALIGN.AlignLeft | _ALIGN.AlignBottom | _LINE).value
BELOW = (_ALIGN.AlignLeft | _ALIGN.AlignTop | _LINE).value
AT_RIGHT = (_ALIGN.AlignRight | _ALIGN.AlignVCenter | _LINE).value


class Ink:
    """The sizes of text in rows, for as long as the application's font stays the same."""

    def __init__(self) -> None:
        self._base = QFont()
        self._fonts: dict[TextKind, tuple[QFont, QFontMetrics]] = {}

    def take(self, base: QFont) -> None:
        """Make the sizes anew if the list's font is another one than before."""
        if base != self._base or not self._fonts:
            self._base = QFont(base)
            kinds: tuple[TextKind, ...] = ("text", "quiet")
            self._fonts = {kind: (font(kind), QFontMetrics(font(kind))) for kind in kinds}

    def write(self, painter: QPainter, rect: QRect, words: str, kind: TextKind, tone: Role, place: int) -> None:
        """Paint one line of `words`, cut with an ellipsis where it does not fit. `place` is one of the above."""
        size, metrics = self._fonts[kind]
        painter.setFont(size)
        painter.setPen(role(tone))
        painter.drawText(rect, place, metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width()))

    def width(self, words: str, kind: TextKind) -> int:
        """How wide `words` are, in device-independent pixels."""
        return self._fonts[kind][1].horizontalAdvance(words)
